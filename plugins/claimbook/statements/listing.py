"""A working list as an editor reads it in a terminal."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import shortened
from claimbook.format import counted
from claimbook.likeness.index import Match
from claimbook.statements.choice import letter_of
from claimbook.statements.features import WORTH_FROM
from claimbook.statements.worklist import Known, Part, Statement, Status

ORDER = (Status.WORTH, Status.BEGUN, Status.CHECKED, Status.LEFT_OUT, Status.UNLIKELY)
_TONGUES = {"en": "English", "de": "German"}
_LONGEST = 400
_LONGEST_PART = 90
_MOST_PARTS = 6


@dataclass(frozen=True, slots=True)
class Worklist:
    """The statements of a text: where it is from, its language, and the claims that it names.

    ``limit`` is how many of each kind are shown, 0 for all.
    """

    name: str
    language: str
    statements: tuple[Statement, ...]
    claims: Mapping[str, FiledClaim]
    limit: int = 0
    is_explained: bool = False

    @property
    def summary(self) -> str:
        """How many sentences there are, and how they stand, in a line."""
        counts = Counter(each.status for each in self.statements)
        told = ", ".join(f"{counts[each]} {each.value}" for each in Status if counts[each])
        return f"{self.name}: {counted(len(self.statements), 'sentence')}{told and ': '}{told}"

    @property
    def caution(self) -> str:
        """What is to be known about how they were judged; empty for a language that is known."""
        if self.language in _TONGUES:
            return ""
        tongue = self.language or "--language tells it"
        return (
            f"The words of this language ({tongue}) are not known here: "
            "sentences are judged by numbers, quotation marks and names alone."
        )

    def of(self, status: Status) -> tuple[Statement, ...]:
        """The statements of a status: by rank where they are to be checked, else in their order."""
        found = [each for each in self.statements if each.status is status]
        return tuple(sorted(found, key=lambda each: each.rank or each.number))

    def shown(self, status: Status) -> tuple[tuple[Statement, ...], str]:
        """Those of a status that are shown, and what is said of the others; empty if all are."""
        found = self.of(status)
        shown = found[: self.limit or None]
        rest = len(found) - len(shown)
        return shown, f"… and {rest:,} more" if rest else ""


def listing(work: Worklist) -> Iterator[str]:
    """The lines of a working list."""
    yield work.summary
    if work.caution:
        yield work.caution
    for status in ORDER:
        shown, more = work.shown(status)
        if shown:
            yield ""
            yield heading(status)
        for each in shown:
            yield from _told(each, work)
        if more:
            yield f"  {more}"


def heading(status: Status) -> str:
    """How a part of the list is called."""
    name = status.value[0].upper() + status.value[1:]
    return f"{name}, the best first" if status is Status.WORTH else name


def _told(each: Statement, work: Worklist) -> Iterator[str]:
    speaker = f"{each.speaker}: " if each.speaker else ""
    yield f"  [{each.number}] {place_of(each)}  {speaker}{shortened(each.text, _LONGEST)}"
    yield from (f"        {line}" for line in _details(each, work))


def place_of(each: Statement) -> str:
    """Where a statement stands: its time in a recording, else its line."""
    return clock(each.seconds) if each.seconds is not None else f"line {each.line}"


def clock(seconds: float) -> str:
    """A time of a recording: ``1:02:03`` or ``02:03``."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"


def _details(each: Statement, work: Worklist) -> Iterator[str]:
    for known in each.known:
        yield told_claim(known, work.claims)
    if each.status is Status.LEFT_OUT:
        yield each.reason_left_out
    elif not each.known:
        yield f"{each.score:.1f}: {each.why}" if each.is_worth else each.why
    yield from _about_parts(each)
    yield from (f"related: {_told_match(match, work.claims)}" for match in each.related)
    if work.is_explained:
        yield from explained(each)


def told_claim(known: Known, claims: Mapping[str, FiledClaim]) -> str:
    """A claim that answers a statement, and how it was found."""
    return f"{named(claims[known.claim])}: {_how_found(known)}"


def _how_found(known: Known) -> str:
    if known.match is not None:
        return _told_likeness(known.match)
    return (
        "it quotes these words from another text" if known.is_elsewhere else "its words stand here"
    )


def named(claim: FiledClaim) -> str:
    """A claim by its file, with its rating; a draft has none yet, a withdrawn one none any more."""
    if claim.is_draft:
        return f"{claim.path} (draft)"
    return f"{claim.path} [{'withdrawn' if claim.record.withdrawn else claim.record.review.rating}]"


def _told_match(match: Match, claims: Mapping[str, FiledClaim]) -> str:
    return f"{named(claims[match.entry.id])}: {match.score:.0%}"


def _told_likeness(match: Match) -> str:
    return f"{match.relation.value}, {match.score:.0%}: {match.reason}"


def _about_parts(each: Statement) -> Iterator[str]:
    if not each.parts or each.status is Status.UNLIKELY:
        return
    told = [
        f"({letter_of(at)}) “{shortened(part.text, _LONGEST_PART)}”" for at, part in _open(each)
    ]
    if not each.known:
        yield f"{len(each.parts)} statements, perhaps: {_joined(told)}"
    elif told and len(told) < len(each.parts):
        yield f"no claim stands at: {_joined(told)}"


def _open(each: Statement) -> Iterator[tuple[int, Part]]:
    """The parts in which no claim stands, by their numbers."""
    yield from ((at, part) for at, part in enumerate(each.parts) if not part.claims)


def _joined(told: Sequence[str]) -> str:
    more = [f"{len(told) - _MOST_PARTS} more"] if len(told) > _MOST_PARTS else []
    return " · ".join([*told[:_MOST_PARTS], *more])


def explained(each: Statement) -> Iterator[str]:
    """The sum of a statement, sign by sign."""
    yield from (f"{sign.weight:+.2f}  {sign.label}" for sign in each.signs)
    yield f"{each.score:+.2f}  in all; from {WORTH_FROM:.1f} on it is worth checking"
