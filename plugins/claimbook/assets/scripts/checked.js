// "Has this been checked?": sentences somebody has pasted, and the claims that speak of them.
// Everything happens here; the text is sent nowhere.

import { element, link } from "./elements.js";
import { Index } from "./likeness-index.js";
import { sentencesOf } from "./pasted.js";
import { row } from "./row.js";

const MOST = 200_000;
const LINKED = 4_000;
const SHOWN = 5;
const OF_SENTENCE = 2;
const RELATIONS = { same: "same", opposite: "opposite", "other number": "other_number", related: "related" };
const BREATH = 50;

const told = JSON.parse(document.getElementById("cb-checked-told").textContent);
const page = document.querySelector(".cb-checked");
const form = page.querySelector("form");
const field = document.getElementById("cb-checked-text");
const status = form.querySelector("[role=status]");
const results = page.querySelector(".cb-checked__results");
const digits = new Intl.NumberFormat(told.language);
const plural = new Intl.PluralRules(told.language);
const base = new URL(told.index, location);
let index;
let asked = 0;

function say(key, values = {}) {
  const form = told.words[key];
  const text = typeof form === "string" ? form : (form[plural.select(values.n)] ?? form.other);
  return text.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? digits.format(values[name]) : values[name]));
}

async function get(name) {
  const answer = await fetch(new URL(`${name}.json`, base));
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

function opened() {
  index ??= new Index(get).open().catch((error) => {
    index = undefined;
    throw error;
  });
  return index;
}

// What was pasted, without halves of characters, which no address can hold.
function given(most) {
  return field.value.slice(0, most).replace(/\p{Cs}/gu, "\ufffd");
}

async function look() {
  const turn = ++asked;
  const sentences = sentencesOf(given(MOST));
  if (!sentences.length) return clear();
  status.textContent = say("loading");
  try {
    const found = await matched(await opened(), sentences, turn);
    if (turn !== asked) return;
    const cut = field.value.length > MOST ? ` ${say("too_long", { n: MOST })}` : "";
    status.textContent = summary(found) + cut;
    draw(found);
  } catch {
    index = undefined;
    if (turn === asked) fail();
  }
}

async function matched(claims, sentences, turn) {
  const effort = sentences.length > 1 ? claims.brisk : claims.thorough;
  const found = [];
  let breath = performance.now();
  for (const [at, sentence] of sentences.entries()) {
    found.push({ sentence, matches: await claims.find(sentence, SHOWN, effort) });
    if (turn !== asked) break;
    if (performance.now() - breath < BREATH) continue;
    status.textContent = say("looking", { n: at + 1, of: sentences.length });
    await new Promise((done) => { setTimeout(done); });
    breath = performance.now();
  }
  return found;
}

const isNear = ({ relation }) => relation === "related";
const says = ({ matches }) => matches.some((each) => !isNear(each));
const isOnMatter = (each) => each.matches.length > 0 && !says(each);

function summary(found) {
  if (found.length === 1) return summaryOfOne(found[0].matches);
  const [hits, near] = [found.filter(says).length, found.filter(isOnMatter).length];
  if (!hits && !near) return say("none_text");
  const more = near ? ` ${say("near_text", { n: near })}` : "";
  return say("found_text", { n: found.length, found: hits }) + more;
}

function summaryOfOne(matches) {
  const said = matches.filter((each) => !isNear(each)).length;
  if (said) return say("found_one", { n: said });
  return matches.length ? say("near_one", { n: matches.length }) : say("none_one");
}

function draw(found) {
  const parts = found.length === 1 ? [...ofOne(found[0].matches)] : [...ofText(found)];
  results.replaceChildren(...parts, ways(found.length === 1 ? found[0].sentence : ""));
  results.hidden = false;
}

function* ofOne(matches) {
  const near = matches.filter(isNear);
  if (near.length < matches.length) yield rows(matches.filter((each) => !isNear(each)));
  if (near.length) yield element("h2", "cb-checked__heading", say("near_heading"));
  if (near.length) yield rows(near);
}

function* ofText(found) {
  // What says it is enough; what is near is shown where nothing says it.
  for (const each of found.filter(says)) yield hit(each, each.matches.filter((match) => !isNear(match)));
  const near = found.filter(isOnMatter);
  if (near.length) yield more(say("near_heading"), near.map((each) => hit(each, each.matches)));
  const rest = found.filter(({ matches }) => !matches.length);
  if (rest.length) yield more(say("rest", { n: rest.length }), [list(rest)]);
}

function hit({ sentence }, matches) {
  const made = element("section", "cb-checked__hit");
  made.append(quoted(sentence), rows(matches.slice(0, OF_SENTENCE)));
  return made;
}

function rows(matches) {
  const made = element("ol", "cb-rows");
  made.append(...matches.map(line));
  return made;
}

function line(match) {
  const made = row(match.row, page);
  made.dataset.relation = match.relation;
  if (match.claim !== match.row[1]) {
    made.append(Object.assign(element("p", "cb-checked__claim", match.claim), { dir: "auto" }));
  }
  const why = element("p", "cb-checked__why");
  why.append(element("strong", "", say(RELATIONS[match.relation])));
  why.append(` · ${[...match.reasons.map(reason), say("alike", { n: Math.round(match.score * 100) })].join(" · ")}`);
  made.append(why);
  return made;
}

function reason([key, sides]) {
  if (!sides) return say(key);
  const [ours, theirs] = sides.map((side) => side.map(quantity).reduce((one, two) => say("and", { one, two })));
  return say(key, { ours, theirs });
}

function quantity([value, unit]) {
  if (unit === "day") return value;
  const [whole, tail] = value.split(".");
  const number = digits.format(BigInt(whole));
  return `${tail ? number + new Intl.NumberFormat(told.language).format(0.1).replace(/\d/g, "") + tail : number} ${unit}`.trim();
}

function quoted(sentence) {
  const made = element("blockquote", "cb-checked__sentence", sentence);
  made.dir = "auto";
  return made;
}

function more(heading, parts) {
  const made = element("details", "cb-checked__more");
  made.append(element("summary", "", heading), ...parts);
  return made;
}

function list(found) {
  const made = element("ul", "cb-checked__rest");
  made.append(...found.map(missed));
  return made;
}

function missed({ sentence }) {
  const made = element("li");
  made.append(Object.assign(element("span", "", sentence), { dir: "auto" }));
  if (told.new) made.append(" ", proposing(sentence));
  return made;
}

function proposing(sentence, style) {
  return link(`${told.new}#claim=${encodeURIComponent(sentence)}`, say("propose"), style);
}

function ways(sentence) {
  const made = element("p", "cb-checked__acts");
  if (told.new && sentence) made.append(proposing(sentence, "cb-checked__button"));
  if (field.value.length <= LINKED) {
    const copy = element("button", "cb-checked__button", say("copy"));
    copy.type = "button";
    copy.addEventListener("click", copied);
    made.append(copy);
  }
  return made;
}

async function copied() {
  const address = new URL(`#text=${encodeURIComponent(given(LINKED))}`, location);
  try {
    await navigator.clipboard.writeText(address.href);
    history.replaceState(null, "", address);
    status.textContent = say("copied");
  } catch {
    status.textContent = say("not_copied");
  }
}

function fail() {
  status.textContent = say("failed");
  results.hidden = true;
}

function clear() {
  asked += 1;
  status.textContent = "";
  results.hidden = true;
  results.replaceChildren();
}

function fromAddress() {
  const given = new URLSearchParams(location.hash.slice(1)).get("text");
  if (!given) return;
  field.value = given;
  look();
}

page.querySelector(".cb-checked__without").remove();
form.addEventListener("submit", (event) => {
  event.preventDefault();
  look();
});
form.addEventListener("reset", () => {
  clear();
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  field.focus();
});
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
field.addEventListener("focus", () => opened().catch(() => {}), { once: true });
window.addEventListener("hashchange", fromAddress);
fromAddress();
