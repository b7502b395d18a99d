// What a page of ours gains from scripts. Nothing here is needed to read it: each part is loaded
// only where the page has something for it. Keys must not be lost, so the ways into the search come
// at once.

import "./open-search.js";

const parts = {
  ".cb-claim": () => import("./claim.js"),
  "[data-cb-due][hidden]": () => import("./due.js"),
  "[data-cb-filter]": () => import("./filter.js"),
};

for (const [selector, load] of Object.entries(parts)) {
  if (document.querySelector(selector)) load();
}
