"""How well altered quotations are told from faithful ones, and how long it takes.

``python tests/bench/quotes.py --count 40000`` cuts quotations from real passages, changes them in
ways that are faithful and in ways that are not, and prints what becomes of each kind.
"""

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claimbook.anchoring import DocumentText, read_document
from claimbook.evidence import Verdict, verify
from tests.evidence.mutations import Mutated, Mutator, Passage, passages


def main() -> None:
    """Print the table of confusion."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--count", type=int, default=40_000)
    arguments.add_argument("--seed", type=int, default=20261123)
    arguments.add_argument("--show", type=int, default=5, help="how many wrong ones are shown")
    given = arguments.parse_args()
    texts = passages()
    read = {each: read_document("passage.txt", each.text) for each in texts}
    made = [*Mutator(given.seed, texts).made(given.count)]
    start = time.process_time()
    found = [(each, verify(each.quote, read[each.passage]).verdict) for each in made]
    taken = time.process_time() - start
    size = sum(len(each.text) for each in texts) / 1e6
    print(f"{len(texts)} passages, {size:.1f} million characters; {len(made):,} quotations")
    table(found)
    times = taken / len(made) / _bare_search(made, read)
    print(f"{taken / len(made) * 1e3:.2f} ms a quotation, {times:.0f} times a bare search for it")
    for each, verdict in [pair for pair in found if is_wrong(*pair)][: given.show]:
        print(f"\n{each.how} [{each.passage.language}] → {verdict}\n  {each.quote!r}")


def is_wrong(mutated: Mutated, verdict: Verdict) -> bool:
    """Whether a faithful quotation was refused or another one accepted."""
    return mutated.is_faithful is (verdict in {Verdict.ALTERED, Verdict.ABSENT})


def table(found: list[tuple[Mutated, Verdict]]) -> None:
    """What became of each kind."""
    counts = Counter((each.is_faithful, each.how, verdict) for each, verdict in found)
    print(f"{'':22}" + "".join(f"{each.split(' ')[-1]:>12}" for each in Verdict))
    for is_faithful in (True, False):
        rows = dict.fromkeys(each.how for each, _ in found if each.is_faithful is is_faithful)
        for how in rows:
            print(
                f"{how:22}" + "".join(f"{counts[is_faithful, how, each]:12,}" for each in Verdict)
            )
    for is_faithful, said in ((True, "faithful, accepted"), (False, "altered, called verbatim")):
        some = [pair for pair in found if pair[0].is_faithful is is_faithful]
        good = sum(not is_wrong(*pair) for pair in some)
        share = good if is_faithful else len(some) - good
        print(f"{said}: {share:,} of {len(some):,} ({share / len(some):.2%})")


def _bare_search(made: list[Mutated], read: dict[Passage, DocumentText]) -> float:
    """Seconds to look for the letters of a quotation, which finds few of them."""
    start = time.process_time()
    found = sum(each.quote in read[each.passage].text for each in made)
    assert found < len(made)
    return (time.process_time() - start) / len(made)


if __name__ == "__main__":
    main()
