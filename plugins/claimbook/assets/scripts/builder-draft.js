// The draft in this browser, so that nothing is lost when the page is left.

// Several publications may stand on one host.
const KEY = `claimbook-draft ${location.pathname}`;

export function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? null;
  } catch {
    return null;
  }
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
