// How citeproc-js cites each item by itself: node citeproc.js STYLE LOCALES LANGUAGE ITEMS LIST

const fs = require("fs");
const path = require("path");
const CSL = require(path.join(process.cwd(), "build/oracles/node_modules/citeproc"));

const [style, locales, language, file, list] = process.argv.slice(2);
const items = new Map(JSON.parse(fs.readFileSync(file, "utf8")).map((each) => [each.id, each]));
const system = {
  retrieveLocale: (name) => fs.readFileSync(`${locales}/locales-${name}.xml`, "utf8"),
  retrieveItem: (id) => structuredClone(items.get(id)),
};
const engine = new CSL.Engine(system, fs.readFileSync(style, "utf8"), language, true);
const said = {};
for (const id of items.keys()) {
  engine.updateItems([id]);
  const [, entries] = engine.makeBibliography();
  said[id] = { entry: entries[0] ?? "", text: engine.makeCitationCluster([{ id }]) };
}
// Then how it cites the items of a second file together, which are one list.
const names = [];
for (const each of JSON.parse(fs.readFileSync(list, "utf8"))) {
  items.set(each.id, each);
  names.push(each.id);
}
engine.updateItems(names);
const [{ entry_ids: order }] = engine.makeBibliography();
const citations = names.map((id) => ({ citationID: id, citationItems: [{ id }], properties: { noteIndex: 0 } }));
const texts = engine.rebuildProcessorState(citations).map(([, , text]) => text);
const together = { order: order.flat(), texts: Object.fromEntries(names.map((id, at) => [id, texts[at]])) };
fs.writeSync(1, JSON.stringify({ alone: said, together }));
