// What stands beside the form: tabs and their panels, of which one is shown
// (ARIA Authoring Practices, "Tabs").

import { button, say } from "./builder-page.js";
import { element } from "./elements.js";

const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

export class Panels {
  #both = new Map();
  #opened;

  // `opened` is told which panel is shown.
  constructor(names, opened) {
    this.#opened = opened;
    this.element = element("aside", "cb-new__aside");
    this.element.setAttribute("aria-label", say("panels"));
    const tabs = element("div", "cb-new__tabs");
    tabs.setAttribute("role", "tablist");
    tabs.addEventListener("keydown", (event) => this.#walk(event));
    for (const name of names) this.#both.set(name, this.#made(name));
    const both = [...this.#both.values()];
    tabs.append(...both.map(({ tab }) => tab));
    this.element.append(tabs, ...both.map(({ panel }) => panel));
  }

  #made(name) {
    const tab = button(say(name), () => this.open(name));
    Object.assign(tab, { id: `cb-tab-${name}`, className: "cb-new__tab" });
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", `cb-panel-${name}`);
    const panel = Object.assign(element("div", "cb-new__panel"), { id: `cb-panel-${name}`, tabIndex: 0 });
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    return { tab, panel };
  }

  panel(name) {
    return this.#both.get(name).panel;
  }

  call(name, text) {
    this.#both.get(name).tab.textContent = text;
  }

  focus(options) {
    this.#both.get(this.shown).tab.focus(options);
  }

  open(name) {
    this.shown = name;
    for (const [each, { tab, panel }] of this.#both) {
      tab.setAttribute("aria-selected", String(each === name));
      tab.tabIndex = each === name ? 0 : -1;
      panel.hidden = each !== name;
    }
    this.#opened(name);
  }

  #walk({ key }) {
    if (!(key in STEPS)) return;
    const names = [...this.#both.keys()];
    const at = names.indexOf(this.shown);
    this.open(names[(at + STEPS[key] + names.length) % names.length]);
    this.focus();
  }
}
