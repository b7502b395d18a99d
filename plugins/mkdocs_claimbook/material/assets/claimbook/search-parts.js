// Pagefind's indexes of a site as one. A large site has several: the newest claims come first, older
// ones are loaded when somebody asks for them. What has changed since those were made stands in a
// recent index, and the table names the entries that it takes the place of.

// So many parts are searched at once; of more, the newest alone. Where that finds little, older ones
// are loaded unasked, few at a time and no more than these.
const WHOLE = 3;
const UNASKED = 10;
const FEW = 2;
const AT_ONCE = 4;
const EXCERPT = { excerptLength: 24 };

export async function open(script) {
  const [pagefind, table] = await Promise.all([import(script.href), tableOf(new URL("parts.json", script))]);
  const index = new Index(pagefind, script, table);
  await index.begin();
  return index;
}

async function tableOf(address) {
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${address} is not there`);
  return answer.json();
}

class Index {
  constructor(pagefind, script, { parts, recent, outdated = [] }) {
    this.pagefind = pagefind;
    this.script = script;
    this.recent = recent;
    this.outdated = new Set(outdated);
    // The first part is where the script is.
    [this.oldest, ...this.waiting] = parts;
    this.loaded = 1;
  }

  begin() {
    return this.orClosed(async () => {
      await this.pagefind.options(EXCERPT);
      await this.pagefind.init();
      if (this.recent) await this.add(this.recent);
      if (this.waiting.length < WHOLE) await this.addOlder();
    });
  }

  get older() {
    return this.waiting.length;
  }

  get since() {
    return this.oldest.since;
  }

  addOlder() {
    return this.orClosed(async () => {
      while (this.waiting.length) await this.addSome(AT_ONCE);
    });
  }

  get mayReachBack() {
    return this.waiting.length > 0 && this.loaded < UNASKED;
  }

  reachBack() {
    return this.orClosed(() => this.addSome(Math.min(FEW, UNASKED - this.loaded)));
  }

  async addSome(most) {
    const parts = this.waiting.splice(0, most);
    this.loaded += parts.length;
    await Promise.all(parts.map((part) => this.add(part)));
    this.oldest = parts.at(-1) ?? this.oldest;
  }

  // A part that could not be loaded would be waited for by every search: better to begin again.
  async orClosed(load) {
    try {
      await load();
    } catch (error) {
      await this.pagefind.destroy();
      throw error;
    }
  }

  async add({ folder, weight = 1 }) {
    const { href } = new URL(folder, this.script);
    await this.pagefind.mergeIndex(href.replace(location.origin, ""), { ...EXCERPT, indexWeight: weight });
  }

  filters() {
    return this.pagefind.filters();
  }

  // What counts no more is left out; the numbers beside filters are put right only when asked for.
  async search(query, filters) {
    const found = await this.pagefind.search(query, { filters });
    const results = found.results.filter(({ id }) => !this.outdated.has(id));
    const gone = found.results.filter(({ id }) => this.outdated.has(id));
    return { results, counts: () => without(found.filters, gone) };
  }
}

async function without(counts, gone) {
  for (const { filters } of await Promise.all(gone.map((each) => each.data()))) {
    for (const [name, values] of Object.entries(filters)) {
      for (const value of values) {
        if (counts[name]?.[value]) counts[name][value] -= 1;
      }
    }
  }
  return counts;
}
