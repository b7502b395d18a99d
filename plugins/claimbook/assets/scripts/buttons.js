// Buttons, which say aloud what came of pressing them.

import { element } from "./elements.js";
import { say } from "./say.js";

const SHOWN = 3000;
const said = element("p", "cb-hidden");
said.setAttribute("role", "status");
document.querySelector(".cb").append(said);

export function button(word, act) {
  const made = element("button", "cb-button", say(word));
  made.type = "button";
  made.addEventListener("click", () => act(made));
  return made;
}

export function copyButton(word, text) {
  return button(word, async (pressed) => {
    const told = await navigator.clipboard.writeText(text()).then(() => "claim_copied", () => "claim_not_copied");
    said.textContent = pressed.textContent = say(told);
    setTimeout(() => {
      pressed.textContent = say(word);
      said.textContent = "";
    }, SHOWN);
  });
}
