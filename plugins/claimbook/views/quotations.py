"""What a reader is told of the comparison of quotations with their saved sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from claimbook.evidence import Result, Verdict
from claimbook.evidence.saved import Obstacle, compare
from claimbook.records import Evidence, Source
from claimbook.source_records import Snapshot
from claimbook.views.catalogue import Catalogue
from claimbook.views.page import Desk, Page
from claimbook.wording import Wording

PLACE = "quotations/index"
_WORDS = {
    Verdict.VERBATIM: "verbatim",
    Verdict.TYPOGRAPHY: "typography",
    Verdict.ELIDED: "elided",
    Verdict.ALTERED: "altered",
    Verdict.ABSENT: "absent",
}
# As much of a digest as tells it from others at a glance.
_SHOWN_DIGITS = 12


class Badge(NamedTuple):
    """What the machine found of a quotation; ``left_out`` is what its elisions leave out.

    ``differences`` are told where a person has accepted the quotation all the same.
    """

    verdict: str
    text: str
    left_out: tuple[str, ...]
    differences: tuple[str, ...]
    is_faithful: bool


@dataclass(frozen=True, slots=True)
class QuotationsPage:
    """The page that says what a badge proves and what not."""

    title: str
    verdicts: tuple[tuple[str, str], ...]


def quotation_pages(desk: Desk) -> Iterator[Page]:
    """What the comparison proves, for everybody who sees a badge."""
    say, title = desk.say, desk.say("quotations.title")
    words = tuple(
        (say(f"quotations.{each}"), say(f"quotations.{each}_about")) for each in _WORDS.values()
    )
    model = QuotationsPage(title, words)
    yield Page(PLACE, title, say("quotations.description"), "quotations", model)


def badge(evidence: Evidence, source: Source | None, catalogue: Catalogue) -> Badge | None:
    """What came of comparing a quotation; None where there is nothing to compare it with."""
    if not evidence.quote or source is None or source.snapshot is None:
        return None
    folder, say = catalogue.settings.claims_dir, catalogue.say
    result = compare(evidence.quote, source.snapshot, folder, catalogue.corpus)
    if isinstance(result, Obstacle):
        return None
    word = _WORDS[result.verdict]
    told = say(
        "quotations.badge",
        verdict=say(f"quotations.{word}"),
        copy=_copy(source.snapshot, catalogue),
    )
    differences = () if result.is_faithful else tuple(_differences(result, say))
    return Badge(word, told, _left_out(result), differences, result.is_faithful)


def _copy(snapshot: Snapshot, catalogue: Catalogue) -> str:
    say, digest = catalogue.say, snapshot.sha256[:_SHOWN_DIGITS]
    day = say.moment_if_known(snapshot.captured)
    if day is None:
        return say("quotations.copy_undated", digest=digest)
    return say("quotations.copy", day=day.text, digest=digest)


def _left_out(result: Result) -> tuple[str, ...]:
    return tuple(" ".join(each.split()) for each in result.left_out if each.strip())


def _differences(result: Result, say: Wording) -> Iterator[str]:
    for each in result.differences:
        key = "replaced" if each.quoted and each.printed else "added" if each.quoted else "lacking"
        yield say(f"quotations.{key}", quoted=each.quoted, printed=" ".join(each.printed.split()))
