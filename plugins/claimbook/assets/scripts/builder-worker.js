// Keeps the page free while the compiler starts and reads.

import { compiler } from "./builder-compiler.js";

let ask = null;

async function bytes(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function start({ engine, parts, project, known }) {
  const step = (stage) => postMessage({ stage });
  step("download");
  const [{ loadPyodide }, knownBytes, projectBytes, ...zips] = await Promise.all([
    import(`${engine}pyodide.mjs`),
    ...[known, project, ...parts].map(bytes),
  ]);
  const load = () => loadPyodide({ indexURL: engine });
  ask = (await compiler(load, zips, step))(projectBytes, knownBytes);
}

addEventListener("message", async ({ data: { id, start: from, request } }) => {
  try {
    if (from) await start(from);
    postMessage({ id, answer: request ? ask(request) : true });
  } catch (error) {
    postMessage({ id, failed: String(error) });
  }
});
