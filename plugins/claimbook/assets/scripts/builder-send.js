// What a contributor does with the finished file: propose it on a forge, download it, copy it.

import { element } from "./elements.js";

// Longer addresses are cut or refused by browsers, proxies and forges.
const LONGEST_ADDRESS = 7500;

export function forgeAddress({ pattern }, path, text) {
  const whole = pattern.replace("{path}", encodeURIComponent(path)).replace("{text}", encodeURIComponent(text));
  if (pattern.includes("{text}") && whole.length <= LONGEST_ADDRESS) return { address: whole, isWhole: true };
  const bare = pattern.replace(/&value=\{text\}/, "").replace("{path}", encodeURIComponent(path));
  return { address: bare, isWhole: false };
}

export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  const anchor = Object.assign(element("a"), { href: address, download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
