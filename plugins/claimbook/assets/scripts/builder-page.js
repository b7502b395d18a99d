// What the scripts of the claim builder share: what the page tells them, its words, small helpers.

import { element } from "./elements.js";

export const told = JSON.parse(document.getElementById("cb-new-told").textContent);

export const say = (key, values = {}) => told.words[key]?.replace(/\{(\w+)\}/g, (_, name) => values[name]);
export const here = (address) => new URL(address, location.href).href;
export const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

export function button(text, act) {
  const made = Object.assign(element("button", "cb-new__button", text), { type: "button" });
  made.addEventListener("click", act);
  return made;
}
