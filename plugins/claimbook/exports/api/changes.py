"""What happened to fact-checks, month by month, for those who fetch what is new."""

from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from claimbook.corpus import FiledClaim
from claimbook.dates import PartialDate
from claimbook.exports.api.answers import Change, Changes, ChangesIndex, Period
from claimbook.exports.api.places import answer, api_path, claim_path, whole
from claimbook.exports.files import File
from claimbook.records import Correction
from claimbook.views.catalogue import Catalogue

_MONTH = len("2026-03")
_Dated = tuple[PartialDate, Change]


def change_files(catalogue: Catalogue) -> Iterator[File]:
    """The list of periods, and what happened in each, in the order in which it did."""
    periods = _by_period(catalogue)
    rows = (
        Period(name, whole(api_path(f"changes/{name}"), catalogue), len(changes))
        for name, changes in periods.items()
    )
    yield answer("changes/index", ChangesIndex(tuple(rows)))
    for name, changes in periods.items():
        yield answer(f"changes/{name}", Changes(name, tuple(changes)))


def _by_period(catalogue: Catalogue) -> dict[str, list[Change]]:
    dated = [each for claim in catalogue.corpus.claims.values() for each in _of(claim, catalogue)]
    found: dict[str, list[Change]] = {}
    for day, change in sorted(dated, key=lambda each: (each[0].earliest, each[0].text)):
        found.setdefault(day.plain[:_MONTH], []).append(change)
    return dict(sorted(found.items()))


def _of(claim: FiledClaim, catalogue: Catalogue) -> Iterator[_Dated]:
    review, withdrawn = claim.record.review, claim.record.withdrawn
    head = (claim.id, whole(claim_path(claim.id), catalogue), claim.title, review.rating)

    def change(date: PartialDate, kind: str, **more: Any) -> _Dated:  # noqa: ANN401
        return date, Change(date.text, kind, *head, **more)

    if review.reviewed:
        yield change(review.reviewed, "published")
    for each in sorted(review.corrections, key=attrgetter("date.earliest")):
        yield change(each.date, "corrected", **_corrected(each))
    if withdrawn:
        yield change(withdrawn.date, "withdrawn", reason=withdrawn.reason)


def _corrected(correction: Correction) -> dict[str, str | None]:
    return {
        "wrong": correction.wrong,
        "now": correction.now,
        "rating_before": correction.rating_before,
        "rating_after": correction.rating_after,
    }
