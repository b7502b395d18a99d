// The claim builder: a form, and beside it what is wrong, how it will look, and the file.

import { Checker } from "./builder-checker.js";
import { brought, forget, keep, kept, offline } from "./builder-draft.js";
import { Fields, marked } from "./builder-fields.js";
import { button, here, say, today, told } from "./builder-page.js";
import { Panels } from "./builder-panels.js";
import { mended, show } from "./builder-preview.js";
import { fileLines, waysToSend } from "./builder-send.js";
import { placeOf, written } from "./builder-yaml.js";
import { element, link } from "./elements.js";

const desk = document.getElementById("cb-new");
const [PAUSE, LONG_PAUSE] = [250, 700];
// No larger file is read by the compiler either.
const MOST_BYTES = 1_048_576;
const SECTIONS = [
  ["claim", ["claim", "title", "claimant", "claimed", "appearances", "topics", "about", "language"]],
  ["evidence", ["evidence"]],
  ["review", ["review"]],
  ["rest", ["related", "aliases", "withdrawn"]],
];

const json = async (address) => (await fetch(address)).json();
const errorsIn = (problems) => problems.filter((each) => each.severity === "error").map((each) => each.path);

// A draft that somebody has begun is not written over.
function withClaim(draft, claim) {
  return !claim || draft?.value?.claim ? draft : { ...draft, value: { ...draft?.value, claim } };
}

class Builder {
  #checker = null;
  #problems = [];
  #timer = 0;
  #round = 0;
  #isOwnName = false;
  #file = { text: "" };

  constructor(form, known) {
    this.form = { ...form, open: known.open };
    this.known = { ...known, claim: known.claims };
    const before = kept();
    const draft = withClaim(before, brought());
    this.sheet = element("form", "cb-new__sheet");
    this.sheet.addEventListener("submit", (event) => event.preventDefault());
    this.aside = this.#aside();
    this.#fill(draft?.value, draft?.name);
    desk.append(this.sheet, this.aside);
    if (before) this.#note(say("draft_back"));
    this.#changed();
  }

  #fill(value = {}, name = "") {
    this.fields = new Fields(this.form, this.known, say, (control) => this.#changed(control));
    this.parts = new Map();
    this.sheet.replaceChildren(this.#status());
    const jump = this.#jump();
    for (const [section, names] of SECTIONS) {
      const box = element(section === "rest" ? "details" : "section", "cb-new__section");
      box.append(element(section === "rest" ? "summary" : "h2", "", say(`section_${section}`)));
      // Each name by itself, so that a record's own order and choice of fields holds.
      const group = this.fields.group(this.form.root, value, names);
      for (const [each, field] of group.parts) this.parts.set(each, field);
      box.append(group.element);
      if (section === "claim") box.append(this.#nameField(name));
      this.sheet.append(box);
    }
    this.sheet.append(jump);
  }

  #status() {
    this.status = element("p", "cb-new__status");
    this.status.setAttribute("role", "status");
    const bar = element("div", "cb-new__bar");
    const again = button(say("start_over"), () => {
      if (!confirm(say("start_over_sure"))) return;
      forget();
      this.#isOwnName = false;
      this.#fill();
      this.#changed();
    });
    bar.append(this.status, this.#opener(), again);
    return bar;
  }

  #opener() {
    const input = Object.assign(element("input", "cb-hidden"), { type: "file", accept: ".yml,.yaml", tabIndex: -1 });
    input.setAttribute("aria-hidden", "true");
    input.addEventListener("change", async () => {
      const [file] = input.files;
      input.value = "";
      if (file) await this.#openFile(file);
    });
    const open = button(say("open"), () => input.click());
    this.openButton = open;
    open.disabled = !this.#checker;
    const box = element("span");
    box.append(open, input);
    return box;
  }

  async #openFile(file) {
    if (file.size > MOST_BYTES) return this.#note(say("open_failed", { reason: say("too_large") }));
    try {
      const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
      return await this.open(file.name.replace(/\.ya?ml$/, ""), text);
    } catch (error) {
      const reason = error instanceof TypeError ? say("no_text") : error.message;
      return this.#note(say("open_failed", { reason }));
    }
  }

  // Fills the form with what a claim file says.
  async open(name, text) {
    const { value, reason } = await this.#checker.ask({ ask: "read", name, text, today: today() });
    if (!value) return this.#note(say("open_failed", { reason }));
    this.#isOwnName = true;
    this.#fill(value, name);
    return this.#changed();
  }

  #nameField(name) {
    const field = this.fields.of({ type: "text" }, "file", say("file_name_about"), name, { required: true });
    field.element.querySelector("label").textContent = say("file_name");
    field.control.addEventListener("input", () => (this.#isOwnName = field.control.value !== ""));
    this.#isOwnName = Boolean(name);
    this.nameField = field;
    return field.element;
  }

  #aside() {
    const panels = new Panels(["problems", "preview", "file", "send"], (name) => this.#opened(name));
    this.panels = panels;
    this.#previewPanel();
    panels.open("problems");
    return panels.element;
  }

  // On a narrow screen all that stands below the form.
  #jump() {
    this.jump = button(say("jump"), () => {
      this.aside.scrollIntoView();
      this.panels.focus({ preventScroll: true });
    });
    this.jump.classList.add("cb-new__jump");
    return this.jump;
  }

  #opened(name) {
    if (name === "preview") this.#preview();
  }

  #previewPanel() {
    this.frame = element("iframe", "cb-new__frame");
    this.frame.setAttribute("sandbox", "");
    this.frame.title = say("preview_title");
    this.frame.hidden = true;
    this.previewNote = element("p", "cb-new__help", say("preview_none"));
    this.panels.panel("preview").append(this.previewNote, this.frame);
  }

  async start() {
    const engine = await fetch(told.engine).then((answer) => (answer.ok ? answer.json() : null), () => null);
    if (!engine) return this.#note(say("no_engine"));
    const folder = here(told.engine).replace(/[^/]*$/, "");
    const parts = [here(told.compiler), ...engine.parts.map((name) => folder + name)];
    const from = { engine: folder, parts, project: here(told.project), known: here(told.known) };
    const checker = new Checker(here(told.worker), (stage) => this.#note(say(`loading_${stage}`)));
    try {
      await checker.start(from);
    } catch (error) {
      return this.#note(say("failed", { reason: error.message }));
    }
    this.#checker = checker;
    this.openButton.disabled = false;
    const loaded = [...engine.program, ...engine.parts].map((name) => folder + name);
    this.#note(say("ready_online"));
    offline(loaded, () => this.#note(say("ready")));
    return this.#changed();
  }

  #note(text) {
    this.status.textContent = text;
  }

  value() {
    const entries = [...this.parts].map(([name, field]) => [name, field.value()]);
    return Object.fromEntries(entries.filter(([, each]) => each !== undefined));
  }

  get name() {
    return this.nameField.control.value.trim() || "new-claim";
  }

  get path() {
    return `${told.folder}/${this.name}.yml`;
  }

  #changed(control = null) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#check(), control ? PAUSE : 0);
  }

  async #check() {
    const value = this.value();
    const { text, places } = written(value);
    const round = (this.#round += 1);
    const isKept = text ? keep({ value, name: this.#isOwnName ? this.name : "" }) : true;
    if (!isKept) this.#note(say("draft_not_kept"));
    // What is taken away meanwhile is what stands in the form.
    Object.assign(this.#file, { name: this.name, path: this.path, text });
    try {
      return await this.#advise(round, text, places, value);
    } catch (error) {
      this.#checker = null;
      this.#note(say("failed", { reason: error.message }));
      return this.#tell({ problems: [], text }, places, value);
    }
  }

  async #advise(round, text, places, value) {
    if (!this.#checker) return this.#tell({ problems: [], text }, places, value);
    if (!this.#isOwnName) await this.#proposeName(value.claim);
    this.#compare(value.claim);
    const advice = await this.#checker.ask({ ask: "advice", name: this.name, text, today: today() });
    return round === this.#round ? this.#tell(advice, places, value) : null;
  }

  // What has been checked already, once the claim is written and left alone for a moment.
  #compare(claim = "") {
    if (claim === this.compared) return;
    this.compared = claim;
    clearTimeout(this.comparing);
    this.comparing = setTimeout(async () => {
      const request = { ask: "alike", name: this.name, text: claim, today: today() };
      const { claims } = (await this.#checker?.ask(request).catch(() => null)) ?? { claims: [] };
      if (claim === this.compared) this.#offerAlike(claims);
    }, LONG_PAUSE);
  }

  #offerAlike(claims) {
    const { element: box } = this.parts.get("claim");
    box.querySelector(".cb-new__alike")?.remove();
    if (!claims.length) return;
    const note = element("div", "cb-new__alike cb-banner");
    note.setAttribute("role", "status");
    note.append(element("p", "", say("similar")));
    const list = element("ul");
    for (const { id, claim, reason } of claims) {
      const item = element("li");
      const anchor = link(`${told.claims}/${id}/`, claim);
      anchor.target = "_blank";
      item.append(anchor, ` (${reason})`);
      list.append(item);
    }
    note.append(list);
    box.append(note);
  }

  async #proposeName(claim) {
    const { id } = await this.#checker.ask({ ask: "id", text: claim ?? "", name: "", today: today() });
    if (!this.#isOwnName) this.nameField.control.value = id;
  }

  #tell({ problems, text }, places, value) {
    const isBegun = places.length > 0;
    const find = (path) => this.#field(path);
    this.#problems = isBegun ? problems.map((each) => ({ ...each, path: placeOf(each, places, find) })) : [];
    this.current = value;
    this.#mark();
    this.#list(isBegun);
    const hasErrors = errorsIn(this.#problems).length > 0;
    fileLines(this.panels.panel("file"), this.path, text);
    Object.assign(this.#file, { name: this.name, path: this.path, text, hasErrors });
    waysToSend(this.panels.panel("send"), this.#file);
    if (this.panels.shown === "preview") this.#preview();
  }

  #field(path) {
    const [name, ...rest] = path.split(".");
    return this.parts.get(name)?.find(rest.join(".")) ?? null;
  }

  // The field of a path, or the nearest group around it.
  #around(path) {
    for (let each = path; each; each = each.slice(0, Math.max(each.lastIndexOf("."), 0))) {
      const field = this.#field(each);
      if (field) return field;
    }
    return null;
  }

  // At each field that has been left once, what is wrong with it.
  #mark() {
    for (const said of desk.querySelectorAll(".cb-new__said")) said.replaceChildren();
    for (const control of desk.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
    for (const each of this.#problems) {
      const field = this.#around(each.path);
      if (!field?.said || (field.control && !("seen" in field.control.dataset))) continue;
      field.said.append(this.#words(each));
      if (each.severity === "error") field.control?.setAttribute("aria-invalid", "true");
    }
  }

  #words(each) {
    const box = element("p", "cb-new__problem");
    box.dataset.severity = each.severity;
    box.append(element("strong", "", `${say(`severity_${each.severity}`)}: `), marked("span", "", each.message));
    if (each.hint) box.append(" ", marked("span", "cb-new__hint", `${say("hint")} ${each.hint}`));
    const page = link(`${told.codes}/${each.code.toLowerCase()}/`, each.code);
    page.setAttribute("aria-label", say("code_page", { code: `${each.code} ${each.name}` }));
    page.target = "_blank";
    box.append(" ", page);
    return box;
  }

  #list(isBegun) {
    const panel = this.panels.panel("problems");
    const count = this.#problems.length;
    const called = count ? `${say("problems")} (${count})` : say("problems");
    this.panels.call("problems", called);
    this.jump.textContent = count ? called : say("jump");
    panel.replaceChildren();
    if (!count) {
      const key = this.#checker ? (isBegun ? "clean" : "not_yet") : "waiting";
      panel.append(element("p", "cb-new__clean", say(key)));
      return;
    }
    const list = element("ol", "cb-new__list-of-problems");
    for (const each of this.#problems) {
      const item = element("li");
      item.append(this.#words(each));
      const field = this.#around(each.path);
      if (field) item.append(this.#way(field));
      list.append(item);
    }
    panel.append(list);
  }

  #way(field) {
    const way = button(say("go_to", { name: field.called }), () => this.#go(field));
    way.classList.add("cb-new__small");
    return way;
  }

  #go(field) {
    for (let box = field.element; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
    const target = field.control ?? field.element.querySelector("input, select, textarea, button");
    target?.focus();
    target?.scrollIntoView({ block: "center" });
  }

  async #preview() {
    if (!this.#checker || !this.current) return;
    const shown = (this.previewed = {});
    const html = await this.#page(new Set(errorsIn(this.#problems))).catch(() => "");
    // Something newer may be on its way, or there already.
    if (shown !== this.previewed) return;
    const scheme = document.body.dataset.mdColorScheme ?? "default";
    const base = here(`${told.claims}/${this.name}/`);
    if (html) show(this.frame, html, { styles: [told.style, told.form_style].map(here), language: told.language, base, scheme });
    this.previewNote.textContent = say("preview_note");
    this.frame.hidden = !html;
  }

  // What is wrong is left out, and some of it shows only then.
  async #page(wrong, rounds = 5) {
    const { text, places } = written(mended(this.current, wrong, this.form));
    const draft = { name: this.name, text, today: today() };
    const { html } = await this.#checker.ask({ ask: "page", ...draft });
    if (html || !rounds) return html;
    const { problems } = await this.#checker.ask({ ask: "advice", ...draft });
    const found = problems.map((each) => ({ ...each, path: placeOf(each, places, () => false) }));
    return this.#page(new Set([...wrong, ...errorsIn(found)]), rounds - 1);
  }
}

const [form, known] = await Promise.all([json(told.form), json(told.known)]);
const builder = new Builder(form, known);
await builder.start();
