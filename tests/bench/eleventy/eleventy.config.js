// The same site as Claimbook makes of the generated corpus, with templates in JavaScript, the
// quickest that Eleventy has. It lacks the timeline's months, the statistics beyond the ratings,
// publishers' pages and the data for a filter, so it does less than the others.
import { readFileSync } from "node:fs";

const PER_PAGE = 50;
const SITE = "https://bench.example";
const known = (name) => JSON.parse(readFileSync(new URL(`./known/${name}.json`, import.meta.url)));

export default function (config) {
  config.amendLibrary("md", (library) => library.set({ html: false }));
  config.addGlobalData("site", { url: SITE, ...known("site") });
  config.addGlobalData("known", Object.fromEntries(
    ["sources", "claimants", "topics"].map((name) => [name, known(name)]),
  ));
  config.addGlobalData("layout", "claim.11ty.js");
  config.addCollection("uses", (all) => uses(all.getFilteredByGlob("claims/*.md")));
  config.addCollection("lists", (all) => [...lists(all.getFilteredByGlob("claims/*.md"))]);
  return { dir: { input: ".", output: "_site" }, markdownTemplateEngine: false };
}

// How many claims rest on each source.
function uses(claims) {
  const counts = {};
  for (const claim of claims) for (const id of claim.data.names) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

function* lists(claims) {
  const newest = claims.toSorted((one, other) => other.data.claimed.localeCompare(one.data.claimed));
  yield* paged("claims", "All claims", newest);
  yield* paged("browse/rating", "All claims by rating", newest.toSorted((a, b) => a.data.rank - b.data.rank));
  yield* paged("browse/claimant", "All claims by claimant",
    newest.toSorted((a, b) => a.data.claimant.localeCompare(b.data.claimant)));
  yield* paged("timeline", "Timeline", newest);
  yield* paged("oldest", "Timeline, oldest first", newest.toReversed());
  yield* paged("changes", "Recent changes", newest);
  for (const kind of ["topics", "claimants", "ratings", "years", "sources"]) {
    const groups = grouped(newest, kind);
    const entries = Object.keys(groups).sort().map((name) => [name, groups[name].length]);
    yield* paged(kind, kind, entries, "entries");
    for (const [name] of entries) yield* paged(`${kind}/${name}`, name, groups[name], kind);
  }
}

function grouped(claims, kind) {
  const groups = {};
  for (const claim of claims) {
    for (const name of claim.data[kind] ?? []) (groups[name] ??= []).push(claim);
  }
  return groups;
}

function* paged(location, title, rows, kind = "rows") {
  const last = Math.max(1, Math.ceil(rows.length / PER_PAGE));
  for (let number = 1; number <= last; number += 1) {
    const shown = rows.slice((number - 1) * PER_PAGE, number * PER_PAGE);
    yield { location, title, kind, total: rows.length, number, last, rows: shown };
  }
}
