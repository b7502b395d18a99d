"""CB301 no-evidence."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.rules.reading.weight import is_decided, rating_of
from claimbook.rules.rule import Context, Finding, Part, rule


@rule("CB301", "no-evidence", Severity.WARNING, needs=["evidence"], looks_at=[Part.RATINGS])
def no_evidence(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A review decides about a claim without any evidence."""
    rating = rating_of(context.corpus, claim.record)
    if rating is not None and is_decided(rating) and not claim.record.evidence:
        message = f"the claim is rated `{rating.label}` without evidence"
        hint = "add `evidence:`, or use a rating that leaves the matter open"
        yield Finding(claim.record.review.at.value("rating"), message, hint)
