// How citeproc-js cites each item by itself: node citeproc.js STYLE LOCALES LANGUAGE ITEMS

const fs = require("fs");
const path = require("path");
const CSL = require(path.join(process.cwd(), "build/oracles/node_modules/citeproc"));

const [style, locales, language, file] = process.argv.slice(2);
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
fs.writeSync(1, JSON.stringify(said));
