// What a contributor does with the finished file: propose it on a forge, download it, copy it.

import { button, say, told } from "./builder-page.js";
import { element, link } from "./elements.js";

// Longer addresses are cut or refused by browsers, proxies and forges.
const LONGEST_ADDRESS = 7500;

export function forgeAddress({ pattern }, path, text) {
  const whole = pattern.replace("{path}", encodeURIComponent(path)).replace("{text}", encodeURIComponent(text));
  if (pattern.includes("{text}") && whole.length <= LONGEST_ADDRESS) return { address: whole, isWhole: true };
  const bare = pattern.replace(/&value=\{text\}/, "").replace("{path}", encodeURIComponent(path));
  return { address: bare, isWhole: false };
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  const anchor = Object.assign(element("a"), { href: address, download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

// Shows the file as it is.
export function fileLines(panel, path, text) {
  const code = element("pre", "cb-new__code");
  code.tabIndex = 0;
  code.append(element("code", "", text));
  panel.replaceChildren(element("p", "cb-new__path", path), code);
}

// Shows the ways in which a file leaves the browser.
export function waysToSend(panel, file) {
  const note = element("p", "cb-new__status");
  note.setAttribute("role", "status");
  panel.replaceChildren();
  if (file.hasErrors) panel.append(element("p", "cb-banner", say("send_with_errors")));
  const ways = element("div", "cb-new__send");
  if (told.new_file.pattern) ways.append(proposal(file, note));
  ways.append(button(say("download"), () => download(`${file.name}.yml`, file.text)));
  ways.append(button(say("copy"), async () => {
    note.textContent = say((await copied(file.text)) ? "copied" : "not_copied");
  }));
  const where = told.repository ? say("send_where", { folder: `${told.folder}/` }) : say("send_nowhere");
  const help = element("p", "cb-new__help", where);
  if (told.editors && !told.repository) help.append(" ", link(told.editors.href, told.editors.text));
  panel.append(ways, note, help);
}

function proposal({ path, text }, note) {
  const { forge } = told.new_file;
  const { address, isWhole } = forgeAddress(told.new_file, path, text);
  const open = link(address, say("open_forge", { forge }), "cb-new__button cb-new__primary");
  Object.assign(open, { target: "_blank", rel: "noopener" });
  if (isWhole) note.textContent = say("open_forge_note", { forge });
  else {
    open.addEventListener("click", async () => {
      await copied(text);
      note.textContent = say("open_forge_paste", { forge, path });
    });
  }
  return open;
}
