"""CB404 true-without-support."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.rules.reading.weight import is_true, rating_of
from claimbook.rules.rule import Context, Finding, Part, rule
from claimbook.values import Stance


@rule(
    "CB404", "true-without-support", Severity.WARNING, needs=["evidence"], looks_at=[Part.RATINGS]
)
def true_without_support(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A claim is rated true, and no evidence supports it."""
    rating = rating_of(context.corpus, claim.record)
    evidence = claim.record.evidence
    if rating is None or not is_true(rating) or not evidence:
        return
    if all(each.stance is not Stance.SUPPORTS for each in evidence):
        message = f"the claim is rated `{rating.label}`, and no evidence supports it"
        hint = "add evidence with `stance: supports`, or leave the matter open"
        yield Finding(claim.record.review.at.value("rating"), message, hint)
