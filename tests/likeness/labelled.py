"""The labelled pairs, and how well the engine tells them apart."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from claimbook.likeness.compare import Relation
from claimbook.likeness.index import Entry, Index
from claimbook.likeness.reading import read

_LABELS = {
    "=": Relation.SAME,
    "!": Relation.OPPOSITE,
    "%": Relation.OTHER_NUMBER,
    "~": Relation.RELATED,
}


class Pair(NamedTuple):
    """Two texts and how they relate; ``is_held`` is a pair that nothing was tuned with."""

    claim: str
    other: str
    relation: Relation
    is_held: bool


class Quality(NamedTuple):
    """How much of what is told is right, and how much of what is right is told."""

    precision: float
    recall: float
    pairs: int

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def labelled() -> Iterator[Pair]:
    """All pairs in the order of the file."""
    claim, is_held = "", False
    for line in Path(__file__).with_name("pairs.txt").read_text(encoding="utf-8").splitlines():
        mark, _, text = line.partition(" ")
        if mark in {">", ">>"}:
            claim, is_held = text, mark == ">>"
        elif mark in _LABELS:
            yield Pair(claim, text, _LABELS[mark], is_held)


def claims_of(pairs: Iterable[Pair]) -> list[str]:
    """The claims of which the pairs are, each once."""
    return list(dict.fromkeys(each.claim for each in pairs))


def told(pairs: Iterable[Pair]) -> list[tuple[Pair, Relation, str]]:
    """What the engine says of each pair, among all claims of the file.

    It is asked for the other wording; a claim that it does not find is not more than related.
    """
    known = claims_of(labelled())
    index = Index.of(Entry(f"c{number:02}", claim) for number, claim in enumerate(known))
    return [(pair, *_told(index, pair)) for pair in pairs]


def _told(index: Index, pair: Pair) -> tuple[Relation, str]:
    for match in index.like(read(pair.other), most=50):
        if match.entry.claim == pair.claim:
            return match.relation, f"{match.score:.2f} {match.reason}"
    return Relation.RELATED, "not found"


def strays(pairs: Iterable[Pair]) -> list[tuple[Pair, str, Relation]]:
    """Other claims of the file that the engine takes for more than related to a wording."""
    known = claims_of(labelled())
    index = Index.of(Entry(f"c{number:02}", claim) for number, claim in enumerate(known))
    return [
        (pair, match.entry.claim, match.relation)
        for pair in pairs
        for match in index.find(pair.other, most=50)
        if match.entry.claim != pair.claim and match.relation is not Relation.RELATED
    ]


def quality(found: Iterable[tuple[Pair, Relation, str]]) -> dict[Relation, Quality]:
    """Precision and recall of each relation."""
    rows = [(pair.relation, relation) for pair, relation, _ in found]
    right = Counter(wanted for wanted, got in rows if wanted is got)
    said, wanted = Counter(got for _, got in rows), Counter(wanted for wanted, _ in rows)
    return {
        each: Quality(
            right[each] / max(1, said[each]), right[each] / max(1, wanted[each]), wanted[each]
        )
        for each in Relation
    }
