// The page of a claim: what its citations are called, their previews, and buttons to copy and to share.

import { enliven } from "./citations.js";
import { element } from "./elements.js";

const article = document.querySelector(".cb-claim");
// Nothing waits for words but what says them.
const saying = import("./say.js");

enliven(article);

// Buttons. They do nothing without a script, so none stands on the page before it runs.

const bookmark = article.querySelector('a[rel="bookmark"]');
const address = new URL(bookmark.href, location.href).href;

const SHOWN = 3000;
const said = element("p", "cb-hidden");
said.setAttribute("role", "status");
article.append(said);

function button(word, say, act) {
  const made = element("button", "cb-button", say(word));
  made.type = "button";
  made.addEventListener("click", () => act(made));
  return made;
}

export function copyButton(word, say, text) {
  return button(word, say, async (pressed) => {
    const told = await navigator.clipboard.writeText(text()).then(() => "claim_copied", () => "claim_not_copied");
    said.textContent = pressed.textContent = say(told);
    setTimeout(() => {
      pressed.textContent = say(word);
      said.textContent = "";
    }, SHOWN);
  });
}

function item(made) {
  const line = element("li");
  line.append(made);
  return line;
}

function addButtons({ say }) {
  const after = [];
  if (navigator.clipboard) {
    const citation = document.getElementById("citation").textContent;
    bookmark.parentElement.before(item(copyButton("claim_copy", say, () => citation)));
    after.push(copyButton("claim_copy_link", say, () => address));
  }
  if (navigator.share) {
    after.push(button("claim_share", say, () => navigator.share({ title: document.title, url: address }).catch(() => {})));
  }
  bookmark.parentElement.after(...after.map(item));
}

if (navigator.clipboard || navigator.share) saying.then(addButtons);

// All formats of the citation, shown here and not on their own page.

const ways = document.getElementById("ways");
let isComing = false;
ways?.addEventListener("click", async (event) => {
  event.preventDefault();
  if (isComing) return;
  isComing = true;
  try {
    const { showWays } = await import("./cite.js");
    await showWays(ways.href, ways.closest("ul"));
    // What stood here before is among them.
    const copying = ways.closest("ul").querySelector("button")?.parentElement;
    for (const each of [document.getElementById("citation"), copying, ways.parentElement]) each?.remove();
  } catch {
    location.href = ways.href;
  }
});

// Who comes for a version that this no longer is should know.

const LEAST = 7;
const version = (href) => new URL(href, location.href).searchParams.get("version") ?? "";
const wanted = version(location.href);
const present = document.getElementById("version") ? version(document.getElementById("version").href) : "";

function isSame(one, other) {
  return one.startsWith(other) || other.startsWith(one);
}

if (present && /^[0-9a-f]+$/.test(wanted) && wanted.length >= LEAST && !isSame(wanted, present)) {
  saying.then(({ say }) => {
    const banner = element("div", "cb-banner");
    banner.setAttribute("role", "note");
    const text = element("p", "", `${say("claim_other_version", { version: wanted })} `);
    const history = element("a", "", say("claim_other_version_more"));
    history.href = "#history";
    text.append(history);
    banner.append(text);
    article.querySelector("h1").before(banner);
  });
}
