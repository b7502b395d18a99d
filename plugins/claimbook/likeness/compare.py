"""How alike two wordings are, how they relate, and why."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from claimbook.likeness.quantities import Quantity, unmatched
from claimbook.likeness.reading import Wording

SAME_FROM, RELATED_FROM = 0.68, 0.3


class Measures(NamedTuple):
    """What likeness is measured by.

    ``alike`` is how alike two words are that are taken for forms of one, which begin with as many
    letters as ``head`` says, and ``credit`` how much one then counts for the other; ``name_head``
    is the same of names, which weigh ``name_weight``. ``within`` is how much it counts that one
    text is within the other, as somebody types who is not done yet; ``quoted`` how much, that a
    quotation is within a text; a text so many times as ``longer`` as it may deny something else.
    """

    same: float = SAME_FROM
    related: float = RELATED_FROM
    alike: float = 0.6
    credit: float = 0.8
    head: int = 3
    name_head: int = 4
    name_weight: float = 1.3
    nearly_all: float = 0.9
    within: float = 0.1
    quoted: float = 0.5
    longer: float = 1.3


MEASURES = Measures()
Weigh = Callable[[str], float]


class Relation(StrEnum):
    """How one claim stands to another."""

    SAME = "same"
    OPPOSITE = "opposite"
    OTHER_NUMBER = "other number"
    RELATED = "related"


class Likeness(NamedTuple):
    """How alike two texts are, from 0 to 1, how they relate, and why, in words."""

    score: float
    relation: Relation
    reason: str


def compared(
    one: Wording, other: Wording, weigh: Weigh, least: float = 0.0, *, is_quote: bool = False
) -> Likeness:
    """Compare two wordings; ``weigh`` says how much a term tells.

    With ``is_quote`` the other one is a quotation, which a longer text may repeat. Where they
    cannot be alike as much as ``least``, the score is only known to be below it.
    """
    score = _score(one, other, weigh, least, is_quote=is_quote)
    others = _conflicting(unmatched(one.quantities, other.quantities))
    has_other_names = all(_own_names(one, other))
    is_opposite = (one.is_denied != other.is_denied) != _takes_other_side(one, other)
    is_unclear = is_opposite and is_quote and _is_longer(one, other)
    relation = Relation.SAME
    if score < SAME_FROM or has_other_names or is_unclear or (all(others) and is_opposite):
        relation = Relation.RELATED
    elif all(others):
        relation = Relation.OTHER_NUMBER
    elif is_opposite:
        relation = Relation.OPPOSITE
    reason = "; ".join(_reasons(one, other, score, others, is_opposite=is_opposite))
    return Likeness(round(score, 3), relation, reason)


def _is_longer(one: Wording, other: Wording) -> bool:
    return len(one.terms) > MEASURES.longer * len(other.terms)


def _own_names(one: Wording, other: Wording) -> tuple[list[str], list[str]]:
    """The names that each side has and the other has not, not even as another form."""
    return [*_names_beside(one, other)], [*_names_beside(other, one)]


def _names_beside(these: Wording, those: Wording) -> Iterator[str]:
    heads = {each[: MEASURES.name_head] for each in those.terms}
    return (each for each in sorted(these.names) if each[: MEASURES.name_head] not in heads)


def _conflicting(
    others: tuple[list[Quantity], list[Quantity]],
) -> tuple[list[Quantity], list[Quantity]]:
    """What stands against something on the other side: days against days, or numbers."""
    ours, theirs = others
    for is_day in (True, False):
        sides = [[each for each in side if (each.unit == "day") is is_day] for side in others]
        if all(sides):
            return sides[0], sides[1]
    return (ours, []) if ours else ([], theirs)


def _takes_other_side(one: Wording, other: Wording) -> bool:
    sides = dict(one.sides)
    return any(sides.get(term, side) != side for term, side in other.sides)


def _score(one: Wording, other: Wording, weigh: Weigh, least: float, *, is_quote: bool) -> float:
    """The weight of what both say, beside that of all they say."""
    ours, theirs = _weight(one, one.terms, weigh), _weight(other, other.terms, weigh)
    if not ours or not theirs:
        return 0.0
    within = MEASURES.quoted if is_quote else MEASURES.within
    part = theirs if is_quote else min(ours, theirs)

    def share(shared: float) -> float:
        return (1 - within) * 2 * shared / (ours + theirs) + within * shared / part

    left, right = {*one.terms}, {*other.terms}
    shared = _weight(one, sorted(left & right), weigh)
    if share(shared + MEASURES.credit * min(ours - shared, theirs)) < least:
        return 0.0
    spelled = _pairs(sorted(left - right), sorted(right - left))
    shared += sum(MEASURES.credit * min(weigh(a), weigh(b)) for a, b in spelled)
    return min(1.0, share(shared))


def _weight(wording: Wording, terms: Iterable[str], weigh: Weigh) -> float:
    names = wording.names
    return sum([weigh(each) * (MEASURES.name_weight if each in names else 1) for each in terms])


def _pairs(left: Iterable[str], right: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Terms that are spelled alike, each once: those with the same beginning."""
    free: dict[str, list[str]] = {}
    for each in right:
        free.setdefault(each[: MEASURES.head], []).append(each)
    for each in left:
        others = free.get(each[: MEASURES.head], ())
        best = max(others, key=lambda term: _alike(each, term), default="")
        if best and _alike(each, best) >= MEASURES.alike:
            free[each[: MEASURES.head]].remove(best)
            yield each, best


def _alike(one: str, other: str) -> float:
    """The share of pairs of letters that two words have in common."""
    ours, theirs = _bigrams(one), _bigrams(other)
    return 2 * len(ours & theirs) / max(1, len(ours) + len(theirs))


@lru_cache(20_000)
def _bigrams(word: str) -> frozenset[str]:
    return frozenset(word[at : at + 2] for at in range(len(word) - 1))


def _reasons(
    one: Wording,
    other: Wording,
    score: float,
    others: tuple[list[Quantity], list[Quantity]],
    *,
    is_opposite: bool,
) -> Iterator[str]:
    yield "nearly the same words" if score >= MEASURES.nearly_all else "similar words"
    yield from _about_names(one, other)
    yield from _about_numbers(one, other, others)
    if is_opposite:
        yield "one denies it" if one.is_denied != other.is_denied else "the opposite verb"
    if one.is_ahead != other.is_ahead:
        yield "only one speaks of a plan"


def _about_names(one: Wording, other: Wording) -> Iterator[str]:
    own = _own_names(one, other)
    if all(own):
        yield "other names"
    elif any(own):
        yield "a name in one only"
    elif one.names and other.names:
        yield "same names"


def _about_numbers(
    one: Wording, other: Wording, others: tuple[list[Quantity], list[Quantity]]
) -> Iterator[str]:
    if all(others):
        ours, theirs = (" and ".join(each.written for each in side) for side in others)
        yield f"{ours} instead of {theirs}"
    elif any(others):
        yield "a number or day in one only"
    elif one.quantities and other.quantities:
        yield "same numbers"
