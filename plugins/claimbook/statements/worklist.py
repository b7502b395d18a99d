"""The working list of a text: each of its statements, what is known of it, and what it is worth."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from claimbook.anchoring import BlockKind, DocumentText, Place
from claimbook.likeness.compare import Relation
from claimbook.likeness.index import Match
from claimbook.statements.clauses import clauses
from claimbook.statements.features import TOO_LONG, WORTH_FROM, Context, Sign, signs_in
from claimbook.statements.lookup import looked_up
from claimbook.statements.names import known_names
from claimbook.statements.sentences import Sentence, sentences

_MOST_MATCHES = 3
_MOST_READ = 2_000


class Status(StrEnum):
    """What is to be done about a statement."""

    CHECKED = "already checked"
    BEGUN = "begun in a draft"
    LEFT_OUT = "left unchecked on purpose"
    WORTH = "worth checking"
    UNLIKELY = "probably not checkable"


class Standing(NamedTuple):
    """A claim whose words stand in the text; ``is_elsewhere`` where it quotes another text."""

    claim: str
    places: tuple[Place, ...]
    is_elsewhere: bool = False


class Passage(NamedTuple):
    """A stretch of the text that editors have decided not to check, and why."""

    place: Place
    reason: str


class Known(NamedTuple):
    """A claim that answers a statement: its words stand there, or it is like it (``match``).

    ``is_elsewhere`` tells that the claim quotes these words from another text.
    """

    claim: str
    match: Match | None = None
    is_draft: bool = False
    is_elsewhere: bool = False


class Part(NamedTuple):
    """One of several statements in a sentence, and the claims whose words stand in it."""

    place: Place
    text: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the text with everything that is told about it.

    ``line`` is that of the file. ``rank`` counts those worth checking that nobody has checked, the
    best first.
    """

    number: int
    place: Place
    line: int
    text: str
    kind: BlockKind
    seconds: float | None
    speaker: str
    signs: tuple[Sign, ...] = ()
    parts: tuple[Part, ...] = ()
    known: tuple[Known, ...] = ()
    related: tuple[Match, ...] = ()
    reason_left_out: str = ""
    rank: int | None = None

    @property
    def score(self) -> float:
        """The sum of its signs."""
        return round(sum(each.weight for each in self.signs), 2)

    @property
    def is_worth(self) -> bool:
        """Whether it is worth checking, whoever has done it."""
        return self.score >= WORTH_FROM

    @property
    def status(self) -> Status:
        """What is to be done about it."""
        if self.known:
            is_begun = all(each.is_draft for each in self.known)
            return Status.BEGUN if is_begun else Status.CHECKED
        if self.reason_left_out:
            return Status.LEFT_OUT
        return Status.WORTH if self.is_worth else Status.UNLIKELY

    @property
    def why(self) -> str:
        """The signs that made it so, the weightiest first."""
        if self.is_worth:
            told = sorted((each for each in self.signs if each.weight > 0), key=_weight)
        else:
            told = [each for each in self.signs if each.weight < 0]
        return "; ".join(each.label for each in told) or "nothing to compare with a source"


def _weight(sign: Sign) -> float:
    return -sign.weight


class Around(NamedTuple):
    """What is known before a text is read: its claims, its passages, and the index of all claims.

    ``raw`` is the text of its file, ``drafts`` are the ids of drafts; ``find`` tells the claims
    like a sentence, best first.
    """

    language: str
    raw: str = ""
    drafts: frozenset[str] = frozenset()
    standing: Sequence[Standing] = ()
    left_out: Sequence[Passage] = ()
    find: Callable[[str], Sequence[Match]] = lambda _: ()


def statements_in(
    document: DocumentText, around: Around, step: Callable[[str], None] = lambda _: None
) -> tuple[Statement, ...]:
    """Every sentence of a text in its order; ``step`` is called for each."""
    names = known_names(document.text, around.language)
    breaks = [each.start() for each in re.finditer("\n", around.raw)]
    found: list[Statement] = []
    for number, (sentence, block) in enumerate(located(document, around.language), 1):
        first, _ = document.in_file(*sentence)
        seen = _seen(number, sentence, document, block, bisect_right(breaks, first) + 1)
        context = Context(around.language, names, seen.kind is BlockKind.HEADING)
        signs = signs_in(seen.text, context) if len(seen.text) <= _MOST_READ else TOO_LONG
        found.append(_with_known(replace(seen, signs=signs), document, around))
        step(seen.text)
    return tuple(_ranked(found))


def _seen(
    number: int, sentence: Sentence, document: DocumentText, block: int, line: int
) -> Statement:
    text = _plain(document.text[sentence.start : sentence.end])
    each = document.blocks[block]
    place = Place(*sentence)
    return Statement(number, place, line, text, each.kind, each.seconds, each.speaker)


def located(document: DocumentText, language: str) -> Iterator[tuple[Sentence, int]]:
    """The sentences of a text, each with the number of the block in which it begins.

    What one speaker says in several cues is read in one go: cues end in the middle of sentences.
    """
    starts = [each.start for each in document.blocks]
    for _, group in groupby(enumerate(document.blocks), key=_region):
        blocks = [each for _, each in group]
        start, end = blocks[0].start, blocks[-1].end
        stretch = document.text[start:end]
        if len(blocks) > 1:
            stretch = stretch.replace("\n", " ")
        for each in sentences(stretch, language):
            moved = Sentence(each.start + start, each.end + start)
            yield moved, bisect_right(starts, moved.start) - 1


def _region(numbered: tuple[int, object]) -> tuple[int, str]:
    number, block = numbered
    speaker = getattr(block, "speaker", "")
    is_cue = getattr(block, "kind", None) is BlockKind.CUE
    return (-1, speaker) if is_cue else (number, "")


def _plain(text: str) -> str:
    return " ".join(text.split())


def _with_known(statement: Statement, document: DocumentText, around: Around) -> Statement:
    if len(statement.text) > _MOST_READ:
        return statement
    standing = [each for each in around.standing if _meets(each.places, statement.place)]
    parts = tuple(_parts(statement.place, document, around.language, standing))
    matches = looked_up([statement.text, *(each.text for each in parts)], around.find)
    known = _known(standing, matches, around.drafts)
    related = [each for each in matches if each.relation is Relation.RELATED]
    reasons = [each.reason for each in around.left_out if _meets([each.place], statement.place)]
    return replace(
        statement,
        parts=parts,
        known=tuple(known[: _MOST_MATCHES + len(standing)]),
        related=() if known else tuple(related[:1]),
        reason_left_out=reasons[0] if reasons else "",
    )


def _known(
    standing: Sequence[Standing], matches: Sequence[Match], drafts: frozenset[str]
) -> list[Known]:
    """The claims that answer: those that stand there, those quoted from elsewhere, those alike."""
    found = [
        Known(each.claim, None, each.claim in drafts, each.is_elsewhere)
        for each in sorted(standing, key=lambda each: each.is_elsewhere)
    ]
    answers = (each for each in matches if each.relation is not Relation.RELATED)
    found += [Known(each.entry.id, each, each.entry.id in drafts) for each in answers]
    best: dict[str, Known] = {}
    for each in found:
        best.setdefault(each.claim, each)
    return [*best.values()]


def _parts(
    place: Place, document: DocumentText, language: str, standing: Sequence[Standing]
) -> Iterator[Part]:
    for first, last in clauses(document.text[place.start : place.end], language):
        inner = Place(place.start + first, place.start + last)
        claims = tuple(each.claim for each in standing if _meets(each.places, inner))
        yield Part(inner, _plain(document.text[inner.start : inner.end]), claims)


def _meets(places: Iterable[Place], other: Place) -> bool:
    return any(each.start < other.end and other.start < each.end for each in places)


def _ranked(found: Sequence[Statement]) -> Iterator[Statement]:
    """All of them in their order, those that are to be checked with their rank."""
    open_ones = [each for each in found if each.status is Status.WORTH]
    order = sorted(open_ones, key=lambda each: (-each.score, each.number))
    ranks = {each.number: rank for rank, each in enumerate(order, 1)}
    yield from (replace(each, rank=ranks.get(each.number)) for each in found)
