import { day, icon, label, month, page, safe } from "../parts.js";

const STANCES = [
  ["supports", "Evidence for", "for"], ["contradicts", "Evidence against", "against"],
  ["qualifies", "Qualifies the claim", "qualifies"], ["context", "Context", "context"],
];
const VALUES = { true: 5, "mostly-true": 4, mixed: 3, "mostly-false": 2, false: 1 };
const SECTIONS = [["analysis", "Analysis"], ["evidence", "Evidence"], ["sources", "Sources"],
  ["not-verified", "What we could not verify"], ["history", "History"], ["cite", "Cite this page"]];

export function render(data) {
  const cited = citations(data);
  const address = data.page.url;
  const said = `${label(data.rating)}: ${data.verdict}`;
  const dates = `<meta property="og:type" content="article"><meta property="article:published_time" content="${data.reviewed}"><meta property="article:modified_time" content="${data.reviewed}"><meta name="twitter:card" content="summary">`;
  return page(data.site, {
    title: data.title, description: said, address, head: dates + review(data, address),
    body: `<nav aria-label="Table of contents"><ul>${SECTIONS.map(([id, name]) => `<li class="nav-item"><a href="#${id}" class="nav-link"><span class="nav-text">${name}</span></a></li>`).join("\n")}</ul></nav>
<article class="cb cb-claim" data-pagefind-body data-pagefind-filter="kind:claim" data-pagefind-meta="kind:claim">
${opening(data)}
<p class="cb-ledger"><a href="#evidence">${cited.order.length} sources, ${cited.order.filter((id) => cited.known[id].standing === "primary").length} primary, ${cited.order.length} independent origins, ${data.evidence.length} quotes (none verified yet), none with a saved copy</a> <a class="cb-meaning" href="/ratings/${data.rating}/">What “${label(data.rating)}” means</a></p>
<section class="cb-section cb-analysis" aria-labelledby="analysis">
<h2 id="analysis">Analysis</h2>
<div class="cb-prose">
${cited.html}
</div>
<p class="cb-note"><strong>Why one source is enough here:</strong> ${safe(data.sole_source)}</p>
</section>
<section class="cb-section" aria-labelledby="evidence">
<h2 id="evidence">Evidence</h2>
${map(data, cited)}
${evidence(data, cited)}
</section>
<section class="cb-section" aria-labelledby="sources">
<h2 id="sources">Sources</h2>
<ol class="cb-sources" data-cb-go="Go to source #">
${cited.order.map((id, at) => source(id, at + 1, cited, data)).join("\n")}
</ol>
</section>
${closing(data, address)}
</article>`,
  });
}

// Numbers sources in the order in which the text first cites them.
function citations(data) {
  const known = {};
  for (const { source: one } of data.evidence) {
    known[one.id ?? one] = one.id ? one : data.known.sources[one];
  }
  const order = [], back = {};
  const html = data.content.replace(/ \[@([a-z0-9-]+)\]/g, (_, id) => {
    if (!back[id]) { order.push(id); back[id] = []; }
    back[id].push("analysis");
    const n = order.indexOf(id) + 1;
    const name = back[id].length === 1 ? `Source ${n}: ${safe(known[id].title)}` : `source ${n}`;
    return `<sup><a id="cite-${n}-${back[id].length}" href="#source-${n}" aria-label="${name}">${n}</a></sup>`;
  });
  return { known, order, back, html };
}

function review(data, address) {
  const rating = { "@type": "Rating", alternateName: label(data.rating) };
  if (VALUES[data.rating]) Object.assign(rating, { ratingValue: VALUES[data.rating], bestRating: 5, worstRating: 1 });
  const found = {
    "@context": "https://schema.org", "@type": "ClaimReview", url: data.site.url + address,
    claimReviewed: data.claim, datePublished: data.reviewed,
    author: { "@type": "Organization", name: "Bench", url: `${data.site.url}/` }, reviewRating: rating,
    itemReviewed: { "@type": "Claim", author: { "@type": "Thing", name: data.known.claimants[data.claimant] }, datePublished: data.claimed },
  };
  return `<script type="application/ld+json">${JSON.stringify(found).replaceAll("<", "\\u003c")}</script>`;
}

function opening(data) {
  return `<header class="cb-head">
<nav class="cb-crumbs" aria-label="Breadcrumb" data-pagefind-ignore><ol>
<li><a href="/claims/">All claims</a></li>
${data.topics.map((id) => `<li><a href="/topics/${id}/" data-pagefind-filter="topic">${safe(data.known.topics[id])}</a></li>`).join("\n")}
</ol></nav>
<h1 id="page-title" class="cb-title" dir="auto" data-pagefind-weight="8">${safe(data.claim)}</h1>
<p class="cb-byline" data-pagefind-filter="year:${data.claimed.slice(0, 4)}"><span>Claimed by <a href="/claimants/${data.claimant}/" dir="auto" data-pagefind-filter="claimant" data-pagefind-meta="claimant">${safe(data.known.claimants[data.claimant])}</a></span>
<span><time datetime="${data.claimed}" data-pagefind-meta="date" data-pagefind-sort="date[datetime]">${day(data.claimed)}</time></span></p>
</header>
<section class="cb-verdict" data-tone="${data.rating}" data-pagefind-meta="tone:${data.rating}" aria-label="Our verdict">
<p class="cb-verdict__rating" data-pagefind-meta="mark:${data.rating}"><a href="/ratings/${data.rating}/"><span class="cb-hidden" data-pagefind-ignore>Rating: </span><span class="cb-mark">${icon()}</span><span class="cb-verdict__label" data-pagefind-filter="rating" data-pagefind-meta="rating">${label(data.rating)}</span></a></p>
<p class="cb-verdict__text" data-pagefind-weight="5" data-pagefind-meta="verdict">${safe(data.verdict)}</p>
<dl class="cb-particulars" data-pagefind-ignore>
<div><dt>Confidence in the rating</dt> <dd>${safe(data.confidence)}</dd></div>
<div><dt>Reviewed</dt> <dd><time datetime="${data.reviewed}">${day(data.reviewed)}</time></dd></div>
</dl>
</section>`;
}

function map(data, { order, known }) {
  const of = (at) => 37 + 26 * at;
  const words = (id) => [...new Set(data.evidence.filter((each) => (each.source.id ?? each.source) === id)
    .map((each) => STANCES.find(([stance]) => stance === each.stance)[2]))].join(" and ");
  const caption = `How ${order.length} sources, of ${order.length} independent origins, bear on the claim.`;
  return `<figure class="cb-map" data-pagefind-ignore>
<svg viewBox="0 0 300 ${24 + 26 * order.length}" role="img" aria-label="${caption}">
<g class="cb-map__head"><text y="12">Sources</text><text x="160" y="12">Origins</text><text x="253" y="12">Claim</text></g>
<g class="cb-map__lines"><path d="${order.map((_, at) => `M148 ${of(at)}h12`).join("")}"/>
${STANCES.map(([stance]) => `<path data-stance="${stance}" d="${data.evidence.map((each, at) => each.stance === stance ? `M164 ${of(at)}C186 ${of(at)} 184 102 206 102` : "").join("")}"/>`).join("\n")}
</g>
<rect class="cb-map__claim" x="206" y="24" width="93" height="${26 * order.length}" rx="2"/>
<g class="cb-map__origins">${order.map((_, at) => `<circle cx="160" cy="${of(at)}" r="4"/>`).join("")}</g>
<g class="cb-map__sign"><path d="${STANCES.map((_, at) => `M213 ${63 + 26 * at}h8m-4-4v8`).join("")}"/></g>
<g transform="translate(226 4)">${STANCES.map(([, , word], at) => `<text y="${63 + 26 * at}">${word}</text>`).join("")}</g>
<g transform="translate(0 4)">${order.map((id, at) => `<text y="${of(at)}"><tspan>${at + 1}</tspan><tspan x="19">${safe(known[id].publisher)}</tspan></text>`).join("")}</g>
</svg>
<figcaption>${caption} Sources that go back to one statement or one newsroom share an origin.</figcaption>
<details>
<summary>The map in words</summary>
<ul>
${order.map((id, at) => `<li dir="auto">${at + 1} ${safe(known[id].publisher)}: ${words(id)}</li>`).join("\n")}
</ul>
</details>
</figure>`;
}

function evidence(data, cited) {
  const groups = STANCES.map(([stance, title]) => [stance, title, data.evidence.filter((each) => each.stance === stance)]);
  return groups.filter(([, , pieces]) => pieces.length).map(([stance, title, pieces]) => `<section class="cb-stance" data-stance="${stance}" aria-label="${title}">
<h3><span>${icon()}</span>${title} <span class="cb-count">${pieces.length}</span></h3>
<ul>
${pieces.map((each) => piece(each, cited)).join("\n")}
</ul>
</section>`).join("\n");
}

function piece(each, { known, order, back }) {
  const id = each.source.id ?? each.source, from = known[id], n = order.indexOf(id) + 1;
  back[id].push("evidence");
  const words = each.quote.split(" ");
  const ends = [words.slice(0, 6), words.slice(-6)].map((some) => encodeURIComponent(some.join(" ")));
  return `<li>
<p>${safe(each.says)}</p>
<blockquote dir="auto"><p>${safe(each.quote)}</p></blockquote>
<p class="cb-source"><cite dir="auto">${safe(from.publisher)}</cite> <a id="cite-${n}-${back[id].length}" href="#source-${n}" aria-label="source ${n}">${n}</a> <bdi>${safe(from.standing)}</bdi></p>
<p class="cb-doors" data-pagefind-ignore><a href="${safe(from.url)}#:~:text=${ends}" rel="noreferrer nofollow">Live passage</a></p>
</li>`;
}

function source(id, n, { known, back }, data) {
  const one = known[id], others = (data.collections.uses[id] ?? 1) - 1;
  return `<li id="source-${n}">
<p class="cb-reference"><a href="${safe(one.url)}" rel="noreferrer nofollow" dir="auto"><cite>${safe(one.title)}</cite></a>${one.type === "press-release" ? " [Press release]" : ""}. (${month(one.published)}). ${safe(one.publisher)}. <span class="cb-site">${new URL(one.url).host}</span></p>
<p class="cb-sources__more"><span>${safe(one.standing)} source</span><span>read ${day(one.accessed)}</span>${id.startsWith("shared-") ? `<a href="/sources/${id}/">Used in ${others} other fact-checks</a>` : ""}</p>
<p class="cb-back" data-pagefind-ignore>${back[id].map((place, at) => `<a href="#cite-${n}-${at + 1}" aria-label="Source ${n} cited, ${at + 1}: ${place}">↩${at + 1}</a>`).join("")}</p>
</li>`;
}

function closing(data, address) {
  const url = data.site.url + address;
  const [year, word, number] = [data.reviewed.slice(0, 4), day(data.reviewed).split(" ")[1], Number(data.reviewed.slice(8))];
  return `<section class="cb-section" aria-labelledby="not-verified">
<h2 id="not-verified">What we could not verify</h2>
<ul>
${data.not_verified.map((each) => `<li>${safe(each)}</li>`).join("\n")}
</ul>
</section>
<section class="cb-section" aria-labelledby="history" data-pagefind-ignore>
<h2 id="history">History</h2>
<ol class="cb-history">
<li><time datetime="${data.claimed}">${day(data.claimed)}</time> <span>Claim made</span></li>
<li><time datetime="${data.reviewed}">${day(data.reviewed)}</time> <span>Reviewed</span></li>
</ol>
</section>
<footer class="cb-foot" data-pagefind-ignore>
<p class="cb-about">About: ${data.subjects.map((id) => `<a href="/claimants/${id}/" dir="auto">${safe(data.known.claimants[id])}</a>`).join(", ")}</p>
<h2 id="cite">Cite this page</h2>
<p class="cb-citation" id="citation">Bench. (${year}, ${word} ${number}). ${safe(data.title)}. ${url}</p>
<ul class="cb-links">
<li><a href="${url}" rel="bookmark">Permalink</a></li>
<li><a href="mailto:?subject=${encodeURIComponent(data.title)}&amp;body=${encodeURIComponent(url)}">Send by e-mail</a></li>
</ul>
</footer>`;
}
