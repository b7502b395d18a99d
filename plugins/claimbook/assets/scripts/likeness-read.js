// What counts in a text when it is compared: terms, quantities, names, denial. The steps of
// `claimbook/likeness/reading.py`; all words, endings and patterns are told by it.

const OPENING = ' "“„\'(';
const ENDS = ".!?:";
const SHORTEST = 3;

export class Reader {
  constructor(told) {
    this.told = told;
    this.patterns = Object.fromEntries(
      Object.entries(told.patterns).map(([name, pattern]) => [name, new RegExp(pattern, "gu")]),
    );
    this.dates = told.dates.map((pattern) => new RegExp(pattern, "gu"));
    for (const name of ["small", "denying", "denying_verbs", "ahead", "ahead_in_german", "english", "german"]) {
      this[name] = new Set(told[name]);
    }
    this.telling = new Set(told.numbers.telling);
    this.senses = new Map(Object.entries(told.senses));
    this.sensesByStem = new Map(Object.entries(told.senses_by_stem));
    this.stems = new Map();
  }

  // { terms, sides, quantities, names, isDenied, isAhead }
  read(text) {
    const { patterns } = this;
    const start = [...text].slice(0, this.told.most).join("");
    const plain = start.normalize("NFKC").replace(patterns.apostrophes, "'");
    const [quantities, rest] = this.quantities(this.#folded(plain));
    const tokens = rest.match(patterns.word) ?? [];
    const tongue = this.#tongue(tokens);
    const stems = tokens.flatMap((word) => this.#termsOf(word, tongue));
    const terms = [...new Set(stems.map(([term]) => term))].sort(byCodePoint);
    const known = new Set(terms);
    const names = new Set([...this.#names(plain, tongue)].filter((name) => known.has(name)));
    const [isDenied, isAhead] = [this.#isDenied(rest, tokens), this.#isAhead(rest, tokens, tongue)];
    return { terms, sides: oneSided(stems), quantities, names, isDenied, isAhead };
  }

  #folded(text) {
    let folded = Array.from(text, (each) => this.told.folded[each] ?? each.toLowerCase()).join("");
    folded = folded.replaceAll("cannot", "can not").replace(this.patterns.negated, " not");
    for (const each of this.told.not_denying) folded = folded.replaceAll(each, " ");
    return folded;
  }

  #tongue(tokens) {
    const english = tokens.filter((word) => this.english.has(word)).length;
    const german = tokens.filter((word) => this.german.has(word)).length;
    if (!english && !german) return tokens.length > 6 ? "" : "en";
    return german > english ? "de" : "en";
  }

  #termsOf(word, tongue) {
    if (matches(this.patterns.dense, word, 0)) {
      const letters = [...word];
      const count = Math.max(1, letters.length - 1);
      return Array.from({ length: count }, (_, at) => [letters.slice(at, at + 2).join(""), 0]);
    }
    return word
      .split("'")
      .filter((each) => [...each].length > 1 && !this.#isUntold(each))
      .map((each) => this.stemOf(each, tongue));
  }

  #isUntold(word) {
    return this.small.has(word) || this.denying.has(word) || this.denying_verbs.has(word);
  }

  stemOf(word, tongue) {
    const key = `${tongue} ${word}`;
    if (!this.stems.has(key)) this.stems.set(key, this.#stem(word, tongue));
    return this.stems.get(key);
  }

  #stem(word, tongue) {
    const sense = this.senses.get(word);
    if (sense) return sense;
    const plain = word.normalize("NFD").replace(/\p{M}/gu, "");
    const stem = this.#stemmed([...plain], tongue).join("");
    return (tongue && this.sensesByStem.get(stem)) || [stem, 0];
  }

  #stemmed(word, tongue) {
    if (tongue === "en") return this.#english(word);
    return tongue === "de" ? this.#german(word) : word.slice(0, 6);
  }

  #english(word) {
    const own = ends(word, "'s") ? word.slice(0, -2) : word;
    const stem = cut(own, this.told.endings.en);
    const last = stem.at(-1);
    const isDoubled = stem.length > SHORTEST && last === stem.at(-2) && !"ls".includes(last);
    return cut(isDoubled ? stem.slice(0, -1) : stem, ["at", "e", "i", "y"]);
  }

  #german(word) {
    const isPast = word[0] === "g" && word[1] === "e" && word.length > 6 && "tn".includes(word.at(-1));
    return cut(cut(isPast ? word.slice(2) : word, this.told.endings.de), ["er", "en", "e"]);
  }

  *#names(text, tongue) {
    for (const { 0: word, index } of text.matchAll(this.patterns.name)) {
      const [first, ...others] = word;
      const rest = others.join("");
      const isOdd = rest !== rest.toLowerCase();
      if (!isOdd && (tongue === "de" || !/^\p{Uppercase}/u.test(first))) continue;
      const folded = Array.from(word, (each) => this.told.folded[each] ?? each.toLowerCase()).join("");
      const [term] = this.stemOf(folded, tongue);
      if (isOdd || isWithin(text, index) || !term.startsWith("~")) yield term;
    }
  }

  #isDenied(text, tokens) {
    const places = (known) => tokens.flatMap((word, at) => (known.has(word) ? [at] : []));
    const [denials, verbs] = [places(this.denying), places(this.denying_verbs)];
    const undone = denials.filter((at) => verbs.some((verb) => verb - at > 0 && verb - at <= 2));
    if (undone.length && denials.length === undone.length) return false;
    return denials.length + verbs.length > 0 || this.told.denying_signs.some((sign) => text.includes(sign));
  }

  #isAhead(text, tokens, tongue) {
    const known = tongue === "de" ? this.ahead_in_german : this.ahead;
    const isOne = (word) => word.split("'").some((part) => known.has(part));
    return tokens.some(isOne) || this.told.ahead_phrases.some((phrase) => text.includes(phrase));
  }

  // The numbers and days of a folded text as [value, unit], and the text without them.
  quantities(text) {
    const tokens = text.match(this.patterns.letters) ?? [];
    if (text.search(this.patterns.sign) < 0 && !tokens.some((word) => this.telling.has(word))) return [[], text];
    const found = new Map();
    const take = (quantity) => {
      found.set(quantity.join(" "), quantity);
      return " ";
    };
    for (const pattern of this.dates) {
      text = text.replace(pattern, (...parts) => take(this.#day(parts.at(-1))));
    }
    text = text.replace(this.patterns.number, (...parts) => take(this.#number(parts.at(-1))));
    return [[...found.values()], text];
  }

  #day({ year, month, number, day }) {
    const { months } = this.told.numbers;
    const which = month ? months[month] : Number(this.#digits(number ?? "0"));
    const date = Number(this.#digits(day ?? "0"));
    const parts = [year ?? "", which ? twoDigits(which) : "", date ? twoDigits(date) : ""];
    return [parts.join("-").replace(/-+$/, ""), "day"];
  }

  #number({ before, figures, word, one, ones, einer, scale, unit }) {
    const { units, scales, words: named } = this.told.numbers;
    const by = (scale ?? "").replace(/\.+$/, "");
    const of = lookUp(units, before ?? unit ?? "") ?? "";
    if (figures && !by && !of && new RegExp(`^(?:${this.told.patterns.year})$`, "u").test(figures)) {
      return [figures, "day"];
    }
    const parts = [word, one, ones, einer].filter(Boolean);
    const inWords = parts.reduce((sum, each) => sum + (lookUp(named, each) ?? 1), 0);
    const amount = figures ? plainNumber(this.#digits(figures)) : `${inWords}`;
    return [scaled(amount, lookUp(scales, by) ?? 0), of];
  }

  #digits(text) {
    const value = (each) => {
      const at = each.codePointAt(0);
      return at - this.told.zeros.findLast((zero) => zero <= at);
    };
    return text.replace(/\p{Nd}/gu, value);
  }
}

function lookUp(table, key) {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

// 1,000.5 and 1.000,5
function plainNumber(figures) {
  const plain = figures.replace(/['’ ]/g, "");
  if (/^\d{1,3}([.,]\d{3})+$/.test(plain) && !plain.startsWith("0")) return plain.replace(/[.,]/g, "");
  const [, head, , tail] = /^(.*?)(?:([.,])(\d+))?$/.exec(plain);
  return head.replace(/[.,]/g, "") + (tail ? `.${tail}` : "");
}

// A number as text times a power of ten, with no digit that says nothing.
function scaled(number, power) {
  const [whole, rest = ""] = number.split(".");
  const moved = rest.padEnd(power, "0");
  const head = (whole + moved.slice(0, power)).replace(/^0+(?=\d)/, "");
  const tail = moved.slice(power).replace(/0+$/, "");
  return tail ? `${head}.${tail}` : head;
}

const twoDigits = (number) => `${number}`.padStart(2, "0");

function matches(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text)?.index === at;
}

function ends(word, ending) {
  const from = word.length - ending.length;
  return from >= 0 && [...ending].every((letter, at) => word[from + at] === letter);
}

function cut(word, endings) {
  const found = endings.find((each) => ends(word, each) && word.length - each.length >= SHORTEST);
  return found ? word.slice(0, -found.length) : word;
}

function isWithin(text, at) {
  let last = at - 1;
  while (last >= 0 && OPENING.includes(text[last])) last -= 1;
  return last >= 0 && !ENDS.includes(text[last]);
}

// The side of each opposition of which a text names only one.
function oneSided(stems) {
  const found = new Map();
  for (const [term, side] of stems) {
    if (side) found.set(term, (found.get(term) ?? new Set()).add(side));
  }
  return new Map([...found].filter(([, sides]) => sides.size === 1).map(([term, [side]]) => [term, side]));
}

export function byCodePoint(one, other) {
  const [left, right] = [[...one], [...other]];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const difference = left[at].codePointAt(0) - right[at].codePointAt(0);
    if (difference) return difference;
  }
  return left.length - right.length;
}
