// What the search box needs when somebody searches: the veil behind it, its reset button, and the
// panel of results.

import { element } from "./elements.js";
import { say } from "./say.js";

const CROSS = "M6 6 18 18M18 6 6 18";
const SVG = "http://www.w3.org/2000/svg";

export function addPanel(box, input) {
  box.querySelector(".md-search__inner").before(veil());
  input.form.append(options());
  const { output, list } = panel();
  input.form.after(output);
  input.setAttribute("aria-controls", list.id);
}

function veil() {
  const made = element("label", "md-search__overlay");
  made.htmlFor = "__search";
  return made;
}

function options() {
  const made = element("div", "md-search__options");
  const button = element("button", "md-search__icon md-icon");
  button.type = "reset";
  button.title = say("search_clear");
  button.setAttribute("aria-label", button.title);
  button.append(cross());
  made.append(button);
  return made;
}

function cross() {
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("viewBox", "0 0 24 24");
  const path = document.createElementNS(SVG, "path");
  for (const [name, value] of Object.entries({ d: CROSS, fill: "none", stroke: "currentcolor", "stroke-width": 2 })) path.setAttribute(name, value);
  drawn.append(path);
  return drawn;
}

function panel() {
  const status = marked("div", "md-search-result__meta", "status");
  status.setAttribute("role", "status");
  const refine = marked("details", "cb-search__refine", "refine");
  refine.hidden = true;
  refine.append(element("summary", "", say("search_refine")), marked("div", "cb-search__filters", "filters"));
  const list = marked("div", "cb-search__results", "results");
  list.id = "cb-search-results";
  const output = within("md-search__output", within("md-search__scrollwrap", within("md-search-result", status, refine, list)));
  return { output, list };
}

function marked(tag, className, name) {
  const made = element(tag, className);
  made.setAttribute(`data-cb-${name}`, "");
  return made;
}

function within(className, ...children) {
  const made = element("div", className);
  made.append(...children);
  return made;
}
