// A table that is wider than its place can be scrolled by keys too. Themes put tables into boxes of
// their own, some of them by a script, so this waits until the page is complete; and a box may
// become wide enough when the window does.

const headings = [...document.querySelectorAll("article :is(h1, h2, h3, h4, h5, h6)[id]")];
const watch = new ResizeObserver((seen) => {
  for (const { target } of seen) reach(target, target.scrollWidth > target.clientWidth);
});

function reach(box, isWide) {
  if (!isWide) return ["tabindex", "role", "aria-labelledby"].forEach((name) => box.removeAttribute(name));
  box.tabIndex = 0;
  const heading = headings.findLast((each) => each.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (!heading) return;
  box.setAttribute("role", "region");
  box.setAttribute("aria-labelledby", heading.id);
}

// Themes let the table scroll, or a box around it, or both: what is too wide tells which it is.
function watchOver(box) {
  if (!box) return;
  if (getComputedStyle(box).overflowX === "auto") watch.observe(box);
  watchOver(box.parentElement.closest("article *"));
}

function start() {
  document.querySelectorAll("article table:not(.cb table)").forEach(watchOver);
}

if (document.readyState === "complete") start();
else addEventListener("load", start);
