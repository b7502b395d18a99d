// Asks the compiler in Pyodide about drafts, as the claim builder does; told and telling in JSON.
// Arguments: the script that starts the compiler, the folder of the engine, the compiler's zip, the cases.

import fs from "node:fs";
import { pathToFileURL } from "node:url";

const [script, engine, bundle, cases] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${engine}/node_modules/pyodide/pyodide.mjs`));
const { compiler } = await import(`data:text/javascript,${encodeURIComponent(fs.readFileSync(script, "utf8"))}`);
const bytes = (path) => new Uint8Array(fs.readFileSync(path));
const wheels = fs.readdirSync(engine).filter((name) => name.endsWith(".whl"));
const open = await compiler(() => loadPyodide(), [bundle, ...wheels.map((name) => `${engine}/${name}`)].map(bytes));
const encoder = new TextEncoder();
const answers = [];
for (const { project, known, requests } of JSON.parse(fs.readFileSync(cases, "utf8"))) {
  const ask = open(encoder.encode(project), encoder.encode(known));
  for (const request of requests) {
    try {
      answers.push(ask(request));
    } catch (error) {
      answers.push({ failed: error.message.split("\n").at(-2) ?? error.message });
    }
  }
}
console.log(JSON.stringify(answers));
