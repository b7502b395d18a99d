"""What a reader is told of one quotation that was compared with the saved text of its source."""

from collections.abc import Iterator
from typing import NamedTuple

from claimbook.corpus import CitedSource
from claimbook.diagnostics import shortened
from claimbook.evidence import Difference, Result, Verdict
from claimbook.evidence.changes import gravest
from claimbook.evidence.passages import MOST_LEFT_OUT, Gap, Run, besides, passage, room_for
from claimbook.evidence.saved import Comparison, Obstacle, compare
from claimbook.evidence.wording import Side, Words, side_by_side
from claimbook.records import Evidence, Exemption
from claimbook.source_records import Snapshot
from claimbook.views.catalogue import MANY, Catalogue
from claimbook.wording import Wording

WORDS = {
    Verdict.VERBATIM: "verbatim",
    Verdict.TYPOGRAPHY: "typography",
    Verdict.ELIDED: "elided",
    Verdict.ALTERED: "altered",
    Verdict.ABSENT: "absent",
}
# As much of a digest as tells it from others at a glance.
_SHOWN_DIGITS = 12
# Of what a saved text has otherwise, no more is told than of what is shown around quotations.
_MOST_TOLD, _LONGEST_TOLD = 3, 100
# From one number on that the catalogue gives for many to the next: 20, 50, 100, 200, 500 …
_NEXT_OF_MANY = 2.5


class LeftOut(NamedTuple):
    """What ``[…]`` stands for; ``more`` says how much is not shown between beginning and end."""

    begin: str
    more: str
    end: str


class Badge(NamedTuple):
    """What the machine found of a quotation.

    ``left_out`` is what its elisions leave out, ``runs`` are the words as they stand in the saved
    text with a little around them. ``wording`` and ``differences`` say what is altered, where a
    person has accepted the quotation all the same.
    """

    verdict: str
    text: str
    is_faithful: bool
    left_out: tuple[LeftOut, ...]
    wording: tuple[Words, ...]
    differences: tuple[str, ...]
    runs: tuple[Run, ...]


def badge(
    evidence: Evidence, cited: CitedSource | None, quotations: int, catalogue: Catalogue
) -> Badge | None:
    """What came of comparing a quotation; None where it cannot be compared with anything.

    ``quotations`` are those that the claim has from the source: they share what may be shown of
    its text.
    """
    snapshot = cited.source.snapshot if cited else None
    if not evidence.quote or cited is None or snapshot is None or _is_exempt(evidence):
        return None
    found = compare(evidence.quote, snapshot, catalogue.settings.claims_dir, catalogue.corpus)
    if isinstance(found, Obstacle):
        return None
    return _badge(
        evidence.quote, found, snapshot, quotations * _claims(cited, catalogue), catalogue
    )


def _is_exempt(evidence: Evidence) -> bool:
    return isinstance(evidence.verify, Exemption) and bool(evidence.verify.none_)


def _claims(cited: CitedSource, catalogue: Catalogue) -> int:
    """In how many claims a source is used, or a little more: so many share what may be shown."""
    others = catalogue.source_uses.get(cited.key, 0) if cited.is_shared else 0
    return 1 + (others if others < MANY else int(others * _NEXT_OF_MANY))


def _badge(
    quote: str, found: Comparison, snapshot: Snapshot, sharing: int, catalogue: Catalogue
) -> Badge:
    result, text, say = found.result, found.text, catalogue.say
    is_altered, room = result.verdict is Verdict.ALTERED, room_for(text, sharing)
    # What an altered quotation has not, but the place most like it has, belongs to others, too.
    other = besides(quote, result.places, text) if is_altered else 0
    is_shown = result.verdict is not Verdict.ABSENT and other <= min(room, MOST_LEFT_OUT)
    shown = passage(result.places, text, room - other) if is_shown else None
    wording = side_by_side(quote, result, text) if is_altered and is_shown else ()
    left = room - other - shown.shown if shown else room
    most = max(1, min(_LONGEST_TOLD, left // _MOST_TOLD))
    told = tuple(_untold(result, wording, most, say)) if is_altered else ()
    return Badge(
        WORDS[result.verdict],
        say(f"quotations.badge_{WORDS[result.verdict]}", copy=_copy(snapshot, catalogue)),
        result.is_faithful,
        tuple(_left_out(each, say) for each in shown.gaps) if shown else (),
        wording,
        told,
        shown.runs if shown and shown.has_context else (),
    )


def _copy(snapshot: Snapshot, catalogue: Catalogue) -> str:
    say, digest = catalogue.say, snapshot.sha256[:_SHOWN_DIGITS]
    day = say.moment_if_known(snapshot.captured)
    if day is None:
        return say("quotations.copy_undated", digest=digest)
    return say("quotations.copy", day=day.text, digest=digest)


def _left_out(gap: Gap, say: Wording) -> LeftOut:
    more = say.count("quotations.more_left_out", gap.more) if gap.more else ""
    return LeftOut(gap.begin, more, gap.end)


def _untold(result: Result, wording: tuple[Words, ...], most: int, say: Wording) -> Iterator[str]:
    """The differences in words, but for those that are seen where both stand side by side.

    ``most`` is how many characters of the saved text each may show.
    """
    seen = {
        side: " ".join(each.text for each in wording if each.side is side)
        for side in (Side.QUOTED, Side.PRINTED)
    }
    left = [
        each
        for each in gravest(result.differences)
        if each.quoted not in seen[Side.QUOTED] or _even(each.printed) not in seen[Side.PRINTED]
    ]
    yield from (_told(each, most, say) for each in left[:_MOST_TOLD])
    if left[_MOST_TOLD:]:
        yield say.count("quotations.more_differences", len(left) - _MOST_TOLD)


def _told(each: Difference, most: int, say: Wording) -> str:
    printed = shortened(_even(each.printed), most)
    key = "replaced" if each.quoted and printed else "added" if each.quoted else "lacking"
    return say(f"quotations.{key}", quoted=each.quoted, printed=printed)


def _even(words: str) -> str:
    return " ".join(words.split())
