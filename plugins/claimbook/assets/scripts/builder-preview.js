// The finished page in a frame in which nothing can run.

// What a claim page must have is put in where it is missing, and what is wrong is left out.
export function mended(value, wrong, form) {
  const kept = without(value ?? {}, wrong);
  return completed(kept, form.root, form);
}

function without(value, wrong, path = "") {
  if (Array.isArray(value)) {
    return value.map((each, index) => [each, `${path}.${index}`]).filter(([, at]) => !wrong.has(at))
      .map(([each, at]) => without(each, wrong, at));
  }
  if (typeof value !== "object") return value;
  const entries = Object.entries(value).map(([name, each]) => [name, each, path ? `${path}.${name}` : name]);
  return Object.fromEntries(entries.filter(([, , at]) => !wrong.has(at)).map(([name, each, at]) => [name, without(each, wrong, at)]));
}

function completed(value, record, form) {
  const made = {};
  const { fields, one_of: groups } = form.records[record];
  for (const { name, required, holds } of fields) {
    const each = inside(value[name], holds, form) ?? (required ? stopgap(holds, form) : undefined);
    if (each !== undefined) made[name] = each;
  }
  // One field of such a group must be there; without it the record says nothing.
  return groups.every((group) => group.some((name) => name in made)) ? made : undefined;
}

function inside(value, holds, form) {
  if (holds.type === "list" && Array.isArray(value)) {
    const entries = value.map((each) => inside(each, holds.each, form)).filter((each) => each !== undefined);
    return entries.length ? entries : undefined;
  }
  if (value && typeof value === "object") return holds.record ? completed(value, holds.record, form) : value;
  return value;
}

function stopgap(holds, form) {
  if (holds.type === "record") return completed({}, holds.record, form);
  if (holds.type === "either") return holds.record === "source" ? { title: "…" } : "…";
  if (holds.type === "choice") return [...holds.words].at(-1).value;
  if (holds.of === "rating") return form.open;
  return holds.type === "date" ? "2000" : "…";
}

// Whatever the frame holds, it loads nothing from elsewhere. Its own origin is none.
const OWN = location.origin;
const POLICY = `default-src 'none'; style-src ${OWN} 'unsafe-inline'; img-src ${OWN} data:; font-src ${OWN} data:; form-action 'none'`;

// The HTML is escaped by the compiler; the frame has no scripts whatever it holds. Nor may it open
// windows, so that a link which is to open one leads nowhere.
export function show(frame, html, { styles, language, base, scheme }) {
  const root = document.documentElement;
  const links = styles.map((each) => `<link rel="stylesheet" href="${each}">`).join("");
  frame.srcdoc =
    `<!doctype html><html lang="${language}" dir="${root.dir || "ltr"}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><base href="${base}" target="_blank">${links}` +
    `</head><body class="cb-new-page" data-md-color-scheme="${scheme}"><main>${html}</main></body></html>`;
}
