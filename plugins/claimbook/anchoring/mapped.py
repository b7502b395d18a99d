"""A text made from another, with the way back: where each stretch of it comes from."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

# A stretch of the new text, and the two offsets in the old one of what it was made of. Plain
# tuples: of a text there may be a million.
Piece = tuple[str, int, int]
# What stands in the place of a stretch, by its two offsets.
Swap = tuple[int, int, str]


@dataclass(frozen=True, slots=True, eq=False)
class Mapped:
    """The new text; one tuple of offsets into it, two into the old one, for each piece.

    A piece as long as what it was made of is the same character by character.
    """

    text: str
    _starts: tuple[int, ...]
    _origins: tuple[int, ...]
    _ends: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where the new text's ``start`` to ``end`` stands in the old one."""
        end = min(end, len(self.text))
        if start >= end:
            place = self._begin(start)
            return place, place
        return self._begin(start), self._end(end)

    def _begin(self, offset: int) -> int:
        at = min(bisect_right(self._starts, offset), len(self._origins)) - 1
        return self._origins[at] + self._within(at, offset) if at >= 0 else 0

    def _end(self, offset: int) -> int:
        at = bisect_left(self._starts, offset) - 1
        return self._origins[at] + self._within(at, offset) if self._is_even(at) else self._ends[at]

    def _within(self, at: int, offset: int) -> int:
        return offset - self._starts[at] if self._is_even(at) else 0

    def _is_even(self, at: int) -> bool:
        length = self._starts[at + 1] - self._starts[at]
        return self._ends[at] - self._origins[at] == length


def mapped(pieces: Sequence[Piece]) -> Mapped:
    """The pieces as one text, in their order."""
    texts, origins, ends = zip(*pieces, strict=True) if pieces else ((), (), ())
    return Mapped("".join(texts), tuple(accumulate(map(len, texts), initial=0)), origins, ends)


def pieces_of(text: str, swaps: Iterable[Swap], origin: int = 0) -> list[Piece]:
    """``text``, which stands at ``origin``, with ``swaps`` in their order; of two the first."""
    found: list[Piece] = []
    at = 0
    for start, end, instead in swaps:
        if start < at:
            continue
        if start > at:
            found.append((text[at:start], origin + at, origin + start))
        found.append((instead, origin + start, origin + end))
        at = end
    if at < len(text):
        found.append((text[at:], origin + at, origin + len(text)))
    return found
