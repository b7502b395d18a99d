// Ways into the search and out of it: its field, the slash, a link with a query, a form in a page;
// Escape, or tabbing on. The search itself is loaded when somebody takes a way in.

const box = document.querySelector("[data-cb-search]");
if (box) listen(document.getElementById("__search"), box.querySelector("[data-cb-query]"));

function listen(toggle, input) {
  let search;

  function open(query = null) {
    toggle.checked = true;
    if (query !== null) input.value = query;
    input.focus();
    search ??= import("./search.js").then(({ start }) => start(box));
    search.then(({ answer }) => answer());
  }

  function close() {
    toggle.checked = false;
    input.blur();
    search?.then(({ leave }) => leave());
  }

  input.addEventListener("focus", () => { if (!toggle.checked) open(); });
  toggle.addEventListener("change", () => (toggle.checked ? open() : close()));
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  box.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  // Whoever tabs on reads the page, which must not stay behind the veil.
  box.addEventListener("focusout", ({ relatedTarget: next }) => {
    if (next && !box.contains(next)) toggle.checked = false;
  });
  for (const form of document.querySelectorAll("[data-cb-find]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      open(new FormData(form).get("q"));
    });
  }
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) open(asked);
}
