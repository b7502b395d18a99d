// What a page of ours gains from scripts. Nothing here is needed to read it: each part is loaded
// only where the page has something for it.

const parts = {
  "[data-cb-find], [data-cb-search]": null,
};

for (const [selector, load] of Object.entries(parts)) {
  if (load && document.querySelector(selector)) load();
}
