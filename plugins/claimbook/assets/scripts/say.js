// The words of the interface with values put in.

import words, { language } from "./words.js";

const plural = new Intl.PluralRules(language);
const digits = new Intl.NumberFormat(language);

export const number = (value) => digits.format(value);

export function say(key, values = {}) {
  return words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export function count(key, n, values = {}) {
  const forms = words[key];
  const form = forms[plural.select(n)] ?? forms.other;
  return form.replace(/\{(\w+)\}/g, (_, name) => (name === "n" ? number(n) : values[name]));
}
