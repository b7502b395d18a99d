// Claims in parts, of which those like a text are found: the steps of `claimbook/likeness/index.py`
// over the files of `claimbook/exports/checked_index.py`. Only parts that are needed are loaded.

import { compared } from "./likeness.js";
import { Reader, byCodePoint } from "./likeness-read.js";

const VERSION = 2;
// What a wording is, besides the sentence of a claim.
const [TITLE, QUOTE] = [1, 2];

export class Index {
  // `get(name)` promises the content of a file.
  constructor(get) {
    this.get = get;
    this.files = new Map();
    this.claims = new Map();
    this.counts = new WeakMap();
  }

  // Rejects where the files are missing, or are of another version than these scripts.
  async open() {
    const [reading, index] = await Promise.all([this.#file("words"), this.#file("index")]);
    if (reading.version !== VERSION || index.version !== VERSION) throw new Error("another version");
    this.reader = new Reader(reading);
    this.measures = reading.compare;
    this.index = index;
    [this.thorough, this.brisk] = [index.thorough, index.brisk];
    return this;
  }

  // The claims most like a text, best first: { row, claim, score, relation, reasons }.
  async find(text, most = 5, effort = this.thorough) {
    const wording = this.reader.read(text);
    const lists = await this.#lists(wording.terms);
    this.counts.set(wording, new Map([...lists].map(([term, { count }]) => [term, count])));
    const best = new Map();
    for (const place of this.#candidates(wording, lists, effort)) {
      const found = await this.#compared(wording, place);
      const { claim } = found;
      if (found.score >= this.measures.related && rank(found) > rank(best.get(claim))) best.set(claim, found);
    }
    const byId = (one, other) => byCodePoint(one.row[0], other.row[0]);
    const order = (one, other) => isRelated(one) - isRelated(other) || other.score - one.score || byId(one, other);
    return [...best.values()].sort(order).slice(0, most);
  }

  async #compared(wording, place) {
    const { stride } = this.index;
    const { row, texts } = await this.#claim(Math.floor(place / stride));
    const { kind, wording: other } = texts[place % stride];
    const weigh = (term, which) => this.#weigh(this.counts.get(which).get(term) ?? this.counts.get(other).get(term) ?? 0);
    const { related } = this.measures;
    const found = compared(wording, other, weigh, this.measures, related, kind === QUOTE);
    // A title leaves out too much to be the same as anything.
    if (kind === TITLE) found.relation = "related";
    if (kind === QUOTE) found.reasons.unshift(["as_said"]);
    return { ...found, row, claim: texts[0].text };
  }

  // How much a term tells: the rarer, the more.
  #weigh(count) {
    const { wordings } = this.index;
    return count ? Math.log(1 + (wordings + 1) / (count + 1)) : Math.log(2 + wordings);
  }

  #candidates(wording, lists, { places: most, compared: few }) {
    const [weights, lengths] = [new Map(), new Map()];
    let looked = 0;
    const terms = [...wording.terms].sort((a, b) => (lists.get(a)?.count ?? 0) - (lists.get(b)?.count ?? 0));
    for (const [number, term] of terms.entries()) {
      const { count, places } = lists.get(term) ?? { count: 0, places: [] };
      looked += count;
      if (looked > most && number >= this.index.fewest && weights.size) break;
      for (const [place, length] of places.slice(0, most)) {
        weights.set(place, (weights.get(place) ?? 0) + this.#weigh(count));
        lengths.set(place, length);
      }
    }
    const share = ([place, weight]) => [place, weight / (terms.length + lengths.get(place))];
    const order = ([one, its], [other, theirs]) => theirs - its || one - other;
    return Array.from(weights, share).sort(order).slice(0, few).map(([place]) => place);
  }

  // For each term that is known, in how many wordings it stands, and in which.
  async #lists(terms) {
    const numbers = terms.map((term) => this.#part(term));
    const parts = new Map(
      await Promise.all([...new Set(numbers)].filter((each) => each >= 0).map(async (each) => [each, await this.#file(`terms/${each}`)])),
    );
    const found = new Map();
    for (const [at, term] of terms.entries()) {
      const part = parts.get(numbers[at]);
      if (part && Object.hasOwn(part, term)) found.set(term, list(part[term], this.index.longest + 1));
    }
    return found;
  }

  #part(term) {
    let [low, high] = [0, this.index.starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (byCodePoint(this.index.starts[middle], term) <= 0) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  async #claim(number) {
    if (!this.claims.has(number)) {
      const block = await this.#file(`claims/${Math.floor(number / this.index.block)}`);
      const [texts, row] = block[number % this.index.block];
      this.claims.set(number, { row, texts: texts.map((each) => this.#text(each)) });
    }
    return this.claims.get(number);
  }

  #text([kind, text, counts]) {
    const wording = this.reader.read(text);
    this.counts.set(wording, new Map(wording.terms.map((term, at) => [term, counts[at] ?? 0])));
    return { kind, text, wording };
  }

  // Every file is asked for once; what has failed may be asked for again.
  #file(name) {
    if (!this.files.has(name)) {
      const file = this.get(name);
      file.catch(() => this.files.delete(name));
      this.files.set(name, file);
    }
    return this.files.get(name);
  }
}

const isRelated = ({ relation }) => Number(relation === "related");

// Greater for what says the same than for what is only related, and for the more alike.
const rank = (found) => (found ? found.score + (isRelated(found) ? 0 : 2) : -1);

// Places, each with how long the wording there is.
function list([count, ...steps], base) {
  let at = -1;
  return { count, places: steps.map((step) => [(at += Math.floor(step / base)), step % base]) };
}
