"""Claimbook beside other site generators: the same corpus, the same site, the same machine.

``make bench ARGS="--claims 1000,10000 --rounds 5"``. All are measured in turn in each round, so
that whatever else the machine does falls on all of them; medians of the rounds are compared.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import count as numbers
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claimbook.metering import CommandFailedError, Cost, written_in
from claimbook.sample_corpus import claim_id, write_options
from tests.bench import history, tables
from tests.bench.contenders import Claimbook, Contender, installed
from tests.bench.results import Results
from tests.bench.targets import verdicts
from tests.mkdocs.server import serving, wait_for

BESIDE = frozenset({"hugo", "eleventy"})
SMALL = 30
SAMPLE = 1000
LINK_BYTES = 185
SAVED, READING = 3, 2.0
_EDITS = numbers(1)


def at_least_one(text: str) -> int:
    """A number of things that can be measured."""
    if (number := int(text)) < 1:
        raise argparse.ArgumentTypeError(f"{number} gives nothing to measure")
    return number


def sizes(text: str) -> list[int]:
    """Sizes of the corpus from ``1000,10000``."""
    return [at_least_one(each) for each in text.split(",")]


def names(text: str) -> frozenset[str]:
    """Others to measure, from ``hugo,eleventy``."""
    return frozenset(text.split(",")) - {""}


def links_for(root: Path, others: Iterable[Contender]) -> dict[str, int]:
    """How many links make everyone's claim page weigh what ours weighs, found on a few claims."""
    contenders = list(others)
    target = page_bytes(Claimbook(root / "claimbook")) if contenders else 0
    found = {}
    for each in contenders:
        missing = target - page_bytes(each)
        found[each.name] = max(0, round(missing / LINK_BYTES))
        print(f"{each.name}: {found[each.name]} links, for pages as heavy as ours", file=sys.stderr)
    return found


def page_bytes(contender: Contender, links: int = 0) -> float:
    """Mean bytes of a claim page, on a few claims."""
    contender.write(SMALL, links)
    contender.build(search=False)
    return mean_page(contender, SMALL)


def mean_page(contender: Contender, count: int) -> float:
    """Mean bytes of the first claim pages."""
    pages = [contender.site() / "claims" / claim_id(n) / "index.html" for n in range(count)]
    return sum(page.stat().st_size for page in pages) / count


def measure(contenders: list[Contender], rounds: int, results: Results) -> None:
    """Every scenario of every contender, ``rounds`` times, in turn."""
    for number in range(rounds):
        for search in (False, True):
            for each in contenders:
                measure_builds(each, results, search=search, is_watched=number == 0)
        for each in contenders:
            if isinstance(each, Claimbook):
                measure_checks(each, results)
                measure_serving(each, results)
        print(f"round {number + 1} of {rounds} done", file=sys.stderr, flush=True)


def measure_builds(
    contender: Contender, results: Results, *, search: bool, is_watched: bool
) -> None:
    """Cold, again with nothing changed, and again with one claim changed."""
    suffix = " with search" if search else ""
    contender.forget()
    cold = contender.build(search=search, is_watched=is_watched)
    results.add(contender.name, f"cold{suffix}", cold)
    results.write(contender.name, f"cold{suffix}", written_in(contender.site()))
    if search and not isinstance(contender, Claimbook):
        # The others index everything each time.
        return
    if not search:
        results.claim_pages[contender.name] = mean_page(contender, min(results.claims, SAMPLE))
    results.add(contender.name, f"nothing changed{suffix}", contender.build(search=search))
    edit(contender.claim(0))
    results.add(contender.name, f"one claim changed{suffix}", contender.build(search=search))


def measure_checks(ours: Claimbook, results: Results) -> None:
    """What contributors wait for."""
    ours.forget()
    results.add(ours.name, "check, cold", ours.run("check", "--format", "json"))
    edit(ours.claim(0))
    results.add(ours.name, "check, one changed", ours.run("check", "--format", "json"))
    results.add(ours.name, "check of one file", ours.check_alone())
    results.add(ours.name, "--version", ours.run("--version"))


def measure_serving(ours: Claimbook, results: Results) -> None:
    """What a writer waits for: from a saved file to its page, as the preview shows it."""
    write_options(ours.root, search=True)
    page = f"/claims/{claim_id(0)}/"
    with serving(ours.root) as address:
        wait_for(f"{address}{page}", "</html>")
        for _ in range(SAVED):
            # A writer reads the page before the next word.
            time.sleep(READING)
            seconds = wait_for(f"{address}{page}", edit(ours.claim(0)))
            results.add(ours.name, "serve, edit to page", Cost(seconds, 0, 0))


def edit(claim: Path) -> str:
    """Change what a claim says, to something that it has not said before; a word of that."""
    text = claim.read_text(encoding="utf-8")
    head, mark, rest = text.partition("says: ")
    word = f"Edit{next(_EDITS):04}"
    claim.write_text(f"{head}{mark}{word} {rest}", encoding="utf-8")
    return word


def measure_size(results: Results, chosen: argparse.Namespace) -> None:
    """One size of the corpus."""
    count = results.claims
    with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
        root = Path(folder)
        others = list(installed(root / "small", chosen.beside))[1:]
        links = links_for(root / "small", others)
        contenders = list(installed(root, chosen.beside))
        for each in contenders:
            size = each.write(count, links.get(each.name, 0))
            print(f"{each.name}: {size / 1e6:.1f} MB to read", file=sys.stderr)
        measure(contenders, chosen.rounds, results)


def report(all_results: Iterable[Results]) -> Iterator[str]:
    """Everything for people to read."""
    shown = list(all_results)
    for results in shown:
        yield from tables.costs(results)
        yield from tables.sizes(results)
    yield from tables.targets(verdicts(shown))


def parser() -> argparse.ArgumentParser:
    """The options."""
    made = argparse.ArgumentParser(description=__doc__)
    made.add_argument("--claims", type=sizes, default=[1000], help="sizes, as 1000,10000")
    made.add_argument("--rounds", type=at_least_one, default=5, help="how often; default 5")
    made.add_argument("--beside", type=names, default=BESIDE, help="default: hugo,eleventy")
    made.add_argument("--folder", help="where to work; default: the folder for temporary files")
    made.add_argument("--record", action="store_true", help=f"add the figures to {history.FILE}")
    made.add_argument("--date", type=history.day, help="day of the record; default: today")
    return made


def main() -> None:
    """Measure, print, record."""
    chosen = parser().parse_args()
    all_results = [Results(count, chosen.rounds) for count in chosen.claims]
    failure = ""
    try:
        for each in all_results:
            measure_size(each, chosen)
    except CommandFailedError as error:
        # Hours may have gone into what was measured before.
        failure = f"\na command has failed:\n{error}"
    print("\n".join(report(each for each in all_results if each.costs)))
    if failure:
        raise SystemExit(failure)
    if chosen.record:
        history.append(all_results, chosen.date)


if __name__ == "__main__":
    main()
