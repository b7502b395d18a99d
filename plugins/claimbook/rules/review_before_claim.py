"""CB501 review-before-claim."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Label, Severity
from claimbook.rules.reading.days import is_out_of_order
from claimbook.rules.rule import Context, Finding, Part, rule


@rule("CB501", "review-before-claim", Severity.ERROR, looks_at=[Part.TODAY])
def review_before_claim(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A review is dated before the claim it assesses."""
    record = claim.record
    review = record.review
    if is_out_of_order(review.reviewed, record.claimed, context.today):
        message = f"the review of {review.reviewed} is older than the claim of {record.claimed}"
        label = Label(record.at.value("claimed"), "the claim was made later")
        hint = "correct one of the two dates"
        yield Finding(review.at.value("reviewed"), message, hint, labels=(label,))
