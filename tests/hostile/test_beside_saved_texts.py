"""Quotations that are costly to compare with the saved text of their source."""

import random
from collections.abc import Callable
from hashlib import sha256

import pytest

from claimbook.text import TEXT_BYTES
from tests.hostile.test_any_file import drive
from tests.hostile.worst import claim, evidence

SOURCE = """\
title: T
url: https://a.example/
accessed: 2025-01-01
snapshot: {{file: s.txt, sha256: {digest}, captured: 2025-01-01}}
"""
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def full(piece: str) -> str:
    return piece * (TEXT_BYTES // len(piece))


def shuffled(number: int, count: int) -> str:
    """Always the same words for a number, one letter each."""
    return " ".join(random.Random(number).choices(LETTERS, k=count))


def mixed(number: int, one: str, other: str, between: str = " ") -> str:
    """Nine words, of which any may be another: other quotations for other numbers."""
    return between.join((one, other)[(number >> at) & 1] for at in range(9))


WORSE: dict[str, tuple[str, Callable[[int], str]]] = {
    "elisions": (full("a b "), lambda n: f"{mixed(n, 'a', 'b', ' […] ')} […] x"),
    "one word": (full("a"), lambda n: "a" * (n + 2)),
    "repeated words": (full("a "), lambda n: f"{mixed(n, 'a', 'A')} x"),
    "ends of words": (full("ab "), lambda n: f"{mixed(n, 'ab', 'aB')} a"),
    "all that is there": (full("a "), lambda n: "a " * (n + 1)),
    "nearly there": (
        full("the bridge over the river was closed in May of "),
        lambda n: f"the bridge over the river was shut in May of {n} the bridge over a river",
    ),
    "short words": (shuffled(-1, TEXT_BYTES // 2), lambda n: shuffled(n, 50)),
    "long quotations": (shuffled(-1, TEXT_BYTES // 2), lambda n: shuffled(n, 150)),
    "broken words": (full("ab-\n "), lambda n: f"{mixed(n, 'ab', 'aB', '')} x"),
}
QUICK = ("elisions", "long quotations")


@pytest.mark.parametrize("kind", WORSE)
def test_what_takes_long_ends_with_its_place(kind: str, is_whole: bool) -> None:
    if not is_whole and kind not in QUICK:
        pytest.skip("tried where there is time")
    text, quote = WORSE[kind]
    file = evidence(lambda n: f"{{stance: supports, quote: '{quote(n)}', source: s}}")
    source = SOURCE.format(digest=sha256(text.encode()).hexdigest())
    came = drive({"claim": file.encode()}, source.encode(), text.encode())["claim"]
    assert came["misplaced"] == []
    assert set(came["codes"]) & {"CB330", "CB331", "CB333"}


def test_a_claim_of_usual_quotations_is_compared_to_the_end() -> None:
    words = [f"word{number}" for number in range(TEXT_BYTES // 12)]
    text = " ".join(words)
    quotes = [" ".join(words[at : at + 12]) for at in range(0, 120 * 12, 12)]
    entries = "".join(f"- {{stance: supports, quote: '{each}', source: s}}\n" for each in quotes)
    source = SOURCE.format(digest=sha256(text.encode()).hexdigest())
    file = claim("evidence:\n" + entries)
    came = drive({"claim": file.encode()}, source.encode(), text.encode())["claim"]
    assert came["errors"] == 0
