"""Two short runs of words side by side, and where they differ.

The first is laid where it fits best within the second: Sellers, The theory and computation of
evolutionary distances (1980). Work grows with the product of their lengths, which callers bound.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

_GAP, _OTHER, _OTHER_CASE, _UNLIKE = 2, 2, 1, 5


class Pair(NamedTuple):
    """The numbers of two words side by side; None where one has nothing beside it."""

    here: int | None
    there: int | None


class Alignment(NamedTuple):
    """The pairs in their order, and their cost: 0 where all words are the same."""

    pairs: tuple[Pair, ...]
    cost: int


def aligned(here: Sequence[str], there: Sequence[str]) -> Alignment:
    """Lay all words of ``here`` within ``there``, where that costs least."""
    rows = [[0] * (len(there) + 1)]
    for word in here:
        rows.append(_next_row(rows[-1], word, there))
    last = rows[-1]
    end = min(range(len(last)), key=lambda each: (last[each], -each))
    return Alignment(tuple(reversed([*_way_back(rows, here, there, end)])), last[end])


def _next_row(above: Sequence[int], word: str, there: Sequence[str]) -> list[int]:
    row = [above[0] + _GAP]
    for number, other in enumerate(there):
        beside = above[number] + (0 if word == other else _cost(word, other))
        row.append(min(beside, above[number + 1] + _GAP, row[number] + _GAP))
    return row


def _cost(word: str, other: str) -> int:
    if word == other:
        return 0
    if word.lower() == other.lower():
        return _OTHER_CASE
    return _OTHER if word[0].isalnum() == other[0].isalnum() else _UNLIKE


def _way_back(
    rows: Sequence[Sequence[int]], here: Sequence[str], there: Sequence[str], end: int
) -> Iterator[Pair]:
    at, other = len(here), end
    while at:
        cost = rows[at][other]
        if other and cost == rows[at - 1][other - 1] + _cost(here[at - 1], there[other - 1]):
            at, other = at - 1, other - 1
            yield Pair(at, other)
        elif cost == rows[at - 1][other] + _GAP:
            at -= 1
            yield Pair(at, None)
        else:
            other -= 1
            yield Pair(None, other)


def differences(
    pairs: Sequence[Pair], here: Sequence[str], there: Sequence[str]
) -> Iterator[tuple[Pair | None, Sequence[Pair]]]:
    """Runs of pairs that differ, each with the pair before it."""

    def is_same(pair: Pair) -> bool:
        return None not in pair and here[pair.here or 0] == there[pair.there or 0]

    before: Pair | None = None
    for same, found in groupby(pairs, is_same):
        run = tuple(found)
        if not same:
            yield before, run
        before = run[-1]
