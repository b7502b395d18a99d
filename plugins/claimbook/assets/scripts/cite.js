// Every citation of a page and of its sources, in place, from the page that lists them all.

import { copyButton } from "./claim.js";
import { element, link } from "./elements.js";
import { say } from "./say.js";

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const entries = [...page.querySelectorAll("section[data-usual]")].map((each) => ({
    title: each.querySelector("h2").textContent,
    usual: each.dataset.usual,
    ways: [...each.querySelectorAll("pre[data-way]")].map((way) => ({ ...way.dataset, text: way.textContent })),
  }));
  // Sources that several claims share have a page of their own.
  const shared = [...page.querySelectorAll("#shared a")].map((each) => ({
    title: each.textContent,
    address: new URL(each.getAttribute("href"), new URL(address, location.href)).href,
  }));
  return { entries: [...entries, ...shared], embed: page.querySelector("#embed h2")?.textContent };
}

function choice(word, titles) {
  const select = element("select");
  select.append(...titles.map((title) => element("option", "", title)));
  const label = element("label", "", say(word));
  label.htmlFor = select.id = word;
  const line = element("span");
  line.append(label, " ", select);
  return { line, select };
}

export async function showWays(address, place) {
  const { entries, embed } = await read(address);
  const what = choice("cite_what", entries.map(({ title }) => title));
  const how = choice("cite_how", entries[0].ways.map(({ way }) => way));
  how.select.value = entries[0].usual;
  const text = element("pre", "cb-way");
  text.dir = "auto";
  text.tabIndex = 0;
  const file = element("a", "", say("cite_download"));

  async function show() {
    const entry = entries[what.select.selectedIndex];
    try {
      entry.ways ??= (await read(entry.address)).entries[0].ways;
    } catch {
      location.href = entry.address;
      return;
    }
    // Something else may have been chosen since.
    if (entry !== entries[what.select.selectedIndex]) return;
    const { text: told, file: name, type } = entry.ways[how.select.selectedIndex];
    text.textContent = told;
    text.setAttribute("aria-label", how.select.value);
    URL.revokeObjectURL(file.href);
    file.href = URL.createObjectURL(new Blob([told], { type: `${type};charset=utf-8` }));
    file.download = name;
  }

  const box = element("div", "cb-ways");
  const choices = element("p");
  const acts = element("p");
  choices.append(what.line, how.line);
  if (navigator.clipboard) acts.append(copyButton("claim_copy", say, () => text.textContent));
  acts.append(file);
  if (embed) acts.append(link(`${address}#embed`, embed));
  box.append(choices, text, acts);
  for (const each of [what, how]) each.select.addEventListener("change", show);
  await show();
  place.after(box);
  how.select.focus();
}
