// The page of a claim: what its citations are called, their previews, and buttons to copy and to share.

import { element } from "./elements.js";

const article = document.querySelector(".cb-claim");
const list = article.querySelector(".cb-sources");
// Nothing waits for words but what says them.
const saying = import("./say.js");
const citations = article.querySelectorAll('a[id^="cite-"]');

// Where the text cites by author and year, a citation is seen to say whom it means.
const isNumbered = !list?.dataset.by;

// Names. The first citation of a source names it whole, and a way back the section it leads to;
// what follows the number in a citation says where in the source to look.

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

saying.then(({ say }) => citations.forEach((each) => name(each, say)));

// Previews. One element serves all citations; what it shows is on the page already.

const OPENING = 150;
const CLOSING = 250;
const EDGE = 8;

function copyOf(node) {
  const copy = node.cloneNode(true);
  for (const each of [copy, ...copy.querySelectorAll("[id]")]) each.removeAttribute("id");
  return copy;
}

function named(link) {
  const number = link.hash.replace("#source-", "");
  return [number, isNumbered ? number : link.textContent];
}

function contents(number, called) {
  const entry = document.getElementById(`source-${number}`);
  const parts = [...entry.querySelectorAll(".cb-reference, .cb-sources__more")].map(copyOf);
  // Its other uses and its copies are for those who go there.
  for (const way of parts.flatMap((part) => [...part.querySelectorAll(".cb-sources__more > a")])) way.remove();
  const seen = new Set();
  for (const link of article.querySelectorAll(`li [href="#source-${number}"]`)) {
    const quote = link.closest("li").querySelector("blockquote[dir]");
    if (!quote || seen.has(quote.textContent)) continue;
    parts.push(copyOf(quote));
    seen.add(quote.textContent);
  }
  const go = element("a", "cb-preview__go", "\u00a0");
  saying.then(({ say }) => (go.textContent = say("claim_go", { n: called })));
  go.href = `#source-${number}`;
  return [...parts, go];
}

function previews() {
  const preview = element("div", "cb-preview");
  preview.id = "cb-preview";
  preview.popover = "manual";
  preview.tabIndex = -1;
  preview.setAttribute("role", "group");
  article.append(preview);
  let link = null;
  let timer = 0;
  let isTouch = false;

  function place() {
    const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
    const room = document.documentElement.clientWidth - preview.offsetWidth - EDGE;
    const height = preview.offsetHeight;
    const fitsBelow = at.bottom + EDGE + height <= window.innerHeight;
    const isAbove = !fitsBelow && at.top - EDGE >= height;
    preview.style.left = `${window.scrollX + Math.max(EDGE, Math.min(at.left, room))}px`;
    preview.style.top = `${window.scrollY + (isAbove ? at.top - EDGE - height : at.bottom + EDGE)}px`;
  }

  function close() {
    clearTimeout(timer);
    if (!link) return;
    link.removeAttribute("aria-describedby");
    link = null;
    preview.hidePopover();
  }

  function open(next) {
    clearTimeout(timer);
    if (link === next) return;
    close();
    link = next;
    preview.setAttribute("aria-label", link.getAttribute("aria-label"));
    preview.replaceChildren(...contents(...named(link)));
    preview.scrollTop = 0;
    preview.showPopover();
    place();
    link.setAttribute("aria-describedby", preview.id);
  }

  const later = (act, time) => {
    clearTimeout(timer);
    timer = setTimeout(act, time);
  };
  // The reader may cross to the preview and stay there, or tab away from link and preview.
  const closeUnlessInside = (event) => {
    const to = event.relatedTarget;
    if (to !== link && !preview.contains(to)) close();
  };
  const leave = () => later(() => {
    if (link !== document.activeElement && !preview.contains(document.activeElement)) close();
  }, CLOSING);

  for (const each of citations) {
    each.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") later(() => open(each), OPENING);
    });
    each.addEventListener("pointerleave", leave);
    each.addEventListener("pointerdown", (event) => (isTouch = event.pointerType === "touch"));
    each.addEventListener("focus", () => { if (each.matches(":focus-visible")) open(each); });
    each.addEventListener("blur", closeUnlessInside);
    each.addEventListener("click", (event) => {
      if (!isTouch || link === each) return close();
      // A finger cannot hover: its first tap shows what a pointer would have seen.
      event.preventDefault();
      open(each);
      preview.focus({ preventScroll: true });
    });
  }
  preview.addEventListener("pointerenter", () => clearTimeout(timer));
  preview.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") leave(); });
  preview.addEventListener("focusout", closeUnlessInside);
  preview.addEventListener("click", (event) => { if (event.target.closest(".cb-preview__go")) close(); });
  document.addEventListener("pointerdown", (event) => {
    if (link && !preview.contains(event.target) && !link.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !link) return;
    const from = link;
    const wasInside = preview.contains(document.activeElement);
    close();
    if (wasInside) from.focus();
    // Focus that comes back opens a preview like any other.
    close();
  });
  window.addEventListener("resize", close);
}

if (list && "popover" in HTMLElement.prototype) previews();

// Buttons. They do nothing without a script, so none stands on the page before it runs.

const bookmark = article.querySelector('a[rel="bookmark"]');
const address = new URL(bookmark.href, location.href).href;

function item(made) {
  const line = element("li");
  line.append(made);
  return line;
}

function addButtons({ button, copyButton }) {
  const after = [];
  if (navigator.clipboard) {
    const citation = document.getElementById("citation").textContent;
    bookmark.parentElement.before(item(copyButton("claim_copy", () => citation)));
    after.push(copyButton("claim_copy_link", () => address));
  }
  if (navigator.share) {
    after.push(button("claim_share", () => navigator.share({ title: document.title, url: address }).catch(() => {})));
  }
  bookmark.parentElement.after(...after.map(item));
}

if (navigator.clipboard || navigator.share) import("./buttons.js").then(addButtons);

// All formats of the citation, shown here and not on their own page.

const ways = document.getElementById("ways");
ways?.addEventListener("click", async (event) => {
  event.preventDefault();
  try {
    const { showWays } = await import("./cite.js");
    await showWays(ways.href, ways.closest("ul"));
    ways.parentElement.remove();
  } catch {
    location.href = ways.href;
  }
});

// Who comes for a version that this no longer is should know.

const LEAST = 7;
const version = (href) => new URL(href, location.href).searchParams.get("version") ?? "";
const wanted = version(location.href);
const present = document.getElementById("version") ? version(document.getElementById("version").href) : "";

function isSame(one, other) {
  return one.startsWith(other) || other.startsWith(one);
}

if (present && /^[0-9a-f]+$/.test(wanted) && wanted.length >= LEAST && !isSame(wanted, present)) {
  saying.then(({ say }) => {
    const banner = element("div", "cb-banner");
    banner.setAttribute("role", "note");
    const text = element("p", "", `${say("claim_other_version", { version: wanted })} `);
    const history = element("a", "", say("claim_other_version_more"));
    history.href = "#history";
    text.append(history);
    banner.append(text);
    article.querySelector("h1").before(banner);
  });
}
