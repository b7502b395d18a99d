// The compiler itself, in Pyodide: what it says here is what `claimbook check` says.

const HOME = "/claimbook";
const START = [
  "import sys",
  `sys.path.insert(0, "${HOME}")`,
  "from claimbook.builder.adviser import answerer",
  "lambda project, known: answerer(project.to_bytes(), known.to_bytes())",
].join("\n");

// A text without halves of letters, which no file can hold.
const whole = (_, value) => (typeof value === "string" ? value.toWellFormed() : value);

// Starts the compiler from the zips of Python's modules; `step` is told of each stage. What comes
// back opens a publication, given as bytes, and that answers requests, which are objects that JSON
// can hold.
export async function compiler(loadPyodide, parts, step = () => {}) {
  step("python");
  const python = await loadPyodide();
  step("compiler");
  python.FS.mkdirTree(HOME);
  for (const part of parts) python.unpackArchive(part, "zip", { extractDir: HOME });
  const opened = python.runPython(START);
  return (project, known) => {
    const answer = opened(project, known);
    return (request) => JSON.parse(answer(JSON.stringify(request, whole)));
  };
}
