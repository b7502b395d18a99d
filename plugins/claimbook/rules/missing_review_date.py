"""CB508 missing-review-date."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, rule


@rule("CB508", "missing-review-date", Severity.NOTE, needs=["reviewed"])
def missing_review_date(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A published review does not say when it was finished."""
    review = claim.record.review
    if review.reviewed is None and not claim.is_draft:
        message = "the review has no date"
        yield Finding(review.at.value("rating"), message, "add `reviewed:` with the day")
