// Reads texts, compares pairs and looks claims up with the scripts of the page; tells all as JSON.
//
//     node agree.mjs <folder of scripts> <folder of the index>  < {"texts": [], "pairs": [], "asked": []}

import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [scripts, folder] = process.argv.slice(2).map((path) => pathToFileURL(`${path}/`));
const { Index } = await import(new URL("likeness-index.js", scripts));
const { compared } = await import(new URL("likeness.js", scripts));

const asked = [];
const index = await new Index(async (name) => {
  asked.push(name);
  return JSON.parse(await readFile(new URL(`${name}.json`, folder), "utf8"));
}).open();

const parts = [];
for await (const part of process.stdin) parts.push(part);
const given = JSON.parse(Buffer.concat(parts).toString("utf8"));

const plain = ({ terms, sides, quantities, names, isDenied, isAhead }) => ({
  terms,
  sides: [...sides].sort(),
  quantities,
  names: [...names].sort(),
  is_denied: isDenied,
  is_ahead: isAhead,
});
const read = given.texts.map((text) => plain(index.reader.read(text)));
const weigh = (term) => 1 + (term.length % 3);
const pairs = given.pairs.map(([one, other]) =>
  compared(index.reader.read(one), index.reader.read(other), weigh, index.measures));
const found = [];
for (const text of given.asked) {
  const before = asked.length;
  const began = performance.now();
  const matches = await index.find(text);
  found.push({ matches, files: asked.slice(before), ms: performance.now() - began });
}
process.stdout.write(JSON.stringify({ read, pairs, found }));
