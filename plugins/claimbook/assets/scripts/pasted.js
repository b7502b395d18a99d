// The sentences of a text that somebody has pasted, out of a letter or a document for instance.

const GOES_ON = /^(?:\p{Ll}|\d(?!\d?[.)]\s))/u;
const IS_ITEM = /^(?:[-*•·–—>]|\d{1,2}[.)])\s/u;

// Each sentence once; what has no letters is none.
export function sentencesOf(text) {
  const found = paragraphs(text).flatMap(Intl.Segmenter ? segmented : parted);
  return [...new Set(found.map((each) => each.trim()))].filter((each) => /\p{L}.*\p{L}/u.test(each));
}

function paragraphs(text) {
  return text.split(/\n\s*\n/).flatMap((block) => unwrapped(block.split("\n").map((line) => line.trim())));
}

// Lines that go on in the next one are put together, where any line shows that they were wrapped.
function unwrapped(lines) {
  if (!lines.some((line, at) => at && GOES_ON.test(line))) return lines;
  const widest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const found = [];
  for (const [at, line] of lines.entries()) {
    if (at && goesOn(lines[at - 1], line, widest)) found.push(`${found.pop()} ${line}`);
    else found.push(line);
  }
  return found;
}

// A line was wrapped where the first word of the next had no room.
function goesOn(before, line, widest) {
  const isFull = before.length + line.split(" ", 1)[0].length >= widest;
  return GOES_ON.test(line) || (isFull && !IS_ITEM.test(line));
}

function segmented(text) {
  const segments = new Intl.Segmenter(undefined, { granularity: "sentence" }).segment(text);
  return Array.from(segments, ({ segment }) => segment);
}

function parted(text) {
  return text.split(/(?<=[.!?…。！？]["”’)]*)\s+/);
}
