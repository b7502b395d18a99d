// What a page of ours gains from scripts. Nothing here is needed to read it: each part is loaded
// only where the page has something for it.

const parts = {
  "[data-cb-due][hidden]": () => import("./due.js"),
  "[data-cb-filter]": () => import("./filter.js"),
};

for (const [selector, load] of Object.entries(parts)) {
  if (document.querySelector(selector)) load();
}
