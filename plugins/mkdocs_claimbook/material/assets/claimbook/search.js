// The search in Material's header: Pagefind's indexes, loaded when somebody first searches. Claims
// stand first; pages of other kinds follow, each kind under its heading.

import { element, link } from "./elements.js";
import { addPanel } from "./search-panel.js";
import { open } from "./search-parts.js";
import { count, number, say } from "./say.js";
import { language } from "./words.js";

const FIRST = 10;
const ENOUGH = 10;
const OTHERS = 12;
const PAUSE = 150;
const MOST_OPTIONS = 100;
const FACETS = ["rating", "topic", "claimant", "year"];
const KINDS = ["source", "publisher", "person", "topic", "document", "list", "page", "code"];
const INDEX = "../../pagefind/pagefind.js";
const MARKS = new URL("marks.svg", import.meta.url).pathname;
const SVG = "http://www.w3.org/2000/svg";

export function start(box) {
  const part = (name) => box.querySelector(`[data-cb-${name}]`);
  const input = part("query");
  addPanel(box, input);
  const [status, list, refine, filters] = ["status", "results", "refine", "filters"].map(part);
  const chosen = new Map();
  let engine = null;
  let shown = FIRST;
  let asked = 0;

  function load() {
    engine ??= open(new URL(INDEX, import.meta.url));
    engine.catch(() => { engine = null; });
    return engine;
  }

  const tell = (text) => { status.textContent = text; };

  async function ask() {
    const query = input.value.trim();
    const turn = ++asked;
    remember(query);
    if (!query) return clear();
    await pause(PAUSE);
    if (turn !== asked) return;
    try {
      const index = await load();
      const found = await find(index, query, () => turn === asked);
      if (turn === asked) show(query, found, index);
    } catch {
      if (turn === asked) tell(say("search_failed"));
    }
  }

  // Other pages bear no rating and no claimant: they are looked for as long as nothing is chosen.
  async function find(index, query, isWanted) {
    const claims = await findClaims(index, query, isWanted);
    const others = chosen.size ? { results: [] } : await index.search(query, { none: { kind: "claim" } });
    const data = (results, most) => Promise.all(results.slice(0, most).map((each) => each.data()));
    const [first, rest] = await Promise.all([data(claims.results, shown), data(others.results, OTHERS)]);
    return { claims, others, first, rest };
  }

  // Of a rare word the newest claims may say little: then older ones are looked at, too.
  async function findClaims(index, query, isWanted) {
    const filters = { ...Object.fromEntries(chosen), kind: "claim" };
    let claims = await index.search(query, filters);
    while (claims.results.length < ENOUGH && index.mayReachBack && isWanted()) {
      await index.reachBack().catch(beginAgain);
      claims = await index.search(query, filters);
    }
    return claims;
  }

  function beginAgain(error) {
    engine = null;
    throw error;
  }

  function clear() {
    list.replaceChildren();
    refine.hidden = true;
    tell(say("search_begin"));
  }

  function show(query, { claims, others, first, rest }, index) {
    const [some, more] = [claims.results.length, others.results.length];
    tell(summary(query, some, more));
    const groups = KINDS.map((kind) => [kind, rest.filter(({ meta }) => (meta.kind ?? "page") === kind)]);
    list.replaceChildren(
      ...(some ? [group(say("search_kind_claim"), some, first.map(result), moreOf(some - first.length))] : []),
      ...groups.filter(([, pages]) => pages.length).map(([kind, pages]) => group(say(`search_kind_${kind}`), 0, pages.map(result))),
      ...(some + more ? [] : [advice()]),
      ...(index.older ? [olderOf(index)] : []),
    );
    refine.hidden = !some && !chosen.size;
    if (refine.open) claims.counts().then(offer, () => tell(say("search_failed")));
  }

  function summary(query, some, more) {
    if (!some && !more) return say(chosen.size ? "search_none_filtered" : "search_none", { query });
    if (!more) return count("search_found_claims", some, { query });
    if (!some) return count("search_found_pages", more, { query });
    return say("search_found", { claims: count("search_claims", some), pages: count("search_pages", more), query });
  }

  function group(title, total, items, last) {
    const made = element("section", "cb-search__group");
    const heading = element("h2", "cb-search__heading", title);
    if (total) heading.append(" ", element("span", "cb-count", number(total)));
    const entries = element("ol", "md-search-result__list");
    entries.append(...items, ...(last ? [last] : []));
    made.append(heading, entries);
    return made;
  }

  function moreOf(rest) {
    if (!rest) return null;
    const button = element("button", "cb-search__more", count("search_more", rest));
    button.type = "button";
    button.addEventListener("click", async () => {
      const next = shown;
      shown += FIRST;
      await ask();
      stops()[next]?.focus();
    });
    return item(button);
  }

  // Of very many claims only the newest are searched, until somebody asks for all.
  function olderOf(index) {
    const made = element("p", "cb-search__advice cb-search__older");
    const button = element("button", "cb-search__more", say("search_older"));
    button.type = "button";
    button.addEventListener("click", () => searchOlder(index, button));
    if (index.since) made.append(say("search_since", { day: day(index.since) }), " ");
    made.append(button);
    return made;
  }

  async function searchOlder(index, button) {
    button.setAttribute("aria-disabled", "true");
    tell(say("search_older_loading"));
    try {
      await index.addOlder();
      await ask();
      (stops()[0] ?? input).focus();
    } catch {
      engine = null;
      tell(say("search_failed"));
    }
  }

  function advice() {
    const made = element("div", "cb-search__advice");
    made.append(element("p", "", say(chosen.size ? "search_advice_filtered" : "search_advice")));
    const ways = element("p");
    ways.append(link(box.dataset.cbClaims, say("search_browse")));
    if (box.dataset.cbContribute) ways.append(" · ", link(box.dataset.cbContribute, say("filter_submit")));
    made.append(ways);
    return made;
  }

  function result(page) {
    const { title, verdict, rating, kind } = page.meta;
    const made = element("a", "md-search-result__link cb-search__link");
    made.href = page.url;
    const name = element("span", "cb-search__title", title);
    name.dir = "auto";
    made.append(name);
    if (rating) made.append(facts(page.meta));
    if (verdict) made.append(element("span", "cb-search__verdict", verdict));
    if (kind !== "person" && kind !== "topic" && (!verdict || !repeats(page.excerpt, title))) made.append(excerpt(page.excerpt));
    return item(made);
  }

  function facts({ rating, tone, mark, claimant, date }) {
    const line = element("span", "cb-search__meta");
    const chip = element("span", "cb-chip");
    chip.dataset.tone = tone ?? "";
    if (mark) chip.append(icon(`${MARKS}#${mark}`));
    chip.append(rating);
    line.append(chip, ...[claimant, date].filter(Boolean).map((text) => element("span", "", text)));
    return line;
  }

  // Filters are fetched when somebody asks for them: with many claimants they are long.
  async function offerAll() {
    if (!refine.open) return;
    await load().then((index) => index.filters()).then(ask, () => tell(say("search_failed")));
  }

  function offer(counts = {}) {
    for (const name of FACETS) {
      const known = Object.entries(counts[name] ?? {}).filter(([, n]) => n > 0);
      const most = known.sort(([, a], [, b]) => b - a).slice(0, MOST_OPTIONS);
      const current = chosen.get(name) ?? "";
      if (current && !most.some(([value]) => value === current)) most.push([current, 0]);
      const field = filters.querySelector(`[name="${name}"]`) ?? added(name);
      const options = most.map(([value, n]) => option(value, say("search_option", { value, n: number(n) })));
      field.replaceChildren(option("", say("search_any")), ...options);
      field.value = current;
      field.closest("label").hidden = options.length < 1;
    }
  }

  function added(name) {
    const label = element("label", "cb-search__filter", say(`search_by_${name}`));
    const field = element("select");
    field.name = name;
    field.addEventListener("change", () => choose(name, field.value));
    label.append(field);
    filters.append(label);
    return field;
  }

  function choose(name, value) {
    if (value) chosen.set(name, value);
    else chosen.delete(name);
    shown = FIRST;
    ask();
  }

  const stops = () => [...list.querySelectorAll("a, button")];

  function move(key, at) {
    const all = [input, ...stops()];
    const here = all.indexOf(at);
    if (here < 0 || (here === 0 && (key === "Home" || key === "End"))) return false;
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 1, End: all.length - 1 }[key];
    all[(next + all.length) % all.length].focus();
    return true;
  }

  // Only a search that began in the address is kept there, so that a search can be linked to.
  const isLinked = new URLSearchParams(location.search).has("q");
  function remember(query) {
    if (!isLinked) return;
    const url = new URL(location);
    if (query) url.searchParams.set("q", query);
    else url.searchParams.delete("q");
    history.replaceState(history.state, "", url);
  }

  input.addEventListener("input", () => { shown = FIRST; ask(); });
  input.form.addEventListener("submit", (event) => { event.preventDefault(); stops()[0]?.click(); });
  input.form.addEventListener("reset", () => {
    chosen.clear();
    setTimeout(() => { ask(); input.focus(); });
  });
  refine.addEventListener("toggle", offerAll);
  box.addEventListener("keydown", (event) => {
    const isWay = ["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key);
    if (isWay && move(event.key, event.target)) event.preventDefault();
  });

  return {
    answer() {
      load().catch(() => tell(say("search_failed")));
      shown = FIRST;
      return ask();
    },
    leave() {
      remember("");
    },
  };
}

// A day that is known by its month or year alone is said as it is.
function day(date) {
  const isWhole = /^\d{4}-\d\d-\d\d$/.test(date);
  return isWhole ? new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(date)) : date;
}

const pause = (time) => new Promise((resolve) => { setTimeout(resolve, time); });

function item(child) {
  const made = element("li", "md-search-result__item");
  made.append(child);
  return made;
}

function icon(address) {
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", address);
  drawn.append(use);
  return drawn;
}

// Pagefind marks words in HTML; only these marks are taken over, everything else is text.
function excerpt(html) {
  const text = element("span", "cb-search__excerpt");
  pieces(html).forEach((words, index) => text.append(index % 2 ? element("mark", "", words) : words));
  return text;
}

function pieces(html) {
  const read = (piece) => new DOMParser().parseFromString(`<i>${piece}</i>`, "text/html").body.textContent;
  return html.split(/<\/?mark>/).map(read);
}

// Whether the first marked word of an excerpt is that of the title, which is shown already.
function repeats(html, title) {
  const [, marked = "", after = ""] = pieces(html);
  return title.includes(marked + after.slice(0, 12));
}

function option(value, label) {
  const made = element("option", "", label);
  made.value = value;
  return made;
}
