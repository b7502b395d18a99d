// What citations are called, and previews of the sources they lead to. All that a preview shows is on
// the page already.

import { element } from "./elements.js";

// Nothing waits for words but what says them.
const saying = import("./say.js");

function copyOf(node) {
  const copy = node.cloneNode(true);
  for (const each of [copy, ...copy.querySelectorAll("[id]")]) each.removeAttribute("id");
  return copy;
}

// The script that shows previews comes with the first reader who wants one.
function previewOnDemand(article, citations, contents) {
  let coming = null;
  let open = null;
  let isTouch = false;
  const isTouched = () => isTouch;
  const load = async () => {
    coming ??= import("./previews.js").then(({ previews }) => previews(article, citations, { contents, isTouched }));
    open = await coming;
  };
  for (const each of citations) {
    for (const sign of ["pointerenter", "focus"]) each.addEventListener(sign, load, { once: true });
    each.addEventListener("pointerdown", (event) => (isTouch = event.pointerType === "touch"));
    each.addEventListener("click", (event) => {
      if (open || !isTouch) return;
      event.preventDefault();
      load().then(() => open(each));
    });
  }
}

export function enliven(article) {
  const list = article.querySelector(".cb-sources");
  const citations = article.querySelectorAll('a[id^="cite-"]');
  // Where the text cites by author and year, a citation is seen to say whom it means.
  const isNumbered = !list?.dataset.by;

  // The first citation of a source names it whole, and a way back the section it leads to; what
  // follows the number in a citation says where in the source to look.
  function name(each, say) {
    const [, n, index] = each.id.split("-");
    const entry = document.getElementById(`source-${n}`);
    // In some styles what comes first is the newspaper; the title is what leads to the source.
    const titles = ["a", ":is(cite, bdi)"].map((kind) => entry?.querySelector(`.cb-reference ${kind}`));
    const title = titles.find((found) => found)?.textContent;
    const where = each.textContent.slice(n.length);
    if (title && !isNumbered) each.setAttribute("aria-label", `${each.textContent}: ${title}`);
    else if (title && index === "1") each.setAttribute("aria-label", say("claim_source", { n, title }) + where);
    const place = each.closest(".cb-section")?.querySelector("h2")?.textContent;
    const back = entry?.querySelector(`.cb-back [href="#${each.id}"]`);
    const source = isNumbered ? n : title;
    if (place) back?.setAttribute("aria-label", say("claim_back", { n: source, index, place }));
  }

  function contents(link) {
    const number = link.hash.replace("#source-", "");
    const entry = document.getElementById(`source-${number}`);
    const parts = [...entry.querySelectorAll(".cb-reference, .cb-sources__more")].map(copyOf);
    // Its other uses and its copies are for those who go there.
    for (const way of parts.flatMap((part) => [...part.querySelectorAll(".cb-sources__more > a")])) way.remove();
    const seen = new Set();
    for (const use of article.querySelectorAll(`.cb li [href="#source-${number}"]`)) {
      const quote = use.closest("li").querySelector("blockquote[dir]");
      if (!quote || seen.has(quote.textContent)) continue;
      parts.push(copyOf(quote));
      seen.add(quote.textContent);
    }
    const go = element("a", "cb-preview__go", "\u00a0");
    // Evidence names the source alone, the text also where in it to look.
    const plain = article.querySelector(`:not(.cb-cited) > [id^="cite-"][href="#source-${number}"]`);
    const called = isNumbered ? number : (plain ?? link).textContent;
    saying.then(({ say }) => (go.textContent = say("claim_go", { n: called })));
    go.href = `#source-${number}`;
    return [...parts, go];
  }

  saying.then(({ say }) => citations.forEach((each) => name(each, say)));
  if (list && "popover" in HTMLElement.prototype) previewOnDemand(article, citations, contents);
}
