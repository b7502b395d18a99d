// How alike two wordings are, how they relate, and why: the steps of `claimbook/likeness/compare.py`.

// { score, relation, reasons }; `reasons` are the keys of what there is to say, with values.
// `weigh(term, which)` says how much a term tells, `which` being the wording it is of. The other one
// may be a quotation, which a longer text may repeat.
export function compared(one, other, weigh, measures, least = 0, isQuote = false) {
  const score = scoreOf(one, other, weigh, measures, least, isQuote);
  const others = conflicting(unmatched(one.quantities, other.quantities));
  const names = ownNames(one, other, measures);
  const isOpposite = (one.isDenied !== other.isDenied) !== takesOtherSide(one, other);
  const areOthers = others.every((side) => side.length);
  const isUnclear = isOpposite && isQuote && one.terms.length > measures.longer * other.terms.length;
  const haveOtherNames = names.every((side) => side.length);
  let relation = "same";
  if (score < measures.same || haveOtherNames || isUnclear || (areOthers && isOpposite)) relation = "related";
  else if (areOthers) relation = "other number";
  else if (isOpposite) relation = "opposite";
  const reasons = [...reasonsOf({ one, other, score, others, names, isOpposite }, measures)];
  return { score: Math.round(score * 1000) / 1000, relation, reasons };
}

function ownNames(one, other, { name_head: head }) {
  return [beside(one, other, head), beside(other, one, head)];
}

function beside(these, those, head) {
  const heads = new Set(those.terms.map((term) => start(term, head)));
  return [...these.names].filter((name) => !heads.has(start(name, head)));
}

// What stands against something on the other side: days against days, or numbers.
function conflicting(sides) {
  for (const isDay of [true, false]) {
    const found = sides.map((side) => side.filter(([, unit]) => (unit === "day") === isDay));
    if (found.every((side) => side.length)) return found;
  }
  const [ours, theirs] = sides;
  return ours.length ? [ours, []] : [[], theirs];
}

function takesOtherSide(one, other) {
  return [...other.sides].some(([term, side]) => (one.sides.get(term) ?? side) !== side);
}

function scoreOf(one, other, weigh, measures, least, isQuote) {
  const ours = weightOf(one, one.terms, weigh, measures);
  const theirs = weightOf(other, other.terms, weigh, measures);
  if (!ours || !theirs) return 0;
  const within = isQuote ? measures.quoted : measures.within;
  const part = isQuote ? theirs : Math.min(ours, theirs);
  const share = (shared) => ((1 - within) * 2 * shared) / (ours + theirs) + (within * shared) / part;
  const [left, right] = [new Set(one.terms), new Set(other.terms)];
  const common = one.terms.filter((term) => right.has(term));
  let shared = weightOf(one, common, weigh, measures);
  if (share(shared + measures.credit * Math.min(ours - shared, theirs)) < least) return 0;
  const rest = [one.terms.filter((term) => !right.has(term)), other.terms.filter((term) => !left.has(term))];
  for (const [a, b] of pairs(...rest, measures)) {
    shared += measures.credit * Math.min(weigh(a, one), weigh(b, other));
  }
  return Math.min(1, share(shared));
}

function weightOf(wording, terms, weigh, { name_weight: more }) {
  return terms.reduce((sum, term) => sum + weigh(term, wording) * (wording.names.has(term) ? more : 1), 0);
}

// Terms that are spelled alike, each once: those with the same beginning.
function* pairs(left, right, { head, alike: least }) {
  const free = Map.groupBy ? Map.groupBy(right, (term) => start(term, head)) : grouped(right, head);
  for (const term of left) {
    const others = free.get(start(term, head)) ?? [];
    let [best, likeness] = [null, -1];
    for (const each of others) {
      const found = alike(term, each);
      if (found > likeness) [best, likeness] = [each, found];
    }
    if (best !== null && likeness >= least) {
      others.splice(others.indexOf(best), 1);
      yield [term, best];
    }
  }
}

function grouped(terms, head) {
  const found = new Map();
  for (const term of terms) found.set(start(term, head), [...(found.get(start(term, head)) ?? []), term]);
  return found;
}

function alike(one, other) {
  const [ours, theirs] = [bigrams(one), bigrams(other)];
  const common = [...ours].filter((each) => theirs.has(each)).length;
  return (2 * common) / Math.max(1, ours.size + theirs.size);
}

function bigrams(word) {
  const letters = [...word];
  return new Set(letters.slice(1).map((letter, at) => letters[at] + letter));
}

function* reasonsOf({ one, other, score, others, names, isOpposite }, measures) {
  yield [score >= measures.nearly_all ? "nearly_same_words" : "similar_words"];
  if (names.every((side) => side.length)) yield ["other_names"];
  else if (names.some((side) => side.length)) yield ["name_in_one"];
  else if (one.names.size && other.names.size) yield ["same_names"];
  if (others.every((side) => side.length)) yield ["other_numbers", others];
  else if (others.some((side) => side.length)) yield ["number_in_one"];
  else if (one.quantities.length && other.quantities.length) yield ["same_numbers"];
  if (isOpposite) yield [one.isDenied !== other.isDenied ? "denied" : "opposite_verb"];
  if (one.isAhead !== other.isAhead) yield ["ahead"];
}

function unmatched(ours, theirs) {
  return [without(ours, theirs), without(theirs, ours)];
}

function without(these, those) {
  return these.filter((each) => !those.some((other) => fits(each, other)));
}

// Whether both may mean the same: 2025 and September 2025 may.
function fits([value, unit], [other, its]) {
  if (unit === "day" || its === "day") return unit === its && daysFit(value, other);
  return value === other && (unit === its || !unit || !its);
}

function daysFit(one, other) {
  const [left, right] = [one.split("-"), other.split("-")];
  return left.slice(0, right.length).every((part, at) => part === right[at] || !part || !right[at]);
}

const start = (term, length) => [...term].slice(0, length).join("");
