// The draft in this browser, so that nothing is lost when the page is left.

// Several publications may stand on one host.
import { here, told } from "./builder-page.js";

const KEY = `claimbook-draft ${location.pathname}`;

export function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? null;
  } catch {
    return null;
  }
}

// A claim that another page has sent somebody here with, once.
export function brought() {
  const claim = new URLSearchParams(location.hash.slice(1)).get("claim");
  if (claim) history.replaceState(null, "", location.pathname + location.search);
  return claim;
}

// Whether it could be kept.
export function keep(draft) {
  try {
    localStorage.setItem(KEY, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept then.
  }
}

// Keeps what the page has loaded for the next time, also without a connection. What its worker has
// loaded only the page can tell.
export async function offline(loaded, done) {
  try {
    await navigator.serviceWorker.register(here(told.offline));
    const { active } = await navigator.serviceWorker.ready;
    const own = ["builder-worker.js", "builder-compiler.js"].map((name) => new URL(name, import.meta.url).href);
    const data = [told.form, told.known, told.project, told.compiler, told.engine, told.worker].map(here);
    const seen = performance.getEntriesByType("resource").map((each) => each.name);
    const wanted = [location.href.split("#")[0], ...own, ...data, ...loaded, ...seen];
    navigator.serviceWorker.addEventListener("message", done, { once: true });
    navigator.serviceWorker.startMessages();
    active.postMessage([...new Set(wanted)].filter((each) => each.startsWith(location.origin)));
  } catch {
    // Some browsers keep nothing, in private windows for example.
  }
}
