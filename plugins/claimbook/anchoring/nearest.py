"""The place of a text that is most like words that do not stand in it, and what differs there."""

from collections.abc import Sequence
from typing import NamedTuple

from claimbook.anchoring.aligned import Alignment, Pair, aligned, differences
from claimbook.anchoring.mapped import Mapped
from claimbook.anchoring.normal import normal
from claimbook.anchoring.parts import occurrences, raw_parts
from claimbook.anchoring.shapes import Change, DocumentText, Nearest, Place
from claimbook.anchoring.words import Token, likely_stretch, tokens

# Of longer quotations the beginning is compared. What is less like is not worth showing.
_MOST_WORDS = 150
_LEAST_LIKENESS = 0.4
NOWHERE = Nearest(None, 0.0, ())


def nearest(text: DocumentText, quote: str) -> Nearest:
    """The most similar place, with the differences word by word.

    Of a quotation in parts that of the first part that is missing; where none is, they stand in
    another order, and nothing differs.
    """
    even = normal(text.text)
    whole = NOWHERE
    for part in raw_parts(quote):
        found = next(occurrences(even.text, normal(part).text), None)
        if found is None:
            return _most_like(text, even, part)
        if whole is NOWHERE:
            whole = Nearest(Place(*even.origin(*found)), 1.0, ())
    return whole


def _most_like(text: DocumentText, even: Mapped, part: str) -> Nearest:
    words = normal(part)
    here = [*tokens(words.text)][:_MOST_WORDS]
    stretch = likely_stretch(even.text, here) if here else None
    if stretch is None:
        return NOWHERE
    there = [*tokens(even.text, *stretch)]
    if _most_likeness(here, there) < _LEAST_LIKENESS:
        return NOWHERE
    found = aligned([each.text for each in here], [each.text for each in there])
    likeness = 1 - found.cost / (2 * len(here))
    if likeness < _LEAST_LIKENESS:
        return NOWHERE
    sides = _Side(part, words, here), _Side(text.text, even, there)
    return Nearest(_place(found, sides[1]), likeness, _changes(found, *sides))


def _most_likeness(here: Sequence[Token], there: Sequence[Token]) -> float:
    """How like each other they are at most: words that are not there at all are never alike."""
    known = {each.text.lower() for each in there}
    return 1 - sum(each.text.lower() not in known for each in here) / len(here)


class _Side(NamedTuple):
    """A text, what is even in it, and the words of that which are compared."""

    text: str
    even: Mapped
    words: Sequence[Token]

    def place(self, numbers: Sequence[int], after: int | None) -> Place:
        """From the first to the last of some words; where there are none, behind ``after``."""
        if numbers:
            first, last = self.words[numbers[0]], self.words[numbers[-1]]
            return Place(*self.even.origin(first.start, last.end))
        end = 0 if after is None else self.even.origin(0, self.words[after].end)[1]
        return Place(end, end)


def _place(found: Alignment, there: _Side) -> Place:
    return there.place([each.there for each in found.pairs if each.there is not None], None)


def _changes(found: Alignment, here: _Side, there: _Side) -> tuple[Change, ...]:
    runs = differences(found.pairs, *([each.text for each in side.words] for side in (here, there)))
    return tuple(_change(run, before, here, there) for before, run in runs)


def _change(run: Sequence[Pair], before: Pair | None, here: _Side, there: _Side) -> Change:
    quoted = here.place([each.here for each in run if each.here is not None], None)
    after = before.there if before else None
    printed = there.place([each.there for each in run if each.there is not None], after)
    return Change(here.text[slice(*quoted)], there.text[slice(*printed)], printed)
