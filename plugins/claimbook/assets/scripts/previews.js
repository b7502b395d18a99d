// Previews of what links lead to. One element serves all links of a kind.
//
// `contents` makes what is shown for a link. A finger cannot hover: its first tap shows what a
// pointer would have seen, where the caller `isTouched`. This may come while the finger is down, and
// so cannot tell. `isPeek`: another page is looked into, which a tap opens.

import { element } from "./elements.js";

const OPENING = 150;
const CLOSING = 250;
const EDGE = 8;

export function previews(article, links, { contents, isTouched = () => false, isPeek = false }) {
  const preview = element("div", article.closest(".cb") ? "cb-preview" : "cb cb-preview");
  preview.id = isPeek ? "cb-peek" : "cb-preview";
  preview.popover = "manual";
  preview.tabIndex = -1;
  preview.setAttribute("role", "group");
  article.append(preview);
  let link = null;
  let timer = 0;

  function place() {
    const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
    const room = document.documentElement.clientWidth - preview.offsetWidth - EDGE;
    const height = preview.offsetHeight;
    const fitsBelow = at.bottom + EDGE + height <= window.innerHeight;
    const isAbove = !fitsBelow && at.top - EDGE >= height;
    preview.style.left = `${window.scrollX + Math.max(EDGE, Math.min(at.left, room))}px`;
    preview.style.top = `${window.scrollY + (isAbove ? at.top - EDGE - height : at.bottom + EDGE)}px`;
  }

  function close() {
    clearTimeout(timer);
    if (!link) return;
    link.removeAttribute("aria-describedby");
    link = null;
    preview.hidePopover();
  }

  async function open(next) {
    clearTimeout(timer);
    if (link === next) return;
    close();
    link = next;
    const shown = contents(next);
    const parts = Array.isArray(shown) ? shown : await shown;
    if (link !== next || !parts.length) return;
    preview.setAttribute("aria-label", link.getAttribute("aria-label") ?? link.textContent);
    preview.replaceChildren(...parts);
    preview.scrollTop = 0;
    preview.showPopover();
    place();
    link.setAttribute("aria-describedby", preview.id);
  }

  const later = (act, time) => {
    clearTimeout(timer);
    timer = setTimeout(act, time);
  };
  // The reader may cross to the preview and stay there, or tab away from link and preview.
  const closeUnlessInside = (event) => {
    const to = event.relatedTarget;
    if (to !== link && !preview.contains(to)) close();
  };
  const leave = () => later(() => {
    if (link !== document.activeElement && !preview.contains(document.activeElement)) close();
  }, CLOSING);

  for (const each of links) {
    each.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") later(() => open(each), OPENING);
    });
    each.addEventListener("pointerleave", leave);
    each.addEventListener("focus", () => { if (each.matches(":focus-visible")) open(each); });
    each.addEventListener("blur", closeUnlessInside);
    each.addEventListener("click", (event) => {
      if (!isTouched() || link === each) return close();
      event.preventDefault();
      openByTouch(each);
    });
  }
  preview.addEventListener("pointerenter", () => clearTimeout(timer));
  preview.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") leave(); });
  preview.addEventListener("focusout", closeUnlessInside);
  preview.addEventListener("click", (event) => { if (event.target.closest(".cb-preview__go")) close(); });
  document.addEventListener("pointerdown", (event) => {
    if (link && !preview.contains(event.target) && !link.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !link) return;
    const from = link;
    const wasInside = preview.contains(document.activeElement);
    close();
    if (wasInside) from.focus();
    // Focus that comes back opens a preview like any other.
    close();
  });
  window.addEventListener("resize", close);

  function openByTouch(next) {
    open(next);
    preview.focus({ preventScroll: true });
  }

  // This may have come because a reader points at a link already.
  for (const each of links) if (each.matches(":hover, :focus-visible")) later(() => open(each), OPENING);
  return openByTouch;
}
