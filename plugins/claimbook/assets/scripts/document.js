// Reading a text under check: notes that open where a statement stands, ratings that can be read
// alone, and ways from one statement to the next. Without it all is there, in lists below the text.

import { element } from "./elements.js";
import { number, say } from "./say.js";

const page = document.querySelector(".cb-document");
const text = page.querySelector(".cb-text");
const KINDS = ".cb-ref, .cb-fref, .cb-gref";
const OPEN = '.cb-ref[data-tone="unproven"], .cb-gref';

for (const each of text.querySelectorAll(KINDS)) {
  each.setAttribute("role", "button");
  each.setAttribute("aria-expanded", "false");
}

// Notes

let current = null;

const row = (ref) => document.getElementById(ref.hash.slice(1));
const marks = (ref) => text.querySelectorAll(`mark[data-s~="${ref.dataset.n}"]`);

function light(ref, isOn) {
  if (ref.dataset.n) for (const each of marks(ref)) each.toggleAttribute("data-on", isOn);
}

function button(word, act) {
  const made = element("button", "cb-button", say(word));
  made.type = "button";
  made.addEventListener("click", () => act(made));
  return made;
}

function copyButton(ref) {
  return button("claim_copy_link", async (pressed) => {
    const address = new URL(`#${ref.dataset.at}`, location.href).href;
    const told = await navigator.clipboard.writeText(address).then(() => "claim_copied", () => "claim_not_copied");
    pressed.textContent = status.textContent = say(told);
  });
}

function acts(ref) {
  const made = element("span", "cb-aside__acts");
  if (ref.dataset.at) made.append(button("document_previous", () => step(-1)), button("document_next", () => step(1)));
  if (ref.dataset.at && navigator.clipboard) made.append(copyButton(ref));
  made.append(button("document_close", () => close(ref)));
  return made;
}

// What the lists below the text say of it.
function more(ref) {
  const made = element("span", "cb-aside__more");
  const told = row(ref);
  if (ref.matches(".cb-ref")) {
    const verdict = told.querySelector(".cb-found__verdict");
    made.append(...verdict.cloneNode(true).childNodes);
    if (verdict.lang) made.lang = verdict.lang;
  } else if (ref.matches(".cb-gref")) {
    made.append(told.querySelector("span").textContent);
  } else {
    const [, likely, effect] = told.cells;
    const [original, basis] = likely.cloneNode(true).children;
    const term = element("span", "cb-aside__term", `${say("document_likely")} `);
    made.append(effect.textContent, term, original, ...(basis ? [basis] : []));
  }
  return made;
}

function aside(ref) {
  if (ref.nextElementSibling?.matches(".cb-aside")) return ref.nextElementSibling;
  const made = element("span", "cb-aside");
  const key = ref.matches(".cb-gref") ? "document_gap" : "document_fault";
  made.append(element("span", "cb-aside__mark", say(key, { letter: ref.textContent })));
  made.dataset.made = "";
  ref.after(made);
  return made;
}

// What is above the eye must not move what is read.
function keeping(ref, act) {
  const before = ref.getBoundingClientRect().top;
  act();
  window.scrollBy(0, ref.getBoundingClientRect().top - before);
}

function shut() {
  if (!current) return;
  const note = current.nextElementSibling;
  current.setAttribute("aria-expanded", "false");
  light(current, false);
  for (const each of note.querySelectorAll(".cb-aside__more, .cb-aside__acts")) each.remove();
  note.removeAttribute("data-open");
  note.setAttribute("aria-hidden", "true");
  for (const each of note.querySelectorAll("a")) each.tabIndex = -1;
  if ("made" in note.dataset) note.remove();
  current = null;
}

function close(ref) {
  keeping(ref, shut);
  ref.focus({ preventScroll: true });
}

function open(ref) {
  keeping(ref, () => {
    shut();
    const note = aside(ref);
    if (!note.querySelector(".cb-aside__verdict")) note.append(more(ref));
    note.append(acts(ref));
    note.dataset.open = "";
    note.removeAttribute("aria-hidden");
    for (const each of note.querySelectorAll("a")) each.removeAttribute("tabindex");
    note.id = "cb-open-note";
    ref.setAttribute("aria-controls", note.id);
    ref.setAttribute("aria-expanded", "true");
    light(ref, true);
    current = ref;
  });
  ref.focus({ preventScroll: true });
}

function toggle(ref) {
  if (ref === current) close(ref);
  else open(ref);
}

// The shortest statement that a word is part of.
function said(mark) {
  const [shortest] = mark.dataset.s.split(" ");
  return text.querySelector(`.cb-ref[data-n="${shortest}"]`);
}

text.addEventListener("click", (event) => {
  const ref = event.target.closest(KINDS);
  if (ref) {
    event.preventDefault();
    toggle(ref);
    return;
  }
  const mark = event.target.closest("mark:not([data-off])");
  // Who selects words wants to copy them.
  if (mark && getSelection().isCollapsed) toggle(said(mark));
});

// From one to the next

const top = (each) => each.getBoundingClientRect().top;

function following(refs, way) {
  const from = current ?? document.activeElement.closest?.(KINDS);
  if (!from) return refs.find((each) => top(each) > 0) ?? refs[0];
  const isAhead = (each) => from.compareDocumentPosition(each) & (way > 0 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING);
  const ahead = refs.filter(isAhead);
  return (way > 0 ? ahead[0] : ahead.at(-1)) ?? (way > 0 ? refs[0] : refs.at(-1));
}

function step(way, which = ".cb-ref") {
  const refs = [...text.querySelectorAll(which)].filter((each) => !("off" in each.dataset));
  if (!refs.length) return;
  const next = following(refs, way);
  open(next);
  next.scrollIntoView({ block: "center" });
}

const KEYS = { n: () => step(1), p: () => step(-1), u: () => step(1, OPEN) };

// Keys of one letter belong to the text alone: elsewhere a reader may mean something else by them.
// Themes do: N and P lead to other pages there.
text.addEventListener("keydown", (event) => {
  const ref = event.target.closest(KINDS);
  if (event.key === "Escape" && current) return close(current);
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === " " && ref) {
    event.preventDefault();
    toggle(ref);
  } else if (Object.hasOwn(KEYS, event.key)) {
    event.preventDefault();
    event.stopPropagation();
    KEYS[event.key]();
  }
});

// Ratings alone

const chosen = new Set();
const status = page.querySelector(".cb-reading__status");
const refs = [...text.querySelectorAll(".cb-ref")];
const ratings = new Map(refs.map((each) => [each.dataset.n, each.dataset.rating]));
const isOff = (rating) => chosen.size > 0 && !chosen.has(rating);

function filter() {
  for (const each of refs) {
    const off = isOff(each.dataset.rating);
    each.toggleAttribute("data-off", off);
    each.nextElementSibling.toggleAttribute("data-off", off);
  }
  for (const each of text.querySelectorAll("mark")) {
    each.toggleAttribute("data-off", each.dataset.s.split(" ").every((n) => isOff(ratings.get(n))));
  }
  const rows = [...page.querySelectorAll(".cb-found > li")];
  for (const each of rows) each.toggleAttribute("data-off", isOff(each.dataset.rating));
  const shown = rows.filter((each) => !("off" in each.dataset)).length;
  status.textContent = chosen.size ? say("document_shown", { n: number(shown), all: number(rows.length) }) : "";
}

function choose(pressed) {
  const { rating } = pressed.dataset;
  if (!chosen.delete(rating)) chosen.add(rating);
  pressed.setAttribute("aria-pressed", chosen.has(rating));
  if (current?.dataset.rating && isOff(current.dataset.rating)) shut();
  filter();
}

for (const each of page.querySelectorAll(".cb-spread__rating")) {
  const made = element("button", each.className);
  made.type = "button";
  made.dataset.rating = each.dataset.rating;
  made.setAttribute("aria-pressed", "false");
  made.append(element("span", "cb-hidden", `${say("document_only")} `), ...each.childNodes);
  made.addEventListener("click", () => choose(made));
  each.replaceWith(made);
}

for (const each of page.querySelectorAll("[data-cb-go]")) {
  each.addEventListener("click", () => (each.dataset.cbGo === "open" ? step(1, OPEN) : step(1)));
}

// Who comes for a statement sees all of its words.

function arrive() {
  const at = decodeURIComponent(location.hash.slice(1));
  const ref = at && text.querySelector(`.cb-ref[data-at="${CSS.escape(at)}"]`);
  for (const each of text.querySelectorAll("mark[data-on]")) each.removeAttribute("data-on");
  if (ref) light(ref, true);
}

addEventListener("hashchange", arrive);
arrive();
