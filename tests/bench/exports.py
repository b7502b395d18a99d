"""What each export costs: time, bytes and files for each claim, beside the claim's own page.

``python tests/bench/exports.py --claims 2000`` makes every export of a generated corpus in one
process. The last column is the time as a share of that of the claims' pages in the same run.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claimbook.exports.files import File
from claimbook.exports.offered import BESIDE, DOWNLOADS, LISTED
from claimbook.fragment import UrlStyle
from claimbook.render import Renderer
from claimbook.sample_corpus import write_corpus
from claimbook.settings import Exports, Publication
from claimbook.site import Site
from claimbook.steady import steady
from claimbook.workspace import compile_workspace, load

TODAY = date(2026, 1, 1)
ALL = tuple(each.name for each in fields(Exports))
# These are a part of the pages.
IN_PAGES = ("coins", "opensearch")
NONE = Exports(**dict.fromkeys(ALL, False))
Cost = tuple[float, int, int]


def site_of(root: Path, count: int) -> Site:
    """A site of a generated corpus, with an address and with all exports."""
    write_corpus(root, count)
    workspace = load(root)
    corpus = compile_workspace(workspace, TODAY).corpus
    publication = replace(Publication(), url="https://bench.example/", name="Bench")
    exports = Exports(**dict.fromkeys(ALL, True))
    settings = replace(workspace.settings, publication=publication, cards=False, exports=exports)
    return Site(corpus, settings, UrlStyle(), Renderer(), TODAY)


def with_exports(site: Site, exports: Exports) -> Site:
    """The same site with other switches."""
    return replace(site, settings=replace(site.settings, exports=exports))


def cost_of(make: Callable[[], Iterable[File]]) -> Cost:
    """Seconds, bytes and files."""
    start = time.process_time()
    sizes = [len(content) for _, content in make()]
    return time.process_time() - start, sum(sizes), len(sizes)


def pages_of(site: Site) -> list[File]:
    """The pages of all claims, without what stands beside them."""
    made = (site.claim_fragment(each) for each in site.corpus.claims)
    return [(each.location, f"{each.head}{each.body}".encode()) for each in made]


def costs(site: Site) -> Iterator[tuple[str, Cost]]:
    """Each export by its switch; before them the pages, and what switches add to these."""
    bare = with_exports(site, NONE)
    pages_of(bare)
    pages = cost_of(partial(pages_of, bare))
    yield "(pages of claims)", pages
    for name in IN_PAGES:
        other = with_exports(site, replace(NONE, **{name: True}))
        pages_of(other)
        seconds, size, _ = cost_of(partial(pages_of, other))
        yield name, (max(0.0, seconds - pages[0]), size - pages[1], 0)
    catalogue, claims = site._catalogue, site.corpus.claims.values()
    for beside in BESIDE:
        made = (beside.make(each, catalogue) for each in claims)
        yield beside.switch, cost_of(partial(chain.from_iterable, made))
    for offer in (*LISTED, *DOWNLOADS):
        yield f"{offer.switch} (site)", cost_of(partial(offer.make, catalogue))


def main() -> None:
    """Generate, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=2000, help="size of the corpus")
    count = parser.parse_args().claims
    with tempfile.TemporaryDirectory() as folder, steady():
        site = site_of(Path(folder), count)
        print(f"{'export':<24}{'µs':>8}{'bytes':>9}{'files':>8}{'of a page':>11}   for each claim")
        pages = 0.0
        for name, (seconds, size, files) in costs(site):
            pages = pages or seconds
            print(
                f"{name:<24}{seconds / count * 1e6:>8.0f}{size / count:>9.0f}{files / count:>8.2f}"
                f"{seconds / pages:>11.2f}"
            )


if __name__ == "__main__":
    main()
