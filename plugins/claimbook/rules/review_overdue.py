"""CB504 review-overdue."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, rule


@rule("CB504", "review-overdue", Severity.NOTE)
def review_overdue(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """The day on which a review was to be looked at again has passed."""
    review = claim.record.review
    if review.review_by is None or claim.record.withdrawn is not None:
        return
    if review.review_by.latest.date() < context.today:
        message = f"the review was to be looked at again by {review.review_by}"
        hint = "look at the evidence again, then set `reviewed` and a new `review_by`"
        yield Finding(review.at.value("review_by"), message, hint)
