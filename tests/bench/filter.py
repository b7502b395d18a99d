"""What the filter of all claims costs: time for each claim, and bytes for each view.

``python tests/bench/filter.py --claims 2000 --scale 50`` builds the lists of a generated corpus,
then lets each claim stand for 50, which gives the lists of 100,000.
"""

import argparse
import gzip
import json
import random
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claimbook.exports.filter_index import BLOCK, filter_files
from claimbook.fragment import UrlStyle
from claimbook.render import Renderer
from claimbook.sample_corpus import write_corpus
from claimbook.site import Site
from claimbook.views.cards import Card
from claimbook.workspace import compile_workspace, load

TODAY = date(2026, 1, 1)
SHOWN = 50
VIEWS = (
    ("rating/false",),
    ("topic/topic-0",),
    ("topic/topic-9",),
    ("year/2022",),
    ("claimant/entity-0",),
    ("topic/topic-0", "year/2022"),
    ("topic/topic-9", "claimant/entity-0"),
)


def site_of(root: Path, count: int) -> Site:
    """A site of a generated corpus."""
    write_corpus(root, count)
    workspace = load(root)
    corpus = compile_workspace(workspace, TODAY).corpus
    return Site(corpus, workspace.settings, UrlStyle(), Renderer(), TODAY)


def multiplied(site: Site, times: int) -> Site:
    """The same site with every claim several times, as far as lists are concerned."""
    catalogue = site._catalogue
    back, people = catalogue.backlinks, catalogue.people
    cards = copies(list(catalogue.cards.values()), times)
    years: dict[str, list[str]] = {}
    for each in cards.values():
        years.setdefault(str(each.order.claimed.year), []).append(each.id)
    scaled = replace(
        catalogue,
        cards=cards,
        backlinks=replace(
            back,
            by_topic=many(back.by_topic, times),
            by_year={year: tuple(names) for year, names in sorted(years.items())},
        ),
        people=replace(people, made=many(people.made, times)),
    )
    made = Site(site.corpus, site.settings, site.style, site.renderer, site.today)
    made.__dict__["_catalogue"] = scaled
    return made


def copies(cards: list[Card], times: int) -> dict[str, Card]:
    """Every card several times, each with a title, a date and a rating of another."""
    random_ = random.Random("copies")
    found = {}
    for card in cards:
        for number in range(times):
            title, when, rated = (random_.choice(cards) for _ in range(3))
            found[f"{card.id}-{number}"] = replace(
                card,
                id=f"{card.id}-{number}",
                title=f"{title.title} {random_.randrange(10**6)}",
                claimed=when.claimed,
                mark=rated.mark,
                order=when.order,
            )
    return found


def many(found: Mapping[str, tuple[str, ...]], times: int) -> dict[str, tuple[str, ...]]:
    """The claims of each list, each several times."""
    return {
        key: tuple(f"{name}-{number}" for name in names for number in range(times))
        for key, names in found.items()
    }


def fetched(view: tuple[str, ...], files: Mapping[str, bytes]) -> int:
    """Compressed bytes of the first page of a view: its lists, and the blocks of its rows."""
    lists = [(name, json.loads(files[name])) for name in view]
    base, short = min(lists, key=lambda each: len(each[1]["at"]))
    others = [set(places(each)) for name, each in lists if name != base]
    hits = [n for n, at in enumerate(places(short)) if all(at in other for other in others)]
    blocks = sorted({n // BLOCK for n in hits[:SHOWN]} - {0})
    names = (*view, *(f"{base}/{number}" for number in blocks))
    return sum(len(gzip.compress(files[name], 6)) for name in names)


def places(found: Mapping[str, list[int]]) -> list[int]:
    """Steps as places."""
    at, result = -1, []
    for step in found["at"]:
        at += step
        result.append(at)
    return result


def report(site: Site, claims: int) -> None:
    """Print time for each claim, the size of the whole and that of some views."""
    start = time.perf_counter()
    exported = list(filter_files(site._catalogue))
    seconds = time.perf_counter() - start
    files = {
        path.removeprefix("claims/filter/").removesuffix(".json"): content
        for path, content in exported
    }
    whole = sum(map(len, files.values()))
    print(
        f"\n{claims:,} claims: {seconds / claims * 1e6:.1f} µs and {whole / claims:.0f} bytes each"
    )
    rows = len(gzip.compress(b"".join(content for _, content in exported), 6))
    for view in VIEWS:
        if all(name in files for name in view):
            size = fetched(view, files)
            print(f"{' + '.join(view):<40}{size / 1024:>7.1f} KB  {size / rows:>8.3%} of all data")


def main() -> None:
    """Generate, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=2000, help="size of the corpus")
    parser.add_argument("--scale", type=int, default=50, help="how many each claim stands for")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = site_of(Path(folder), chosen.claims)
        start = time.perf_counter()
        pages = sum(1 for _ in site.fragments())
        seconds = time.perf_counter() - start
        report(site, chosen.claims)
        report(multiplied(site, chosen.scale), chosen.claims * chosen.scale)
        start = time.perf_counter()
        list(filter_files(site._catalogue))
        ratio = (time.perf_counter() - start) / seconds
        print(f"\nfilter data / all {pages:,} pages: {ratio:.3f} of the time")


if __name__ == "__main__":
    main()
