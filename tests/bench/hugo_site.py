"""The generated corpus as a Hugo project: claims as pages with front matter in YAML.

Measured at 10,000 claims, a content adapter over data files is not quicker for Hugo than pages
with front matter, so these are what we compare with.
"""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from claimbook.sample_corpus import RATINGS, corpus_records, yaml_of

SITE = Path(__file__).parent / "hugo"
RANK = {rating: rank for rank, rating in enumerate(RATINGS)}

# Location: layout, title, and what else its front matter says.
LISTS: dict[str, dict[str, str]] = {
    "": {"title": "Bench"},
    "claims": {"layout": "claims", "title": "All claims", "order": "date"},
    "browse/rating": {"layout": "claims", "title": "All claims by rating", "order": "rating"},
    "browse/claimant": {"layout": "claims", "title": "All claims by claimant", "order": "claimant"},
    "timeline": {"layout": "timeline", "title": "Timeline", "order": "newest", "group": "month"},
    "oldest": {"layout": "timeline", "title": "Timeline", "order": "oldest", "group": "month"},
    "changes": {
        "layout": "timeline",
        "title": "Recent changes",
        "order": "newest",
        "group": "day",
    },
    "statistics": {"layout": "statistics", "title": "Statistics"},
    "corrections": {"title": "Corrections"},
    "due": {"title": "Due for review"},
    "source-status": {"title": "What happened to our sources"},
    "accessibility": {"title": "Accessibility"},
}
NAMES = ("topics", "claimants", "subjects", "ratings", "years", "sources", "publishers")
TITLES = {"subjects": "Whom claims are about", "ratings": "Rating scale"}
# Terms with data for a filter in the browser; whoever a claim is about has one page, as claimant.
FILTERED = ("topics", "claimants", "ratings", "years")
# All of these but years can be followed.
FOLLOWED = ("topics", "claimants", "ratings")
NO_PAGES = {"cascade": {"target": {"kind": "term"}, "build": {"render": "never"}}}


def write_hugo(root: Path, count: int) -> int:
    """Write a project of ``count`` claims; returns the size of its content and data in bytes."""
    shutil.copytree(SITE, root, dirs_exist_ok=True)
    return sum(_put(root / path, text) for path, text in _files(count))


def _put(path: Path, text: str) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.write_bytes(text.encode())


def _files(count: int) -> Iterator[tuple[str, str]]:
    data: dict[str, dict[str, object]] = {"sources": {}, "claimants": {}, "topics": {}}
    for location, head in LISTS.items():
        lead = f"What this list holds and in which order; {head['title']}."
        yield f"content/{location}/_index.md", _page({**head, "lead": lead})
    for name in NAMES:
        title = TITLES.get(name, name.title())
        terms = _with_data(name) if name in FILTERED else NO_PAGES if name == "subjects" else {}
        yield f"content/{name}/_index.md", _page({"title": title, **terms})
    for path, record in corpus_records(count):
        kind, name = path.split("/")[0], Path(path).stem
        if kind == "topics.yml":
            data["topics"] = record
        elif kind in data:
            data[kind][name] = record["name"] if kind == "claimants" else record
            named = record["name"] if kind == "claimants" else record["title"]
            yield f"content/{kind}/{name}/_index.md", _page({"title": named})
        else:
            yield f"content/claims/{name}.md", claim_page(record)
    for topic, named in data["topics"].items():
        yield f"content/topics/{topic}/_index.md", _page({"title": named})
    for kind, found in data.items():
        yield f"data/{kind}.yaml", yaml_of(found)


def _with_data(name: str) -> dict[str, Any]:
    outputs = ["html", "json", *(["rss"] if name in FOLLOWED else [])]
    return {"cascade": {"target": {"kind": "term"}, "outputs": outputs}}


def claim_page(record: Mapping[str, Any]) -> str:
    """A claim as Hugo wants it: all but the analysis in the front matter, taxonomies by name."""
    review = dict(record["review"])
    analysis = str(review.pop("analysis"))
    evidence = record["evidence"]
    sources = [each["source"] for each in evidence]
    inline = [each for each in sources if isinstance(each, dict)]
    shared = [each for each in sources if isinstance(each, str)]
    head = {
        "title": record["title"],
        "date": record["claimed"],
        "lastmod": review["reviewed"],
        **{key: record[key] for key in ("claim", "claimant", "claimed", "topics")},
        **review,
        "rank": RANK[review["rating"]],
        "claimants": [record["claimant"]],
        "subjects": record["about"],
        "ratings": [review["rating"]],
        "years": [f"'{record['claimed'][:4]}'"],
        "sources": sorted(set(shared)),
        "names": sorted({*shared, *(each["id"] for each in inline)}),
        "publishers": sorted({each["publisher"] for each in inline}),
        "evidence": evidence,
    }
    return _page(head, analysis)


def _page(head: Mapping[str, object], body: str = "") -> str:
    return f"---\n{yaml_of({key: value for key, value in head.items() if value != []})}---\n{body}"
