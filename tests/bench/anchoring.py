"""What a long text under check adds to checking and making its claims.

``python tests/bench/anchoring.py --words 50000 --claims 500`` holds claims that appear in a text
against the same claims without it. Some overlap, lie in one another, stand twice, or have a word
that the text has not. Then texts of a mebibyte that were made to be slow.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from claimbook.anchoring import Anchor, Selector, anchor, anchored_claims, read_document
from claimbook.compile import Compilation, compile_claims
from claimbook.fragment import UrlStyle
from claimbook.render import Renderer
from claimbook.settings import Settings
from claimbook.site import Site
from claimbook.text import SourceFile

T = TypeVar("T")
TODAY = date(2026, 1, 1)
TELLING = "the bridge road council opened closed since year million people report said was not"
WORDS = TELLING.split(" ")
SENTENCE, PARAGRAPH = 16, 6
MEBIBYTE = 1 << 20
# Each stands for what makes a way of finding words slow.
HOSTILE = {
    "one letter": "a",
    "one word": "a ",
    "two words": "a b ",
    "quotation marks": "“ ",
    "ellipses": "… ",
    "double spaces": "x  x",
    "short lines": "ab\n",
    "short paragraphs": "ab\n\n",
    "accents apart": "e\u0301",
    "Han on lines": "世\n",
}


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds."""

    check: float
    make: float


def text_of(words: int) -> list[str]:
    """Sentences, a tenth of which stand there twice."""
    choose = random.Random("text")
    found: list[str] = []
    for at in range(words // SENTENCE):
        told = " ".join(choose.choice(WORDS) for _ in range(SENTENCE - 3))
        found.append(found[-1] if at % 10 == 9 else f"In {at} they {told}.")
    return found


def quotes(sentences: list[str], claims: int) -> Iterator[str]:
    """What each claim quotes: most a sentence, some a part of the one before, some a fault."""
    step = max(1, len(sentences) // claims)
    for at in range(claims):
        sentence = sentences[min(at * step, len(sentences) - 1)]
        words = sentence.split()
        if at % 10 == 1:
            yield " ".join(words[3:9])
        elif at % 10 == 2:
            yield f"{' '.join(words[:4])} […] {' '.join(words[-4:])}"
        elif at % 20 == 3:
            yield sentence.replace("they", "she")
        else:
            yield sentence


def compilation(sentences: list[str], claims: int, *, has_text: bool) -> Compilation:
    """The claims, checked, with the text or without it."""
    blocks = [sentences[at : at + PARAGRAPH] for at in range(0, len(sentences), PARAGRAPH)]
    files = {
        "documents/long.yml": "title: A long text\ntext: long.txt\nlanguage: en\n",
        "documents/long.txt": "\n\n".join(" ".join(each) for each in blocks),
    }
    files = files if has_text else {}
    for at, quote in enumerate(quotes(sentences, claims)):
        place = f"{{document: long, quote: '{quote}'}}" if has_text else "{source: {title: Long}}"
        files[f"claim-{at}.yml"] = (
            f"claim: Number {at} said so.\nclaimant: Ann\nappearances: [{place}]\n"
            "review: {rating: unproven, verdict: Nobody we asked could say.}\n"
        )
    sources = [SourceFile(f"claims/{path}", each.encode()) for path, each in files.items()]
    return compile_claims(sources, Settings(), TODAY)


def taken(sentences: list[str], claims: int, *, has_text: bool) -> tuple[Taken, Compilation]:
    """How long it takes to check the claims and to make their pages and that of the text."""
    check, compiled = timed(lambda: compilation(sentences, claims, has_text=has_text))
    site = Site(compiled.corpus, Settings(), UrlStyle(), Renderer(), TODAY)
    places = [f"claims/{each}" for each in compiled.corpus.claims]
    places += ["documents/long"] if has_text else []
    make, _ = timed(lambda: [site.fragment_at(each) for each in places])
    return Taken(check, make), compiled


def timed(action: Callable[[], T]) -> tuple[float, T]:
    """Seconds, and what came out."""
    start = time.perf_counter()
    made = action()
    return time.perf_counter() - start, made


def hostile(unit: str) -> tuple[float, float, float]:
    """How long it takes to read a text of nothing else, and to look for words there or not."""
    raw = unit * (MEBIBYTE // len(unit.encode()))
    read, text = timed(lambda: read_document("a.txt", raw))
    quote = text.text[:2000]
    there, _ = timed(lambda: anchor(text, Selector(quote)))
    not_there, _ = timed(lambda: anchor(text, Selector(f"{quote[:900]} zyx {quote[900:]}")))
    return read, there, not_there


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=50_000)
    parser.add_argument("--claims", type=int, default=500)
    parser.add_argument("--no-hostile", action="store_true")
    asked = parser.parse_args()
    if asked.words < SENTENCE or asked.claims < 1:
        parser.error("give at least one sentence and one claim")
    sentences = text_of(asked.words)
    # What is made once for all is none of the figures.
    taken(sentences[:SENTENCE], 1, has_text=True)
    without, _ = taken(sentences, asked.claims, has_text=False)
    with_text, compiled = taken(sentences, asked.claims, has_text=True)
    found = anchored_claims("long", compiled.corpus)
    placed = sum(isinstance(each.found, Anchor) for each in found)
    codes = [each.code.name for each in compiled.diagnostics]
    told = sum(each in {"ambiguous-quote", "quote-not-in-document"} for each in codes)
    print(f"{asked.words:,} words, {asked.claims:,} claims: {placed} placed, {told} reported")
    print("                  without   with  ratio")
    for name in ("check", "make"):
        a, b = getattr(without, name), getattr(with_text, name)
        print(f"{name:<18}{a:7.2f}{b:7.2f} s{b / a:6.2f}")
    if not asked.no_hostile:
        print("\none mebibyte of       read   there   not there")
        for name, unit in HOSTILE.items():
            print(f"{name:<18}" + "".join(f"{each:8.2f}" for each in hostile(unit)), "s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
