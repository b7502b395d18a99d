// The filter bar of the lists of all claims. What is chosen stands in the address; with nothing
// chosen the page is as it was built.

import { element, link } from "./elements.js";
import { Lists } from "./filter-lists.js";
import { row } from "./row.js";
import { count, number, say } from "./say.js";

const PAGE = 50;
const FACETS = ["topic", "claimant", "year"];
const TYPING = 250;
const SLOW = 400;

function start(form) {
  const lists = new Lists(new URL(form.dataset.cbFilter, location));
  const opener = form.querySelector(".cb-filter__open");
  const status = form.querySelector("[role=status]");
  const acts = form.querySelector(".cb-filter__acts");
  const copy = form.querySelector("[data-cb-copy]");
  const ratings = [...form.elements.rating.forEach ? form.elements.rating : [form.elements.rating]];
  const signs = new Map(ratings.map((box) => [box.value, box.dataset.sign]));
  const totals = new Map(ratings.map((box) => [box, tally(box).textContent]));
  const built = siblingsAfter(form);
  const results = element("section", "cb-filtered");
  const claimant = claimants(form.elements.claimant, lists, () => changed());
  let asked = 0;

  results.hidden = true;
  results.tabIndex = -1;
  results.setAttribute("aria-label", say("filter_results"));
  form.after(results);

  function fromAddress() {
    const given = new URLSearchParams(location.search);
    return {
      ratings: [...new Set(given.getAll("rating"))].filter((rating) => signs.has(rating)),
      values: FACETS.flatMap((facet) => (given.get(facet) ? [[facet, given.get(facet)]] : [])),
      isOldestFirst: given.get("sort") === "oldest",
      page: Math.max(1, Number.parseInt(given.get("page"), 10) || 1),
    };
  }

  function fromForm() {
    const value = (facet) => (facet === "claimant" ? claimant.id : form.elements[facet]?.value);
    return {
      ratings: ratings.filter((box) => box.checked).map((box) => box.value),
      values: FACETS.flatMap((facet) => (value(facet) ? [[facet, value(facet)]] : [])),
      isOldestFirst: form.elements.sort.value === "oldest",
      page: 1,
    };
  }

  function address(state) {
    const given = new URLSearchParams(location.search);
    for (const name of ["rating", ...FACETS, "sort", "page"]) given.delete(name);
    state.ratings.forEach((rating) => given.append("rating", rating));
    state.values.forEach(([facet, value]) => given.set(facet, value));
    if (state.isOldestFirst) given.set("sort", "oldest");
    if (state.page > 1) given.set("page", state.page);
    const query = `${given}`;
    return location.pathname + (query && `?${query}`);
  }

  const isNothing = (state) => !state.ratings.length && !state.values.length && !state.isOldestFirst;

  function changed() {
    go(fromForm());
  }

  function go(state) {
    if (address(state) !== location.pathname + location.search) history.pushState(null, "", address(state));
    return show(state);
  }

  function fill(state) {
    const values = new Map(state.values);
    for (const box of ratings) box.checked = state.ratings.includes(box.value);
    for (const facet of ["topic", "year"]) {
      if (form.elements[facet]) form.elements[facet].value = values.get(facet) ?? "";
    }
    form.elements.sort.value = state.isOldestFirst ? "oldest" : "";
    claimant.set(values.get("claimant") ?? "");
    if (!isNothing(state)) setOpen(true);
  }

  async function show(state) {
    const turn = ++asked;
    if (isNothing(state)) return reset();
    const waiting = setTimeout(() => { status.textContent = say("filter_loading"); }, SLOW);
    try {
      const { found, counts } = await lists.find(state, signs);
      const ordered = state.isOldestFirst ? found.reverse() : found;
      const pages = Math.max(1, Math.ceil(ordered.length / PAGE));
      const page = Math.min(state.page, pages);
      const rows = await lists.rows(ordered.slice((page - 1) * PAGE, page * PAGE));
      if (turn !== asked) return;
      tallies(counts);
      draw(rows, ordered.length, { ...state, page }, pages);
    } catch {
      if (turn === asked) failed();
    } finally {
      clearTimeout(waiting);
    }
  }

  function draw(rows, total, state, pages) {
    status.textContent = total ? count("filter_found", total) : say("filter_none");
    const list = element("ol", "cb-rows");
    list.append(...rows.map((each) => row(each, form)));
    results.replaceChildren(...(total ? [list, pager(state, pages)] : [advice(state)]));
    swap(true);
  }

  function failed() {
    status.textContent = say("filter_failed");
    swap(false);
  }

  function reset() {
    status.textContent = "";
    tallies(null);
    swap(false);
    acts.hidden = true;
  }

  function swap(isFiltered) {
    results.hidden = !isFiltered;
    for (const part of built) part.hidden = isFiltered;
    acts.hidden = false;
  }

  function tallies(counts) {
    for (const box of ratings) {
      tally(box).textContent = counts ? number(counts.get(box.dataset.sign) ?? 0) : totals.get(box);
    }
  }

  function pager(state, pages) {
    const nav = element("nav", "cb-pager");
    if (pages === 1) return nav;
    nav.setAttribute("aria-label", say("filter_pages"));
    const step = (page, word, rel) => {
      const made = link(address({ ...state, page }), say(word), "cb-pager__step");
      made.rel = rel;
      made.dataset.cbPage = page;
      return made;
    };
    if (state.page > 1) nav.append(step(state.page - 1, "filter_previous", "prev"));
    nav.append(element("span", "", say("filter_page", { page: number(state.page), pages: number(pages) })));
    if (state.page < pages) nav.append(step(state.page + 1, "filter_next", "next"));
    return nav;
  }

  // Nothing found: each choice as a way out, and the way to a new claim.
  function advice(state) {
    const made = element("div", "cb-empty");
    made.append(element("p", "", say("filter_advice")));
    const ways = element("ul", "cb-plain");
    for (const [name, rest] of withoutOne(state)) {
      const item = element("li");
      item.append(link(address(rest), say("filter_without", { name })));
      ways.append(item);
    }
    made.append(ways);
    const page = document.querySelector("[data-cb-contribute]")?.dataset.cbContribute;
    if (page) {
      const line = element("p");
      line.append(link(page, say("filter_submit")));
      made.append(line);
    }
    return made;
  }

  function* withoutOne(state) {
    const rest = { ...state, page: 1 };
    for (const rating of state.ratings) {
      yield [labelOf(rating), { ...rest, ratings: state.ratings.filter((each) => each !== rating) }];
    }
    for (const [facet, value] of state.values) {
      yield [nameOf(facet, value), { ...rest, values: state.values.filter(([each]) => each !== facet) }];
    }
  }

  function labelOf(rating) {
    return ratings.find((box) => box.value === rating).closest("label").querySelector(".cb-chip").textContent;
  }

  function nameOf(facet, value) {
    if (facet === "claimant") return form.elements.claimant.value || value;
    const chosen = [...(form.elements[facet]?.options ?? [])].find((option) => option.value === value);
    return chosen?.textContent ?? value;
  }

  function setOpen(isOpen) {
    opener.setAttribute("aria-expanded", isOpen);
    form.toggleAttribute("data-open", isOpen);
  }

  opener.addEventListener("click", () => setOpen(opener.getAttribute("aria-expanded") !== "true"));
  form.addEventListener("submit", (event) => { event.preventDefault(); changed(); });
  form.addEventListener("change", (event) => { if (event.target.name !== "claimant") changed(); });
  form.querySelector("[data-cb-clear]").addEventListener("click", () => {
    const none = { ratings: [], values: [], isOldestFirst: false, page: 1 };
    fill(none);
    go(none);
    (opener.offsetParent ? opener : ratings[0]).focus();
  });
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      status.textContent = say("filter_copied");
    } catch {
      status.textContent = say("filter_not_copied");
    }
  });
  results.addEventListener("click", async (event) => {
    const step = event.target.closest("[data-cb-page]");
    if (!step || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    await go({ ...fromAddress(), page: Number(step.dataset.cbPage) });
    form.scrollIntoView();
    results.focus({ preventScroll: true });
  });
  const restore = () => { fill(fromAddress()); return show(fromAddress()); };
  window.addEventListener("popstate", restore);
  // What somebody chose before this script came is not lost.
  const early = fromForm();
  if (isNothing(fromAddress()) && !isNothing(early)) go(early);
  else if (!form.elements.claimant.value || !isNothing(fromAddress())) restore();
  claimant.settle();
  if (document.activeElement === opener) setOpen(true);
}

// The field of the claimant: names that are chosen from a list which grows while somebody types.
function claimants(input, lists, changed) {
  const ids = new Map();
  let id = "";
  let timer;

  function offer(pairs) {
    const fresh = (pairs ?? []).filter(([name]) => !ids.has(name));
    for (const [name, key] of fresh) ids.set(name, key);
    input.list.append(...fresh.map(([name]) => Object.assign(element("option"), { value: name })));
  }

  async function look() {
    offer(await lists.read("claimants"));
    const [initial] = input.value.toLowerCase();
    if (initial && !ids.has(input.value)) offer(await lists.read(`claimants/${initial.codePointAt(0)}`));
  }

  async function settle() {
    const asked = input.value.trim();
    await look().catch(() => {});
    const chosen = ids.get(asked) ?? "";
    input.setCustomValidity("");
    input.toggleAttribute("aria-invalid", Boolean(asked) && !chosen);
    if (chosen === id) return;
    id = chosen;
    changed();
  }

  input.addEventListener("focus", () => look().catch(() => {}));
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(settle, TYPING); });
  input.addEventListener("change", () => { clearTimeout(timer); settle(); });

  return {
    get id() { return id; },
    settle() { if (input.value && !id) settle(); },
    async set(key) {
      id = key;
      input.value = "";
      if (!key) return;
      const { name } = await lists.list("claimant", key).catch(() => ({}));
      if (id === key && !input.value) input.value = name ?? key;
    },
  };
}

const tally = (box) => box.closest("label").querySelector(".cb-count");

function siblingsAfter(form) {
  const found = [];
  for (let next = form.nextElementSibling; next; next = next.nextElementSibling) found.push(next);
  return found;
}

start(document.querySelector("[data-cb-filter]"));
