// What can be done with an address that somebody has pasted.

import { element } from "./elements.js";

// What shops, networks and newsletters add to follow a visitor; no page needs it.
const FOLLOWING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|igsh|mc_[ce]id|_hs(enc|mi)|ref_src|ref_url|s_cid|cmpid|wt_mc|at_\w+)$/i;

// An address without what follows visitors; null where nothing is to be taken away.
export function clean(address) {
  const url = parsed(address);
  if (!url) return null;
  const names = [...url.searchParams.keys()].filter((name) => FOLLOWING.test(name));
  names.forEach((name) => url.searchParams.delete(name));
  return names.length ? url.href : null;
}

// The source that is known under an address, whatever stands behind `www.` and before `#`.
export function knownSource(address, sources) {
  const wanted = essence(address);
  return wanted && sources.find(([, , url]) => url && essence(url) === wanted);
}

function essence(address) {
  const url = parsed(clean(address) ?? address);
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
export function addressAdvice(control, known, say, set) {
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
    const better = clean(address);
    if (better) offer(say("clean_url"), better, () => set(better));
    const source = knownSource(address, known.source);
    const way = source && control.closest(".cb-new__either")?.cbField;
    if (way) offer(`${say("known_url")} ${source[1]}`, say("use", { id: source[0] }), () => way.choose(source[0]));
  };
  control.addEventListener("input", show);
  control.addEventListener("change", show);
  return box;
}
