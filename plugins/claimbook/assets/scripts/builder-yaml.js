// What has been filled in, as YAML in which every text stands on a line of its own.

// The lines of `value`, and the path of the field that each line belongs to ("review.rating").
export function written(value) {
  const lines = [];
  const places = [];
  const put = (text, path) => {
    lines.push(text);
    places.push(path);
  };
  mapping(value, "", "", put);
  return { text: lines.length ? `${lines.join("\n")}\n` : "", places };
}

function mapping(fields, indent, path, put, first = indent) {
  let lead = first;
  for (const [name, value] of Object.entries(fields)) {
    node(`${lead}${name}:`, value, indent, join(path, name), put);
    lead = indent;
  }
}

function node(head, value, indent, path, put) {
  if (typeof value === "string") {
    put(`${head} ${quoted(value)}`, path);
  } else if (Array.isArray(value)) {
    put(head, path);
    value.forEach((each, index) => entry(each, `${indent}  `, join(path, index), put));
  } else {
    put(head, path);
    mapping(value, `${indent}  `, path, put);
  }
}

function entry(value, indent, path, put) {
  if (typeof value === "string") put(`${indent}- ${quoted(value)}`, path);
  else mapping(value, `${indent}  `, path, put, `${indent}- `);
}

// In double quotes JSON and YAML 1.2 write a text alike (YAML 1.2.2, 7.3.1).
const quoted = (text) => JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escaped);
const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
const join = (path, name) => (path === "" ? String(name) : `${path}.${name}`);

// The field that a problem is about: that of its line, or one that its message names within it.
export function placeOf(problem, places, exists) {
  const path = places[problem.line - 1] ?? "";
  const named = [...problem.message.matchAll(/`([a-z_]+)`/g)].map((found) => found[1]);
  const around = [path, parent(path), ""];
  for (const name of named) {
    const found = around.map((each) => join(each, name)).find(exists);
    if (found && problem.code === "CB102") return found;
  }
  return path;
}

const parent = (path) => path.slice(0, Math.max(path.lastIndexOf("."), 0));
