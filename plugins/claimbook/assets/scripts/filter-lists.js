// Lists of claims as they are published (`claims/filter/`), and what several have in common. Every
// file is fetched once; of the rows, only the blocks that are shown.

const BLOCK = 100;
const SAFE = /^[a-z0-9-]+$/;

export class Lists {
  #base;
  #files = new Map();

  constructor(base) {
    this.#base = base;
  }

  // The content of a file; null where there is none.
  read(name) {
    if (!this.#files.has(name)) {
      const file = fetched(new URL(`${name}.json`, this.#base));
      // What has failed may be asked for again.
      file.catch(() => this.#files.delete(name));
      this.#files.set(name, file);
    }
    return this.#files.get(name);
  }

  // A list with the places of its claims; an empty one for a value that nobody has.
  async list(facet, value) {
    const path = value ? `${facet}/${value}` : facet;
    const file = SAFE.test(value || "all") ? await this.read(path) : null;
    if (!file) return { path, places: [], ratings: "", rows: [] };
    let sum = -1;
    file.places ??= file.at.map((step) => (sum += step));
    // The path last: a file must not say where its further blocks lie.
    return { ...file, path };
  }

  // Every claim that the state asks for, newest first, each as its list and its number in it; with
  // how many there are of each rating when ratings are left out of account (null: as in the whole).
  async find({ ratings, values }, signs) {
    const lists = await Promise.all(values.map(([facet, value]) => this.list(facet, value)));
    if (!lists.length) return { found: merged(await this.#rated(ratings)), counts: null };
    const [first, ...others] = lists.sort((a, b) => a.places.length - b.places.length);
    const common = entries(first).filter((each) => others.every(({ places }) => has(places, each.place)));
    const wanted = new Set(ratings.map((rating) => signs.get(rating)));
    const counts = new Map();
    for (const { sign } of common) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    return { found: wanted.size ? common.filter(({ sign }) => wanted.has(sign)) : common, counts };
  }

  #rated(ratings) {
    return Promise.all(ratings.length ? ratings.map((rating) => this.list("rating", rating)) : [this.list("all")]);
  }

  // The rows of some claims that were found.
  async rows(found) {
    return (await Promise.all(found.map((each) => this.#row(each)))).filter(Boolean);
  }

  async #row({ list, index }) {
    const block = Math.floor(index / BLOCK);
    const rows = block ? await this.read(`${list.path}/${block}`) : list.rows;
    return rows?.[index % BLOCK];
  }
}

async function fetched(url) {
  const answer = await fetch(url);
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

function entries(list) {
  return list.places.map((place, index) => ({ list, index, place, sign: list.ratings?.[index] }));
}

function merged(lists) {
  const all = lists.flatMap(entries);
  return lists.length > 1 ? all.sort((a, b) => a.place - b.place) : all;
}

function has(places, place) {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle] < place) low = middle + 1;
    else high = middle;
  }
  return places[low] === place;
}
