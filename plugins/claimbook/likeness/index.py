"""Many claims, of which those like a text are found in milliseconds.

An index is built once, told as plain data, and made of that again, in a browser for instance.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
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

FORMAT = 1
_FEWEST_TERMS = 3


class Effort(NamedTuple):
    """How many places of terms are looked up for one text, and how many wordings compared."""

    places: int
    compared: int


# One text is asked for by somebody who waits; where all are asked for, most find nothing.
THOROUGH, BRISK = Effort(4_000, 40), Effort(500, 8)


class Entry(NamedTuple):
    """A claim as it is found: its id, the claim, and its short title or nothing."""

    id: str
    claim: str
    title: str = ""


class Match(NamedTuple):
    """A claim that is like a text."""

    entry: Entry
    score: float
    relation: Relation
    reason: str


class Index:
    """Claims by the terms in them; each claim and each title is a wording of its own."""

    def __init__(self, entries: Iterable[Entry], wordings: Iterable[tuple[int, Wording]]) -> None:
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
        entries = [Entry(*each) for each in data["claims"]]
        return cls(entries, (_wording(row, data["terms"]) for row in data["wordings"]))

    def data(self) -> dict[str, Any]:
        """The index as lists, texts and numbers."""
        terms = sorted(self._places)
        numbers = {term: number for number, term in enumerate(terms)}
        rows = [_row(at, wording, numbers) for at, wording in self._wordings]
        return {"format": FORMAT, "claims": self._entries, "terms": terms, "wordings": rows}

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """In which wordings each term stands."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, (_, wording) in enumerate(self._wordings):
            for term in wording.terms:
                found[term].append(place)
        return dict(found)

    @cached_property
    def _weights(self) -> dict[str, float]:
        count = len(self._wordings) + 1
        return {term: log(1 + count / (len(each) + 1)) for term, each in self._places.items()}

    @cached_property
    def _unknown(self) -> float:
        return log(2 + len(self._wordings))

    @cached_property
    def _titles(self) -> frozenset[int]:
        """The places of wordings that are titles: they stand behind those of their claims."""
        owners = [at for at, _ in self._wordings]
        return frozenset(
            place for place in range(1, len(owners)) if owners[place] == owners[place - 1]
        )

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
            at, other = self._wordings[place]
            found = compared(wording, other, self.weigh, least)
            if place in self._titles:
                # A title leaves out too much to be the same as anything.
                found = found._replace(relation=Relation.RELATED)
            if found.score >= least and _rank(found) > _rank(best.get(at)):
                best[at] = found
        matches = [Match(self._entries[at], *found) for at, found in best.items()]
        return sorted(matches, key=lambda each: (_order(each), each.entry.id))[:most]

    def _candidates(self, wording: Wording, effort: Effort) -> list[int]:
        """The wordings that share the most telling terms with another."""
        weights: defaultdict[int, float] = defaultdict(float)
        looked = 0
        terms = sorted(wording.terms, key=lambda term: len(self._places.get(term, ())))
        for number, term in enumerate(terms):
            places = self._places.get(term, ())
            looked += len(places)
            if looked > effort.places and number >= _FEWEST_TERMS and weights:
                break
            weight = self.weigh(term)
            for place in places[: effort.places]:
                weights[place] += weight
        return sorted(weights, key=lambda place: (-weights[place], place))[: effort.compared]

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
        for place, (at, wording) in enumerate(self._wordings):
            entry = self._entries[at]
            if place in self._titles:
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


def _read_all(entries: Iterable[Entry]) -> Iterator[tuple[int, Wording]]:
    for at, entry in enumerate(entries):
        yield at, read(entry.claim)
        if entry.title and entry.title != entry.claim:
            yield at, read(entry.title)


def _row(at: int, wording: Wording, numbers: dict[str, int]) -> list[Any]:
    sides = [[numbers[term], side] for term, side in wording.sides]
    names = sorted(numbers[each] for each in wording.names)
    terms = [numbers[each] for each in wording.terms]
    return [at, terms, sides, wording.quantities, names, int(wording.is_denied)]


def _wording(row: list[Any], terms: list[str]) -> tuple[int, Wording]:
    at, own, sides, quantities, names, is_denied = row
    return at, Wording(
        tuple(terms[each] for each in own),
        tuple((terms[each], side) for each, side in sides),
        tuple(Quantity(*each) for each in quantities),
        frozenset(terms[each] for each in names),
        bool(is_denied),
    )
