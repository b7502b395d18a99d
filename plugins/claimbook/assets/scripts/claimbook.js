// What a page of ours gains from scripts. Nothing here is needed to read it: each part is loaded
// only where the page has something for it.

const parts = {
  ".cb-claim": () => import("./claim.js"),
  "[data-cb-due][hidden]": () => import("./due.js"),
  "[data-cb-filter]": () => import("./filter.js"),
  "[data-cb-search]": () => import("./open-search.js"),
};

for (const [selector, load] of Object.entries(parts)) {
  if (document.querySelector(selector)) load();
}
