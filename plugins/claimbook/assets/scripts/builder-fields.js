// The fields of the form, as the declarations of the records have them.

import { addressAdvice } from "./builder-address.js";
import { today } from "./builder-page.js";
import { element } from "./elements.js";

// What most claims have; all else stands below "More fields".
const OFTEN = {
  claim: ["claim", "claimant", "claimed", "appearances", "topics", "evidence", "review", "related", "withdrawn"],
  review: ["rating", "verdict", "analysis", "confidence", "reviewed", "not_verified"],
  evidence: ["source", "stance", "quote", "locator", "says"],
  source: ["type", "title", "publisher", "published", "url", "standing", "accessed"],
  appearance: ["source", "document", "quote"],
};
// One sentence each, but a long one; and the days on which something was done just now.
const SENTENCES = ["claim", "verdict", "quote", "says"];
const DONE_NOW = ["accessed", "reviewed", "asked", "captured"];
let made = 0;


const spaced = (name) => name.replaceAll("_", " ");
const capital = (text) => text[0].toUpperCase() + text.slice(1);

// Plain text in which what stands between back quotes is code.
export function marked(tag, className, text) {
  const made = element(tag, className);
  text.split("\x60").forEach((piece, index) => made.append(index % 2 ? element("code", "", piece) : piece));
  return made;
}
export const button = (text, className = "cb-new__button") =>
  Object.assign(element("button", className, text), { type: "button" });

// Makes fields of a form; `known` are lists to choose from, `changed` is told of every change.
export class Fields {
  constructor(form, known, say, changed) {
    Object.assign(this, { form, known, say, changed });
  }

  // What a field, and what one entry of a list, is called before people.
  spoken(name) {
    return this.say(`field_${name}`) ?? capital(spaced(name));
  }

  one(name) {
    return this.say(`one_${name}`) ?? spaced(name);
  }

  // What is said of a field to people who write no YAML.
  help(name, about) {
    return this.say(`help_${name}`) ?? about;
  }

  // Every field has `called` (its name before people), `element`, `value()` (undefined where nothing is filled in), `find(path)`.
  of(holds, name, about, start, options = {}) {
    const make = { list: this.list, record: this.record, either: this.either };
    const found = make[holds.type] ?? this.leaf;
    const field = found.call(this, holds, { name, about, start, ...options });
    return Object.assign(field, { called: this.spoken(name) });
  }

  leaf(holds, { name, about, start, required, example }) {
    const id = `cb-field-${(made += 1)}`;
    const box = element("div", "cb-new__field");
    const label = Object.assign(element("label", "", this.spoken(name)), { htmlFor: id });
    if (!required) label.append(" ", element("small", "", this.say("optional")));
    const help = Object.assign(marked("p", "cb-new__help", this.help(name, about)), { id: `${id}-help` });
    const control = this.control(SENTENCES.includes(name) ? { ...holds, lines: true } : holds, start, example);
    Object.assign(control, { id });
    control.setAttribute("aria-describedby", `${id}-help ${id}-said`);
    if (required) control.setAttribute("aria-required", "true");
    const said = Object.assign(element("div", "cb-new__said"), { id: `${id}-said` });
    box.append(label, help, control, said);
    const count = holds.most && this.counter(control, holds.most);
    if (count) box.append(count);
    const list = this.offers(holds, control);
    if (list) box.append(list);
    control.addEventListener("input", () => this.changed(control));
    control.addEventListener("change", () => this.changed(control));
    control.addEventListener("blur", () => {
      control.dataset.seen = "";
      this.changed(control);
    });
    const value = () => control.value.trim() || undefined;
    const set = (text) => {
      control.value = text;
      control.dataset.seen = "";
      this.changed(control);
    };
    if (holds.type === "date" && DONE_NOW.includes(name)) box.append(this.todayButton(set));
    if (holds.type === "url") box.append(addressAdvice(control, this, set));
    const field = { element: box, value, set, holds, control, said, find: (path) => (path === "" ? field : null) };
    return field;
  }

  control(holds, start = "", example = "") {
    const offered = holds.type === "choice" ? Array.from(holds.words, (each) => [each.value, each.about]) : this.choices(holds);
    if (offered) return this.select(offered, start);
    const control = element(holds.lines ? "textarea" : "input");
    if (holds.lines) control.rows = holds.type === "markdown" ? 8 : 1;
    else control.type = "text";
    if (holds.type === "url") control.inputMode = "url";
    control.spellcheck = ["text", "quote", "markdown"].includes(holds.type);
    control.autocomplete = "off";
    control.dir = "auto";
    if (example) control.placeholder = example;
    control.value = start;
    return control;
  }

  todayButton(set) {
    const now = button(this.say("today"), "cb-new__button cb-new__small");
    now.addEventListener("click", () => set(today()));
    return now;
  }

  choices(holds) {
    if (holds.type !== "id") return null;
    if (holds.of === "rating") return this.known.rating.map(([key, label, about]) => [key, about, label]);
    return holds.of === "topic" && this.known.topic.length ? this.known.topic.map(([key, label]) => [key, "", label]) : null;
  }

  select(offered, start) {
    const control = element("select");
    control.append(new Option(this.say("choose"), ""));
    for (const [value, about, label = value] of offered) control.append(new Option(about ? `${label}: ${about}` : label, value));
    if (start && !offered.some(([value]) => value === start)) control.append(new Option(start, start));
    control.value = start ?? "";
    return control;
  }

  // Suggestions from what the publication has already.
  offers(holds, control) {
    const entries = holds.type === "id" || holds.of ? this.known[holds.of] : null;
    if (!entries || control.tagName !== "INPUT") return null;
    const list = Object.assign(element("datalist"), { id: `${Math.random()}`.replace("0.", "cb-list-") });
    for (const [id, title, other] of entries) {
      list.append(Object.assign(new Option(holds.of === "claim" ? other : title, id), {}));
    }
    control.setAttribute("list", list.id);
    return list;
  }

  counter(control, most) {
    const note = element("p", "cb-new__count");
    const show = () => {
      const length = [...control.value].length;
      note.textContent = length > most * 0.8 ? this.say("characters", { n: length, most }) : "";
    };
    control.addEventListener("input", show);
    show();
    return note;
  }

  // A group of fields of which those that most claims have are shown.
  group(record, start = {}, names = null) {
    const { fields } = this.form.records[record];
    const wanted = names ? fields.filter((each) => names.includes(each.name)) : fields;
    const often = OFTEN[record];
    const box = element("div", "cb-new__group");
    const rest = element("details", "cb-new__more");
    rest.append(element("summary", "", this.say("more")));
    const parts = new Map();
    for (const each of wanted) {
      const given = start?.[each.name];
      // The section has the name of what it holds.
      const bare = names?.length === 1 || undefined;
      const field = this.of(each.holds, each.name, each.about, given, { ...each, bare });
      parts.set(each.name, field);
      const isShown = !often || each.required || often.includes(each.name) || given !== undefined;
      (isShown ? box : rest).append(field.element);
    }
    if (rest.childElementCount > 1) box.append(rest);
    return { element: box, value: () => filled(parts), find: (path) => within(path, parts), parts };
  }

  record({ record }, { name, about, start, required, bare }) {
    const box = element(bare ? "div" : "fieldset", bare ? "" : "cb-new__record");
    if (!bare) box.append(element("legend", "", this.spoken(name)));
    if (about && !bare) box.append(marked("p", "cb-new__help", this.help(name, about)));
    let inner = null;
    const open = (given) => {
      inner = this.group(record, given);
      box.append(inner.element);
    };
    if (required || bare || start) open(start);
    else box.append(this.opener(name, () => open({})));
    const field = { element: box, value: () => inner?.value(), find: (path) => (path === "" ? field : inner?.find(path)) };
    return field;
  }

  opener(name, open) {
    const add = button(this.say("add", { name: this.one(name) }));
    add.addEventListener("click", () => {
      const box = add.parentElement;
      add.remove();
      open();
      box.querySelector("input, select, textarea")?.focus();
      this.changed();
    });
    return add;
  }

  // A source is known here or new; of people a name will do.
  way(kind, record) {
    return this.say(`way_${kind}_${record}`) ?? this.say(`way_${kind}`);
  }

  // A name or id in a field, or a record that is written out.
  either({ text, record }, { name, about, start, required, example, of = name }) {
    const box = element("fieldset", "cb-new__record cb-new__either");
    const id = `cb-way-${(made += 1)}`;
    box.append(element("legend", "", this.spoken(name)), marked("p", "cb-new__help", this.help(of, about)));
    const ways = element("p", "cb-new__ways");
    const isOut = start === undefined ? record === "source" : typeof start === "object";
    const asText = { ...text, of: { source: "source", claimant: "claimant", about: "claimant" }[of] ?? text.of };
    const options = { text: this.leaf(asText, { name: this.way("name", record), about: "", start: isOut ? "" : start, required: true, example }) };
    options.text.called = this.spoken(name);
    options.record = this.group(record, isOut ? start : {});
    let way = isOut ? "record" : "text";
    const show = () => {
      for (const [each, field] of Object.entries(options)) field.element.hidden = each !== way;
    };
    for (const value of ["text", "record"]) {
      const radio = Object.assign(element("input"), { type: "radio", name: id, value, checked: way === value });
      radio.addEventListener("change", () => {
        way = value;
        show();
        this.changed();
      });
      const spokenLabel = element("label", "cb-new__way");
      spokenLabel.append(radio, ` ${this.way(value, record)}`);
      ways.append(spokenLabel);
    }
    box.append(ways, options.text.element, options.record.element);
    show();
    const field = {
      element: box,
      value: () => options[way].value(),
      find: (path) => (path === "" && way === "record" ? field : options[way].find(path)),
      choose: (value) => {
        way = "text";
        box.querySelector("input[value=text]").checked = true;
        options.text.set(value);
        show();
      },
      required,
    };
    box.cbField = field;
    return field;
  }

  list({ each }, { name, about, start, example, bare }) {
    const box = element("fieldset", "cb-new__list");
    box.classList.toggle("cb-new__bare", Boolean(bare));
    box.append(element("legend", bare ? "cb-hidden" : "", this.spoken(name)));
    if (about) box.append(marked("p", "cb-new__help", this.help(name, about)));
    const said = element("div", "cb-new__said");
    box.append(said);
    const entries = [];
    const one = this.one(name);
    const add = button(this.say("add", { name: one }));
    const append = (given) => {
      const row = element("div", "cb-new__entry");
      const number = entries.length + 1;
      const title = this.say("entry", { name: capital(one), number });
      const of = name;
      const field = this.of(each, title, "", given, { required: true, example, bare: each.type === "record", of });
      if (each.type === "record") row.append(element("h3", "cb-new__number", title));
      const remove = button(this.say("remove", { name: title }), "cb-new__button cb-new__remove");
      const item = { field, row };
      remove.addEventListener("click", () => {
        entries.splice(entries.indexOf(item), 1);
        row.remove();
        add.focus();
        this.changed();
      });
      row.append(field.element, remove);
      entries.push(item);
      add.before(row);
      add.textContent = this.say("add_entry", { name: one });
      return field;
    };
    add.addEventListener("click", () => {
      const field = append();
      field.element.querySelector("input, select, textarea")?.focus();
      this.changed();
    });
    box.append(add);
    for (const given of start ? [start].flat() : name === "evidence" ? [undefined] : []) append(given);
    const value = () => {
      const values = entries.map(({ field }) => field.value()).filter((given) => given !== undefined);
      return values.length ? values : undefined;
    };
    // What is left empty has no place in the file.
    const filledIn = () => entries.filter(({ field }) => field.value() !== undefined);
    const find = (path) => {
      if (path === "") return field;
      const [first, rest] = divided(path);
      return /^\d+$/.test(first) ? (filledIn()[first]?.field.find(rest) ?? null) : null;
    };
    const field = { element: box, value, find, said };
    return field;
  }
}

function filled(parts) {
  const values = [...parts].map(([name, field]) => [name, field.value()]).filter(([, value]) => value !== undefined);
  return values.length ? Object.fromEntries(values) : undefined;
}

function within(path, parts) {
  const [name, rest] = divided(path);
  return parts.get(name)?.find(rest) ?? null;
}

function divided(path) {
  const at = path.indexOf(".");
  return at < 0 ? [path, ""] : [path.slice(0, at), path.slice(at + 1)];
}
