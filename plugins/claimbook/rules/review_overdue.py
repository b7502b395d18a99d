"""CB504 review-overdue."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim, due_day
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, Part, rule


@rule("CB504", "review-overdue", Severity.NOTE, looks_at=[Part.TODAY])
def review_overdue(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """The day on which a review was to be looked at again has passed."""
    review, day = claim.record.review, due_day(claim.record)
    if day and day < context.today:
        message = f"the review was to be looked at again by {review.review_by}"
        hint = "look at the evidence again, then set `reviewed` and a new `review_by`"
        yield Finding(review.at.value("review_by"), message, hint)
