// What claim pages and lists share.
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"];

export const safe = (text) => String(text).replace(/[&<>"']/g, (sign) => ESCAPES[sign]);
export const label = (key) => safe(key[0].toUpperCase() + key.slice(1).replaceAll("-", " "));
export const icon = () => "<svg class=cb-icon></svg>";
export const chip = (rating) => `<span class="cb-chip" data-tone="${safe(rating)}">${icon()}${label(rating)}</span>`;
export const day = (date) => `${Number(date.slice(8))} ${MONTHS[date.slice(5, 7) - 1]} ${date.slice(0, 4)}`;
export const month = (date) => `${date.slice(0, 4)}, ${MONTHS[date.slice(5, 7) - 1]}`;

let frame;
const navigation = (links) => {
  frame ??= Array.from({ length: links }, (_, at) => `<li class="nav-item"><a class="nav-link" href="/pages/page-${at + 1}/" title="A page of the navigation, number ${at + 1}"><span class="nav-text">A page of the navigation, number ${at + 1}</span></a></li>`).join("\n");
  return frame;
};

export function page(site, { title, description, address, head, body }) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${safe(title)} - Bench</title>
<meta name="description" content="${safe(description)}">
<link rel="canonical" href="${site.url}${address}">
<meta property="og:title" content="${safe(title)}"><meta property="og:description" content="${safe(description)}"><meta property="og:site_name" content="Bench"><meta property="og:url" content="${site.url}${address}"><meta property="og:locale" content="en_US">${head}
<link rel="stylesheet" href="/assets/site.css">
<script src="/assets/site.js" type="module"></script>
</head>
<body>
<header><a href="/">Bench</a> <span>${safe(title)}</span></header>
<nav class="nav" aria-label="Navigation"><ul>
${navigation(site.links)}
</ul></nav>
<main>
${body}
</main>
<footer><ul><li><a href="/corrections/">Corrections</a></li><li><a href="/accessibility/">Accessibility</a></li></ul></footer>
</body>
</html>
`;
}
