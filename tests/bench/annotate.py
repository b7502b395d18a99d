"""How well a working list finds what is worth checking and what is checked, and how fast.

``python tests/bench/annotate.py`` prints: of the shipped article which statements of the dossier
stand among the first sentences of the list; the claims that are known again by likeness alone;
precision and recall on labelled sentences, those that were tuned with and those that were held
out; and the time for a text of 50,000 words, beside that of splitting it at full stops.
"""

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claimbook.anchoring import read_document
from claimbook.likeness.index import BRISK, Entry, Index
from claimbook.likeness.reading import read
from claimbook.statements.sentences import sentences
from claimbook.statements.worklist import Around, statements_in
from tests.likeness.labelled import claims_of, labelled
from tests.likeness.statements import (
    article,
    dossier,
    known_again,
    labelled_sentences,
    quality_of,
)

_WORDS = 50_000
_CLAIMS = 500
_ROUNDS = 3


def main() -> None:
    """Print all figures."""
    _about_article()
    _about_labels()
    _about_speed()


def _about_article() -> None:
    shown = article()
    hits = dossier(shown)
    sentences_in_all = len(shown.unaided)
    print(
        f"The shipped article: {sentences_in_all} sentences, {len(hits)} statements in the dossier"
    )
    for most in (5, 10, len(shown.unaided)):
        found = sum(each.rank is not None and each.rank <= most for each in hits)
        print(f"  worth checking, among the first {most:2}: {found} of {len(hits)}")
    for each in hits:
        if each.rank is None:
            print(f"  missed: {each.id}: {each.why}")
    told = sum(each.is_told for each in hits)
    print(f"  told as a sentence or part of its own: {told} of {len(hits)}")
    print(f"    not: {', '.join(each.id for each in hits if not each.is_told)}")
    extra = [each for each in shown.unaided if each.is_worth]
    print(f"  sentences told to be worth checking: {len(extra)} of {len(shown.unaided)}")
    quality, missed, nearest = known_again(shown)
    print(
        f"  known again by likeness alone, its anchors ignored: precision {quality.precision:.2f}, "
        f"recall {quality.recall:.2f} of {quality.pairs} claims"
    )
    print(f"  or shown as the nearest related claim: {nearest} of {quality.pairs}")
    print(f"    not known again: {', '.join(missed)}")


def _about_labels() -> None:
    rows = [*labelled_sentences()]
    print(f"\nLabelled sentences: {len(rows)}")
    for is_held, word in ((False, "tuned with"), (True, "held out")):
        for language in ("en", "de"):
            chosen = [e for e in rows if e.is_held is is_held and e.language == language]
            found = quality_of(chosen)
            figures = f"precision {found.precision:.2f}, recall {found.recall:.2f}"
            print(f"  {word:10} {language}: {figures} ({found.pairs})")


def _long_text() -> str:
    """A text of so many words, made of the labelled sentences."""
    told = [each.text for each in labelled_sentences() if each.language == "en"]
    lines: list[str] = []
    count = 0
    while count < _WORDS:
        number = len(lines)
        lines.append(f"{told[number % len(told)]} {told[(number * 7 + 3) % len(told)]}")
        count += len(lines[-1].split())
    return "\n\n".join(lines)


def _about_speed() -> None:
    text = _long_text()
    known = claims_of(labelled())
    index = Index.of(
        Entry(f"c{number:03}", f"{known[number % len(known)]} {number}")
        for number in range(_CLAIMS)
    )
    around = Around("en", text, find=lambda said: index.like(read(said), 3, effort=BRISK))
    document = read_document("long.txt", text)
    plain = _seconds(lambda: re.split(r"(?<=[.!?])\s+", text))
    split = _seconds(lambda: sentences(text, "en"))
    listed = _seconds(lambda: statements_in(document, Around("en", text)))
    full = _seconds(lambda: statements_in(document, around))
    print(f"\nA text of {len(text.split()):,} words, {_CLAIMS} claims (the best of {_ROUNDS})")
    print(f"  split at full stops      {plain:8.3f} s")
    print(f"  sentences told apart     {split:8.3f} s  ({split / plain:,.0f} times)")
    print(f"  and judged               {listed:8.3f} s  ({listed / plain:,.0f} times)")
    print(f"  and compared with claims {full:8.3f} s  ({full / plain:,.0f} times)")


def _seconds(action: Callable[[], object]) -> float:
    found: list[float] = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        action()
        found.append(time.perf_counter() - began)
    return min(found)


if __name__ == "__main__":
    main()
