"""A text under check at a glance: its ratings, where they stand, and how much of it is covered."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from claimbook.views.document.layers import Stretch
from claimbook.views.document.parts import Gap, Statement
from claimbook.views.marks import Mark

_WORD = re.compile(r"\w+")
_WIDTH, _HEIGHT = 1000, 10
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating with the number of statements that bear it; ``path`` draws where they stand."""

    mark: Mark
    count: int
    path: str


def ratings_of(statements: Sequence[Statement]) -> tuple[tuple[Mark, int], ...]:
    """Every rating that occurs, in the order of the scale, and how often."""
    marks = {each.mark.key: each.mark for each in statements}
    ordered = sorted(marks.values(), key=lambda each: each.rank)
    counts = [sum(each.mark.key == mark.key for each in statements) for mark in ordered]
    return tuple(zip(ordered, counts, strict=True))


def rated(
    statements: Sequence[Statement], stretches: Sequence[Stretch[Statement]], length: int
) -> tuple[Rated, ...]:
    """As :func:`ratings_of`, with where in the text they stand."""
    return tuple(
        Rated(mark, count, _path(mark.key, stretches, length))
        for mark, count in ratings_of(statements)
    )


def _path(key: str, stretches: Iterable[Stretch[Statement]], length: int) -> str:
    places = ((e.start, e.end) for e in stretches if e.of.mark.key == key)
    return "".join([_box(start, end, length) for start, end in places])


def _box(start: int, end: int, length: int) -> str:
    left = _WIDTH * start // length
    width = max(_WIDTH * (end - start) // length, _LEAST)
    return f"M{min(left, _WIDTH - width)} 0h{width}v{_HEIGHT}h-{width}z"


def covered(
    text: str, stretches: Iterable[Stretch[Statement]], gaps: Iterable[Stretch[Gap]]
) -> float:
    """The share of the words of a text that are part of a statement and were checked."""
    words = [each.start() for each in _WORD.finditer(text)]
    inside, left_out = _Places(stretches), _Places(gaps)
    count = sum(inside.holds(at) and not left_out.holds(at) for at in words)
    return count / len(words) if words else 0.0


class _Places:
    def __init__(self, stretches: Iterable[Stretch[Any]]) -> None:
        self._places = _joined(sorted((each.start, each.end) for each in stretches))
        self._starts = [start for start, _ in self._places]

    def holds(self, at: int) -> bool:
        before = bisect_right(self._starts, at) - 1
        return before >= 0 and at < self._places[before][1]


def _joined(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in places:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found
