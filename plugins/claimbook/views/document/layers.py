"""A text cut wherever something begins or ends in it.

Statements may overlap, and faults may cross them. Elements of HTML may not, so each piece of the
text says all that it is part of.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from claimbook.views.document.parts import Ended, Fault, Gap, Piece, Statement

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stretch(Generic[T]):
    """Where something stands; in several stretches where words of it are left out."""

    start: int
    end: int
    of: T
    is_first: bool = True
    is_last: bool = True


class Added(NamedTuple):
    """Words that are no part of the text, and the offset behind which they belong."""

    at: int
    text: str
    is_grave: bool = False


def stretches_of(of: T, places: Sequence[tuple[int, int]]) -> Iterator[Stretch[T]]:
    """One thing in all its places, which come in order."""
    last = len(places) - 1
    for at, (start, end) in enumerate(places):
        yield Stretch(start, end, of, at == 0, at == last)


@dataclass(frozen=True, slots=True)
class Layers:
    """All that stands in a text, each kind in any order."""

    statements: tuple[Stretch[Statement], ...] = ()
    struck: tuple[Stretch[Fault], ...] = ()
    faults: tuple[Stretch[Fault], ...] = ()
    gaps: tuple[Stretch[Gap], ...] = ()
    added: tuple[Added, ...] = ()

    def cuts(self) -> list[int]:
        """Every offset at which something begins or ends, in order."""
        layers: tuple[tuple[Stretch[Any], ...], ...]
        layers = (self.statements, self.struck, self.faults, self.gaps)
        ends = {at for layer in layers for each in layer for at in (each.start, each.end)}
        return sorted(ends | {each.at for each in self.added})


def _length_last(stretch: Stretch[Any]) -> tuple[int, int]:
    return stretch.start, -stretch.end


class _Open(Generic[T]):
    """What stands at an offset that only grows."""

    def __init__(self, stretches: Iterable[Stretch[T]]) -> None:
        self._waiting = sorted(stretches, key=_length_last, reverse=True)
        self.now: list[Stretch[T]] = []
        self.begun: list[T] = []
        self._ending: list[Stretch[T]] = []

    def enter(self, start: int) -> None:
        """Go on to the piece that begins at ``start``."""
        self.now = [each for each in self.now if each.end > start]
        while self._waiting and self._waiting[-1].start <= start:
            self._take(self._waiting.pop())
        self.now = [each for each in self.now if each.end > start]

    def _take(self, stretch: Stretch[T]) -> None:
        self.now.append(stretch)
        if stretch.is_first:
            self.begun.append(stretch.of)
        if stretch.is_last:
            self._ending.append(stretch)

    def take_begun(self) -> list[T]:
        """What began since this was asked last."""
        begun, self.begun = self.begun, []
        return begun

    def leave(self, end: int) -> tuple[T, ...]:
        """What has ended at ``end`` and was not told of before."""
        ended = sorted((e for e in self._ending if e.end <= end), key=lambda e: (e.end, -e.start))
        self._ending = [each for each in self._ending if each.end > end]
        return tuple([each.of for each in ended])


@dataclass(slots=True)
class Cutter:
    """Cuts blocks of a text, which must come in their order."""

    text: str
    layers: Layers
    _cuts: list[int] = field(init=False)
    _said: _Open[Statement] = field(init=False)
    _struck: _Open[Fault] = field(init=False)
    _faults: _Open[Fault] = field(init=False)
    _gaps: _Open[Gap] = field(init=False)
    _added: list[Added] = field(init=False)
    _anchored: set[int] = field(init=False)

    def __post_init__(self) -> None:
        """Begin at the beginning."""
        self._cuts = self.layers.cuts()
        self._said, self._struck = _Open(self.layers.statements), _Open(self.layers.struck)
        self._faults, self._gaps = _Open(self.layers.faults), _Open(self.layers.gaps)
        self._added = sorted(self.layers.added, reverse=True)
        self._anchored = set()

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces of one block."""
        before, is_grave = self._additions(start)
        if before:
            yield Piece("", added=before, is_grave=is_grave)
        inside = self._cuts[bisect_right(self._cuts, start) : bisect_left(self._cuts, end)]
        for left, right in zip((start, *inside), (*inside, end), strict=True):
            yield self._piece(left, right)

    def _piece(self, start: int, end: int) -> Piece:
        everything: tuple[_Open[Any], ...] = (self._said, self._struck, self._faults, self._gaps)
        for each in everything:
            each.enter(start)
        said = sorted(self._said.now, key=lambda each: (each.end - each.start, each.of.number))
        return Piece(
            self.text[start:end],
            tuple([each.of for each in said]),
            self._anchor(),
            tuple([each.of for each in self._struck.now]),
            bool(self._gaps.now),
            *self._additions(end),
            self._faults.leave(end),
            self._gaps.leave(end),
            tuple([self._ended(each) for each in self._said.leave(end)]),
        )

    def _anchor(self) -> str:
        """The id of a statement that begins here: one element has one."""
        begun = self._said.take_begun()
        self._anchored.update(each.number for each in begun[:1])
        return begun[0].anchor if begun else ""

    def _ended(self, statement: Statement) -> Ended:
        is_anchored = statement.number in self._anchored
        return Ended(statement, "" if is_anchored else statement.anchor)

    def _additions(self, end: int) -> tuple[str, bool]:
        found = []
        while self._added and self._added[-1].at <= end:
            found.append(self._added.pop())
        return "".join([each.text for each in found]), any(each.is_grave for each in found)
