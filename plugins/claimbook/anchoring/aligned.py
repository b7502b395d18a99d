"""Two short runs of words side by side, and where they differ.

The first is laid where it fits best within the second: Sellers, The theory and computation of
evolutionary distances (1980). Work grows with the product of their lengths, which callers bound.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, islice
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
    costs = _costs(here, there)
    for word in here:
        rows.append(_next_row(rows[-1], costs[word]))
    last = rows[-1]
    end = min(range(len(last)), key=lambda each: (last[each], -each))
    return Alignment(tuple(reversed([*_way_back(rows, here, there, end)])), last[end])


def _next_row(above: Sequence[int], costs: Sequence[int]) -> list[int]:
    # Most of the time that a wrong quotation takes is spent here: no call for each pair of words.
    least = above[0] + _GAP
    row = [least]
    for cost, beside, over in zip(costs, above, islice(above, 1, None), strict=False):
        least += _GAP
        if (found := beside + cost) < least:
            least = found
        if (found := over + _GAP) < least:
            least = found
        row.append(least)
    return row


def _costs(here: Sequence[str], there: Sequence[str]) -> dict[str, list[int]]:
    """What each word costs beside each other: :func:`_cost`, asked only where both are alike."""
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for number, other in enumerate(there):
        alike[other.lower()].append(number)
    kinds = {
        is_word: [_OTHER if each[0].isalnum() == is_word else _UNLIKE for each in there]
        for is_word in (True, False)
    }
    costs = {word: kinds[word[0].isalnum()].copy() for word in here}
    for word, row in costs.items():
        for number in alike.get(word.lower(), ()):
            row[number] = _cost(word, there[number])
    return costs


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
