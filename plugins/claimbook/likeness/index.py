"""Many claims, of which those like a text are found in milliseconds.

An index is built once, told as plain data, and made of that again, in a browser for instance.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from functools import cached_property
from math import log
from typing import Any, NamedTuple

from claimbook.likeness.compare import (
    RELATED_FROM,
    SAME_FROM,
    Likeness,
    Relation,
    compared,
)
from claimbook.likeness.quantities import Quantity
from claimbook.likeness.reading import Wording, read

FORMAT = 2
FEWEST_TERMS = 3
# A wording of more terms is taken for one of so many where those to compare are chosen.
LONGEST = 15


class Effort(NamedTuple):
    """How many places of terms are looked up for one text, and how many wordings compared."""

    places: int
    compared: int


AS_SAID = "in the words of where it was said"
# One text is asked for by somebody who waits; where all are asked for, most find nothing.
THOROUGH, BRISK = Effort(4_000, 40), Effort(500, 8)


class Entry(NamedTuple):
    """A claim as it is found: its id, the claim, its short title or nothing, and how it was said.

    ``quotes`` are the words in which it appeared.
    """

    id: str
    claim: str
    title: str = ""
    quotes: tuple[str, ...] = ()


class Kind(IntEnum):
    """What of a claim is worded so."""

    CLAIM = 0
    TITLE = 1
    QUOTE = 2


class Worded(NamedTuple):
    """A wording of the entry with a number."""

    at: int
    kind: Kind
    wording: Wording


class Match(NamedTuple):
    """A claim that is like a text."""

    entry: Entry
    score: float
    relation: Relation
    reason: str


class Index:
    """Claims by the terms in them; claim, title and each quotation are wordings of their own."""

    def __init__(self, entries: Iterable[Entry], wordings: Iterable[Worded]) -> None:
        self._entries = tuple(entries)
        self._wordings = tuple(wordings)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Index":
        """Read claims into an index."""
        known = tuple(entries)
        return cls(known, _read_all(known))

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Index":
        """An index as :meth:`data` told it; raises ``ValueError`` for another format."""
        if data.get("format") != FORMAT:
            raise ValueError(f"an index of format {FORMAT} is expected")
        entries = [
            Entry(name, claim, title, tuple(quotes))
            for name, claim, title, quotes in data["claims"]
        ]
        return cls(entries, (_wording(row, data["terms"]) for row in data["wordings"]))

    def data(self) -> dict[str, Any]:
        """The index as lists, texts and numbers."""
        terms = sorted(self._places)
        numbers = {term: number for number, term in enumerate(terms)}
        rows = [_row(each, numbers) for each in self._wordings]
        return {"format": FORMAT, "claims": self._entries, "terms": terms, "wordings": rows}

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """In which wordings each term stands."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, each in enumerate(self._wordings):
            for term in each.wording.terms:
                found[term].append(place)
        return dict(found)

    @cached_property
    def _lengths(self) -> list[int]:
        return [min(LONGEST, len(each.wording.terms)) for each in self._wordings]

    @cached_property
    def _weights(self) -> dict[str, float]:
        count = len(self._wordings) + 1
        return {term: log(1 + count / (len(each) + 1)) for term, each in self._places.items()}

    @cached_property
    def _unknown(self) -> float:
        return log(2 + len(self._wordings))

    def weigh(self, term: str) -> float:
        """How much a term tells: the rarer, the more."""
        return self._weights.get(term, self._unknown)

    def find(self, text: str, most: int = 5, least: float = RELATED_FROM) -> list[Match]:
        """The claims most like a text, best first; none less alike than ``least``."""
        return self.like(read(text), most, least)

    def like(
        self,
        wording: Wording,
        most: int = 5,
        least: float = RELATED_FROM,
        effort: Effort = THOROUGH,
    ) -> list[Match]:
        """As :meth:`find`, for a text that was read already."""
        best: dict[int, Likeness] = {}
        for place in self._candidates(wording, effort):
            at, kind, other = self._wordings[place]
            is_quote = kind is Kind.QUOTE
            compare = compared(wording, other, self.weigh, least, is_quote=is_quote)
            found = _of_kind(kind, compare)
            if found.score >= least and _rank(found) > _rank(best.get(at)):
                best[at] = found
        matches = [Match(self._entries[at], *found) for at, found in best.items()]
        return sorted(matches, key=lambda each: (_order(each), each.entry.id))[:most]

    def _candidates(self, wording: Wording, effort: Effort) -> list[int]:
        """The wordings that share the most telling terms with another, for their length."""
        weights: defaultdict[int, float] = defaultdict(float)
        looked = 0
        terms = sorted(wording.terms, key=lambda term: len(self._places.get(term, ())))
        for number, term in enumerate(terms):
            places = self._places.get(term, ())
            looked += len(places)
            if looked > effort.places and number >= FEWEST_TERMS and weights:
                break
            weight = self.weigh(term)
            for place in places[: effort.places]:
                weights[place] += weight
        count, lengths = len(wording.terms), self._lengths
        shares = {place: each / (count + lengths[place]) for place, each in weights.items()}
        return sorted(shares, key=lambda place: (-shares[place], place))[: effort.compared]

    def pairs(
        self,
        ids: frozenset[str] | None = None,
        least: float = SAME_FROM,
        step: Callable[[str], None] = lambda _: None,
    ) -> Iterator[tuple[Entry, Match]]:
        """Claims that are like another, each pair once; only those of some ids where given.

        ``step`` is called with the id of each claim that was looked for.
        """
        told: set[tuple[str, str]] = set()
        for at, kind, wording in self._wordings:
            entry = self._entries[at]
            if kind is not Kind.CLAIM:
                continue
            if ids is not None and entry.id not in ids:
                continue
            for match in self.like(wording, least=least, effort=BRISK):
                one, other = sorted((entry.id, match.entry.id))
                if one != other and (one, other) not in told:
                    told.add((one, other))
                    yield entry, match
            step(entry.id)


def _rank(found: Likeness | None) -> tuple[bool, float]:
    return (found.relation is not Relation.RELATED, found.score) if found else (False, -1.0)


def _order(found: Match) -> tuple[bool, float]:
    return found.relation is Relation.RELATED, -found.score


def _of_kind(kind: Kind, found: Likeness) -> Likeness:
    if kind is Kind.TITLE:
        # A title leaves out too much to be the same as anything.
        return found._replace(relation=Relation.RELATED)
    if kind is Kind.QUOTE:
        return found._replace(reason=f"{AS_SAID}; {found.reason}")
    return found


def _read_all(entries: Iterable[Entry]) -> Iterator[Worded]:
    for at, entry in enumerate(entries):
        yield from (Worded(at, kind, read(text)) for kind, text in texts_of(entry))


def texts_of(entry: Entry) -> Iterator[tuple[Kind, str]]:
    """The texts of which each is a wording: the claim, and what else there is."""
    yield Kind.CLAIM, entry.claim
    if entry.title and entry.title != entry.claim:
        yield Kind.TITLE, entry.title
    yield from ((Kind.QUOTE, each) for each in dict.fromkeys(entry.quotes) if each != entry.claim)


def _row(worded: Worded, numbers: dict[str, int]) -> list[Any]:
    at, kind, wording = worded
    sides = [[numbers[term], side] for term, side in wording.sides]
    names = sorted(numbers[each] for each in wording.names)
    terms = [numbers[each] for each in wording.terms]
    flags = [int(wording.is_denied), int(wording.is_ahead)]
    return [at, int(kind), terms, sides, wording.quantities, names, *flags]


def _wording(row: list[Any], terms: list[str]) -> Worded:
    at, kind, own, sides, quantities, names, is_denied, is_ahead = row
    wording = Wording(
        tuple(terms[each] for each in own),
        tuple((terms[each], side) for each, side in sides),
        tuple(Quantity(*each) for each in quantities),
        frozenset(terms[each] for each in names),
        bool(is_denied),
        bool(is_ahead),
    )
    return Worded(at, Kind(kind), wording)
