// What a page of ours gains from scripts. Nothing here is needed to read it: each part is loaded
// only where the page has something for it. Keys must not be lost, so the ways into the search come
// at once.

import "./open-search.js";

// Material takes each other form of a page for a translation and asks for the site map below its
// address. It looks for this very value; to all others the same words mean the same.
for (const each of document.querySelectorAll('link[rel="alternate"][type]')) each.rel += " ";

const parts = {
  ".cb-claim": () => import("./claim.js"),
  ".cb-text .cb-ref, .cb-text .cb-fref, .cb-text .cb-gref": () => import("./document.js"),
  ".cb-bibliography": (list) => import("./citations.js").then(({ enliven }) => enliven(around(list))),
  "a[data-cb-card]": (link) => import("./peeks.js").then(({ peeks }) => peeks(around(link))),
  "[data-cb-due][hidden]": () => import("./due.js"),
  "[data-cb-filter]": filter,
  "article table:not(.cb table)": () => import("./wide.js"),
};

function around(part) {
  return part.closest("article, main") ?? document.body;
}

// Before this nobody notices what a reader does.
export const ready = Promise.all(
  Object.entries(parts).map(([selector, load]) => {
    const found = document.querySelector(selector);
    return found && load(found);
  }),
);

// The filter waits until somebody touches the bar, or follows a link to a filtered view.
function filter(form) {
  const load = () => import("./filter.js");
  form.hidden = false;
  if (location.search) return load();
  for (const sign of ["pointerdown", "focusin", "input"]) form.addEventListener(sign, load, { once: true });
}
