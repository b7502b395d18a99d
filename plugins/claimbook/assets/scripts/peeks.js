// A look at a claim that is mentioned in running text: its card, which other sites embed too.

import { element } from "./elements.js";
import { previews } from "./previews.js";

const known = new Map();

async function card(address) {
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
  const main = page.querySelector("main");
  // Whoever wants to go there has the link already.
  for (const each of main?.querySelectorAll("p:last-child") ?? []) each.remove();
  for (const each of main?.querySelectorAll("a") ?? []) each.replaceWith(...each.childNodes);
  for (const each of main?.querySelectorAll("h1") ?? []) {
    const text = element("p", "cb-peek__claim");
    text.replaceChildren(...each.childNodes);
    each.replaceWith(text);
  }
  return main;
}

async function contents(link) {
  const address = new URL(link.dataset.cbCard, location.href).href;
  if (!known.has(address)) known.set(address, await card(address).catch(() => null));
  const main = known.get(address);
  if (!main) return [];
  const shown = element("div", "cb-peek");
  shown.dataset.tone = main.dataset.tone;
  shown.append(...[...main.children].map((each) => document.importNode(each, true)));
  return [shown];
}

export function peeks(article) {
  const links = article.querySelectorAll("a[data-cb-card]");
  if ("popover" in HTMLElement.prototype) previews(article, links, { contents, isPeek: true });
}
