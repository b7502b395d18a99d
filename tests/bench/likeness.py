"""How well claims that say the same are found, and how fast.

``python tests/bench/likeness.py`` prints precision and recall of each relation on the labelled
pairs of ``tests/likeness``, those that were tuned with and those that were held out; then the
time for one text among 10,000 and 100,000 claims, beside a plain search with ``difflib``.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claimbook.likeness.index import Entry, Index
from tests.likeness.labelled import claims_of, labelled, quality, strays, told

_ACTORS = 400
_SYLLABLES = ("ka", "lo", "mi", "ren", "ta", "vo", "sel", "dor", "an", "tis", "ber", "gal")
_TEMPLATES = (
    "{a} said it would invest ${n} million in {b} in {y}.",
    "In {y} {a} closed {n} branches in {b}.",
    "{a} launched a new {c} together with {b} in {y}.",
    "The {c} of {a} grew by {n} percent in {y}, {b} reported.",
    "{a} never paid {b} for the {c}, which cost {n} million euros.",
)


def corpus(count: int) -> list[Entry]:
    """So many claims about invented actors and things, with the labelled ones among them."""
    chance = random.Random(1)

    def name(parts: int) -> str:
        return "".join(chance.choice(_SYLLABLES) for _ in range(parts))

    actors, things = ([name(parts) for _ in range(_ACTORS)] for parts in (3, 4))
    known = claims_of(labelled())
    found = [Entry(f"known-{at}", claim) for at, claim in enumerate(known)]
    while len(found) < count:
        a, b = (chance.choice(actors).title() for _ in range(2))
        values = {"a": a, "b": b, "c": chance.choice(things), "n": chance.randint(2, 99)}
        claim = chance.choice(_TEMPLATES).format(**values, y=chance.randint(1990, 2026))
        found.append(Entry(f"claim-{len(found):06}", claim))
    return found


def milliseconds(action: Callable[[str], object], text: str) -> float:
    """How long it takes to ask something about a text."""
    began = time.perf_counter()
    action(text)
    return 1000 * (time.perf_counter() - began)


def by_difflib(entries: list[Entry], text: str) -> list[tuple[float, str]]:
    """The claims most like a text, by comparing it with each."""
    matcher = SequenceMatcher(b=text)
    found = []
    for each in entries:
        matcher.set_seq1(each.claim)
        found.append((matcher.ratio(), each.id))
    return sorted(found, reverse=True)[:5]


def measure_speed(count: int, queries: list[str], linear: int) -> None:
    """Print what an index of so many claims costs."""
    entries = corpus(count)
    began = time.perf_counter()
    index = Index.of(entries)
    built = time.perf_counter() - began
    data = json.dumps(index.data(), ensure_ascii=False, separators=(",", ":"))
    index.find(queries[0])
    loaded = milliseconds(lambda text: Index.from_data(json.loads(data)).find(text), queries[0])
    times = sorted(milliseconds(index.find, text) for text in queries)
    search = partial(by_difflib, entries)
    plain = median(milliseconds(search, text) for text in queries[:linear])
    print(f"\n{count:,} claims: built in {built:.1f} s, {len(data) / 1e6:.1f} MB as JSON,")
    print(f"  loaded and asked for the first time in {loaded / 1000:.2f} s")
    print(f"  a text: median {median(times):.2f} ms, slowest of {len(times)} {times[-1]:.1f} ms")
    print(f"  difflib, each claim: {plain:,.0f} ms, {plain / median(times):,.0f} times as long")


def measure_quality() -> None:
    """Print precision and recall of each relation."""
    for label, is_held in (("tuned with", False), ("held out", True)):
        pairs = [each for each in labelled() if each.is_held is is_held]
        print(f"\n{label}: {len(pairs)} pairs")
        print(f"{'':<16}{'precision':>10}{'recall':>8}{'F1':>6}{'pairs':>7}")
        for relation, found in quality(told(pairs)).items():
            shares = f"{found.precision:>10.2f}{found.recall:>8.2f}{found.f1:>6.2f}"
            print(f"{relation:<16}{shares}{found.pairs:>7}")
        print(f"other claims of the list taken for more than related: {len(strays(pairs))}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--linear", type=int, default=3, help="texts that difflib is asked for")
    given = parser.parse_args()
    measure_quality()
    chance = random.Random(2)
    texts = [each.other for each in labelled()] + [each.claim for each in corpus(2_000)[-100:]]
    for count in given.claims:
        measure_speed(count, chance.sample(texts, 100), given.linear)


if __name__ == "__main__":
    main()
