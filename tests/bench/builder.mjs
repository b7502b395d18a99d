// Times the compiler in Pyodide, as the claim builder runs it; tells milliseconds as JSON.
// Arguments as those of tests/builder/agree.mjs.

import fs from "node:fs";
import { pathToFileURL } from "node:url";

const [script, engine, bundle, cases] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${engine}/node_modules/pyodide/pyodide.mjs`));
const { compiler } = await import(`data:text/javascript,${encodeURIComponent(fs.readFileSync(script, "utf8"))}`);
const bytes = (path) => new Uint8Array(fs.readFileSync(path));
const wheels = fs.readdirSync(engine).filter((name) => name.endsWith(".whl"));
const parts = [bundle, ...wheels.map((name) => `${engine}/${name}`)].map(bytes);
const timed = (act) => {
  const began = performance.now();
  const made = act();
  return [made, performance.now() - began];
};

const began = performance.now();
const open = await compiler(() => loadPyodide(), parts);
const start = performance.now() - began;
const { project, known, requests } = JSON.parse(fs.readFileSync(cases, "utf8"));
const encoder = new TextEncoder();
const [ask, opening] = timed(() => open(encoder.encode(project), encoder.encode(known)));
const times = requests.map((request) => ({ ask: request.ask, took: timed(() => ask(request))[1] }));
console.log(JSON.stringify({ start, opening, times }));
