// A claim as one line of a list, as `templates/row.html` has it; text is only ever text.

import { isPast } from "./due.js";
import { element, link } from "./elements.js";

// `form` bears the rating's chip, with its icon, and the pattern of a claim's address.
export function row([id, title, language, sign, claimant, iso, date, sources, remarks, due], form) {
  const chip = form.querySelector(`[data-sign="${CSS.escape(sign)}"] + .cb-chip`).cloneNode(true);
  const made = element("li", "cb-row");
  made.dataset.tone = chip.dataset.tone;
  const heading = element("p", "cb-row__title");
  const name = link(form.dataset.cbClaim.replace("*", id), title);
  if (language) name.lang = language;
  name.dir = "auto";
  heading.append(name);
  const meta = element("p", "cb-row__meta");
  meta.append(chip, Object.assign(element("span", "", claimant), { dir: "auto" }));
  if (date) meta.append(Object.assign(element("time", "", date), { dateTime: iso }));
  meta.append(element("span", "", sources), ...remarks.map((text) => element("span", "cb-row__note", text)));
  if (due) meta.append(dueNote(due, form.dataset.cbDueWord));
  made.append(heading, meta);
  return made;
}

function dueNote(due, word) {
  const note = element("span", "cb-row__note", word);
  note.dataset.cbDue = due;
  note.hidden = !isPast(due);
  return note;
}
