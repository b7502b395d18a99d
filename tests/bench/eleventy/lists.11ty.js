import { chip, day, icon, page, safe } from "./parts.js";

export const data = {
  layout: null,
  pagination: { data: "collections.lists", size: 1, alias: "list" },
  permalink: ({ list }) => `/${address(list.location, list.number)}`,
};

const address = (location, number) => (number === 1 ? `${location}/` : `${location}/page/${number}/`);

export function render({ list, known, site, collections }) {
  const title = known[list.kind]?.[list.title]?.title ?? known[list.kind]?.[list.title] ?? list.title;
  const row = { entries: (each) => entry(each, list.location), sources: (each) => resting(each, list.title) };
  const text = list.rows.map(row[list.kind] ?? ((each) => line(each, known))).join("\n");
  return page(site, {
    title, description: `What this list holds and in which order; ${title}.`,
    address: `/${address(list.location, list.number)}`,
    head: '<meta property="og:type" content="website">',
    body: `<div class="cb cb-list" data-kind="${list.kind}">
<nav class="cb-crumbs" aria-label="Breadcrumb"><ol><li><a href="/claims/">All claims</a></li></ol></nav>
<h1 data-pagefind-body data-pagefind-filter="kind:list" data-pagefind-meta="kind:list" id="page-title" class="cb-heading" dir="auto">${safe(title)}</h1>
<p class="cb-total">${list.total}</p>
${list.location === "ratings" ? tally(list.rows) : ""}
<ol class="cb-rows">
${text}
</ol>
${pager(list)}
</div>`,
  });
}

function line({ url, data: claim }, known) {
  const count = claim.names.length;
  return `<li class="cb-row" data-tone="${claim.rating}"><p class="cb-row__title"><a href="${url}" dir="auto">${safe(claim.title)}</a></p><p class="cb-row__meta">${chip(claim.rating)}<span dir="auto">${safe(known.claimants[claim.claimant])}</span><time datetime="${claim.claimed}">${day(claim.claimed)}</time><span>${count} source${count === 1 ? "" : "s"}</span></p></li>`;
}

const entry = ([name, count], location) =>
  `<li class="cb-entry"><p class="cb-entry__title"><a href="/${location}/${name}/" dir="auto">${safe(name)}</a> <span class="cb-count">${count} claims</span></p></li>`;

function resting({ url, data: claim }, id) {
  const pieces = claim.evidence.filter((each) => each.source === id).map((each) => `<li class="cb-piece" data-stance="${each.stance}">
<p class="cb-says"><span class="cb-stance__label"><span class="cb-stance__icon">${icon()}</span>${each.stance}:</span> ${safe(each.says)}</p>
<blockquote class="cb-quote" dir="auto"><p>${safe(each.quote)}</p></blockquote>
</li>`);
  return `<li class="cb-row"><p class="cb-row__title"><a href="${url}" dir="auto">${safe(claim.title)}</a></p><p class="cb-row__meta">${chip(claim.rating)}</p><ul class="cb-plain">${pieces.join("\n")}</ul></li>`;
}

const tally = (rows) =>
  `<table class="cb-bars"><tbody>${rows.map(([name, count]) => `<tr><th scope="row">${safe(name)}</th><td>${count}</td></tr>`).join("")}</tbody></table>`;

function pager({ location, number, last }) {
  if (last === 1) return "";
  const near = [1, number - 1, number, number + 1, last].filter((each) => each >= 1 && each <= last);
  return `<nav class="cb-pager" aria-label="Pages of this list"><ol>${[...new Set(near)].map((each) => `<li><a href="/${address(location, each)}"${each === number ? ' aria-current="page"' : ""} aria-label="Page ${each}">${each}</a></li>`).join("\n")}</ol></nav>`;
}
