"""CB303 thin-evidence."""

from collections.abc import Iterator

from claimbook.corpus import CitedSource, FiledClaim
from claimbook.diagnostics import Label, Severity
from claimbook.records import Claim, Rating
from claimbook.rules.reading.weight import (
    bearing_sources,
    is_decided,
    is_false,
    is_thin,
    is_true,
    rating_of,
    rests_on_primary,
)
from claimbook.rules.rule import Context, Finding, Part, rule


@rule(
    "CB303",
    "thin-evidence",
    Severity.WARNING,
    needs=["evidence", "sole_source"],
    looks_at=[Part.RATINGS, Part.SOURCES],
)
def thin_evidence(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A rating rests on less than one primary source or two independent ones."""
    record = claim.record
    rating = rating_of(context.corpus, record)
    if rating is None or not is_decided(rating) or not record.evidence:
        return
    if record.review.sole_source is not None:
        return
    if rests_on_primary(context.corpus, record, rating):
        return
    found = bearing_sources(context.corpus, record, rating)
    if found is None or not is_thin(context.corpus, record, found):
        return
    if not found and _is_said_elsewhere(rating):
        return
    hint = (
        "add a primary or a second independent source, or say in `sole_source` why one is enough; "
        "a source close to what it tells of has `standing: primary`"
    )
    span = record.review.at.value("rating")
    yield Finding(span, _message(len(found)), hint, labels=tuple(_labels(record, found)))


def _is_said_elsewhere(rating: Rating) -> bool:
    # True without support and false without contradiction have rules of their own.
    return is_true(rating) or is_false(rating)


def _message(count: int) -> str:
    if not count:
        return "the rating rests on no evidence but context"
    if count == 1:
        return "the rating rests on one source, and it is not primary"
    return f"the rating rests on {count} sources that are one voice, none of them primary"


def _labels(claim: Claim, found: tuple[CitedSource, ...]) -> Iterator[Label]:
    keys = {each.key for each in found}
    if len(keys) < 2:  # noqa: PLR2004 - one source needs no pointing out
        return
    for each in claim.evidence:
        if isinstance(each.source, str) and each.source in keys:
            keys.remove(each.source)
            yield Label(each.at.value("source"), "the same voice")
