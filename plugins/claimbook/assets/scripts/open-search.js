// Ways into the search: its field, a link with a query, the slash, a search form in a page. The
// search itself is loaded when somebody takes one of them.

const box = document.querySelector("[data-cb-search]");
const toggle = document.getElementById("__search");
const input = box.querySelector("[data-cb-query]");
let loaded;

function open(query = null) {
  toggle.checked = true;
  if (query !== null) input.value = query;
  input.focus();
  loaded ??= import(new URL(box.dataset.cbScript, location).href).then((search) => search.start(box));
  loaded.then((search) => search.answer());
}

function isTyping(target) {
  return target.closest?.("input, textarea, select, [contenteditable]");
}

input.addEventListener("focus", () => { if (!toggle.checked) open(); });
toggle.addEventListener("change", () => { if (toggle.checked) open(); });
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  open();
});
for (const form of document.querySelectorAll("[data-cb-find]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    open(new FormData(form).get("q"));
  });
}
const asked = new URLSearchParams(location.search).get("q");
if (asked) open(asked);
