// The search box: Pagefind's index, loaded when the box is first used, in Material's header.

const PAGE = 20;
const FILTERS = [["rating", "Rating"], ["topic", "Topic"], ["claimant", "Claimant"], ["year", "Year"]];

const box = document.querySelector("[data-cb-search]");
const toggle = document.getElementById("__search");
if (box && toggle) start(box, toggle);

function start(box, toggle) {
  const part = (name) => box.querySelector(`[data-cb-${name}]`);
  const [input, status, list, filters] = ["query", "status", "results", "filters"].map(part);
  const chosen = new Map();
  let engine = null;
  let shown = PAGE;
  let asked = 0;

  async function load() {
    engine ??= import(new URL(box.dataset.cbSearch, location).href).then(async (pagefind) => {
      await pagefind.options({ excerptLength: 24 });
      await pagefind.init();
      // Counts come with results only once the filters are known.
      await pagefind.filters();
      return pagefind;
    });
    return engine;
  }

  function open(query = null) {
    toggle.checked = true;
    if (query !== null) input.value = query;
    input.focus();
    load().catch(() => say("The search could not be loaded. All claims are listed under “Claims”."));
    if (query) search();
  }

  function close() {
    toggle.checked = false;
    input.blur();
    remember("");
  }

  const say = (text) => { status.textContent = text; };

  async function search() {
    const query = input.value.trim();
    const turn = ++asked;
    remember(query);
    if (!query) return clear();
    try {
      const pagefind = await load();
      const wanted = Object.fromEntries(chosen);
      const found = await pagefind.debouncedSearch(query, { filters: wanted }, 120);
      if (found === null || turn !== asked) return;
      const pages = await Promise.all(found.results.slice(0, shown).map((each) => each.data()));
      if (turn === asked) show(query, found, pages);
    } catch {
      say("The search could not be loaded. All claims are listed under “Claims”.");
    }
  }

  function clear() {
    list.replaceChildren();
    filters.hidden = true;
    say("Type to search claims, people, sources and pages.");
  }

  function show(query, found, pages) {
    const count = found.results.length;
    say(count ? `${count} found for “${query}”` : nothing(query));
    list.replaceChildren(...pages.map(result));
    if (count > pages.length) list.append(more(count - pages.length));
    offer(found.filters);
  }

  function nothing(query) {
    const advice = chosen.size
      ? " with these filters. Take one away, or try other words."
      : ". Try other words; all claims are listed under “Claims”.";
    return `Nothing found for “${query}”${advice}`;
  }

  function more(rest) {
    const button = element("button", "cb-search__more", `Show more (${rest})`);
    button.type = "button";
    button.addEventListener("click", async () => {
      const next = shown;
      shown += PAGE;
      await search();
      links()[next]?.focus();
    });
    return wrap("li", "md-search-result__item", button);
  }

  function offer(counts) {
    for (const [name, label] of FILTERS) {
      const values = Object.entries(counts[name] ?? {}).filter(([, count]) => count > 0);
      const current = chosen.get(name) ?? "";
      let select = filters.querySelector(`[name="${name}"]`);
      if (!select) {
        select = element("select", "cb-search__filter");
        select.name = name;
        select.setAttribute("aria-label", label);
        select.addEventListener("change", () => choose(name, select.value));
        filters.append(select);
      }
      const options = [option("", label), ...values.map(([value, count]) => option(value, `${value} (${count})`))];
      if (current && !values.some(([value]) => value === current)) options.push(option(current, `${current} (0)`));
      select.replaceChildren(...options);
      select.value = current;
      select.hidden = options.length < 2;
    }
    filters.hidden = false;
  }

  function choose(name, value) {
    if (value) chosen.set(name, value);
    else chosen.delete(name);
    shown = PAGE;
    search();
  }

  const links = () => [...list.querySelectorAll("a, button")];

  function move(step) {
    const stops = [input, ...links()];
    const at = stops.indexOf(document.activeElement);
    if (at >= 0) stops[(at + step + stops.length) % stops.length].focus();
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

  input.addEventListener("focus", () => { if (!toggle.checked) open(); });
  input.addEventListener("input", () => { shown = PAGE; search(); });
  input.form.addEventListener("submit", (event) => { event.preventDefault(); links()[0]?.click(); });
  input.form.addEventListener("reset", () => { chosen.clear(); setTimeout(() => { search(); input.focus(); }); });
  // Whoever tabs on reads the page, which must not stay behind the veil.
  box.addEventListener("focusout", ({ relatedTarget: next }) => {
    if (next && !box.contains(next)) toggle.checked = false;
  });
  toggle.addEventListener("change", () => (toggle.checked ? open() : close()));
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown" && !event.target.matches("select")) move(1);
    else if (event.key === "ArrowUp" && !event.target.matches("select")) move(-1);
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    if (["/", "s", "f"].includes(event.key)) {
      event.preventDefault();
      open();
    }
  });
  for (const form of document.querySelectorAll("[data-cb-find]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      open(new FormData(form).get("q"));
    });
  }
  const asks = new URLSearchParams(location.search).get("q");
  if (asks) open(asks);
}

function result(page) {
  const { title, rating, tone, claimant, date, verdict } = page.meta;
  const link = element("a", "md-search-result__link cb-search__link");
  link.href = page.url;
  link.append(element("span", "cb-search__title", title));
  const line = element("span", "cb-search__meta");
  if (rating) {
    const chip = element("span", "cb-chip", rating);
    chip.dataset.tone = tone ?? "";
    line.append(chip);
  }
  line.append([claimant, date].filter(Boolean).join(" · "));
  if (line.textContent) link.append(line);
  if (verdict) link.append(element("span", "cb-search__excerpt", verdict));
  if (!verdict || !repeats(page.excerpt, title)) link.append(excerpt(page.excerpt));
  return wrap("li", "md-search-result__item", link);
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

function wrap(tag, className, child) {
  const made = element(tag, className);
  made.append(child);
  return made;
}

function element(tag, className, text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
