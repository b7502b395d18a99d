// Small elements made of text alone: what somebody has written is never read as HTML.

export function element(tag, className = "", text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

export function link(href, text, className = "") {
  const made = element("a", className, text);
  made.href = href;
  return made;
}
