// What can be done with an address that somebody has pasted.

import { element } from "./elements.js";

// An address without what follows visitors, by the compiler's own table; null where nothing is to be
// taken away. Addresses of archives stay, and those in which another one stands.
export function clean(address, tracking) {
  const url = parsed(address);
  const [, path, query, rest] = address.match(/^([^?#]*)\?([^#]*)(.*)$/s) ?? [];
  if (!url || query === undefined || address.match(/https?:\//gi).length > 1) return null;
  const host = url.hostname.replace(/\.$/, "");
  if (tracking.archives.includes(host.replace(/^www\./, ""))) return null;
  const parts = query.split("&");
  const kept = parts.filter((part) => !follows(part, host, tracking));
  if (kept.length === parts.length) return null;
  return path + (kept.some(Boolean) ? `?${kept.join("&")}` : "") + rest;
}

function follows(part, host, { starts, names, at }) {
  const name = decoded(part.split("=")[0]).toLowerCase();
  const site = host.replace(/^(www|m|mobile)\./, "");
  const here = Object.hasOwn(at, site) ? at[site] : [];
  return starts.some((each) => name.startsWith(each)) || names.includes(name) || here.includes(name);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// The source that is known under an address, whatever stands behind `www.` and before `#`.
export function knownSource(address, sources, tracking) {
  const wanted = essence(address, tracking);
  return wanted && sources.find(([, , url]) => url && essence(url, tracking) === wanted);
}

function essence(address, tracking) {
  const url = parsed(clean(address, tracking) ?? address);
  return url && `${url.host.replace(/^www\./, "")}${url.pathname.replace(/\/$/, "")}${url.search}`;
}

function parsed(address) {
  try {
    return /^https?:$/.test(new URL(address).protocol) ? new URL(address) : null;
  } catch {
    return null;
  }
}

// Offers below a field for an address, each with a button that takes it.
export function addressAdvice(control, { form, known, say }, set) {
  const { tracking } = form;
  const box = element("div", "cb-new__offers");
  const offer = (about, text, act) => {
    const line = element("p", "cb-new__help", about);
    const take = Object.assign(element("button", "cb-new__button cb-new__small", text), { type: "button" });
    take.addEventListener("click", act);
    line.append(" ", take);
    box.append(line);
  };
  const show = () => {
    const address = control.value.trim();
    box.replaceChildren();
    const better = clean(address, tracking);
    if (better) offer(say("clean_url"), better, () => set(better));
    const source = knownSource(address, known.source, tracking);
    const way = source && control.closest(".cb-new__either")?.cbField;
    if (way) offer(`${say("known_url")} ${source[1]}`, say("use", { id: source[0] }), () => way.choose(source[0]));
  };
  control.addEventListener("input", show);
  control.addEventListener("change", show);
  return box;
}
