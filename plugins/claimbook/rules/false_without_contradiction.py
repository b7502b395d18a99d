"""CB403 false-without-contradiction."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.rules.reading.weight import is_false, rating_of
from claimbook.rules.rule import Context, Finding, Part, rule
from claimbook.values import Stance


@rule(
    "CB403",
    "false-without-contradiction",
    Severity.WARNING,
    needs=["evidence"],
    looks_at=[Part.RATINGS],
)
def false_without_contradiction(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A claim is rated false, and no evidence contradicts it."""
    rating = rating_of(context.corpus, claim.record)
    evidence = claim.record.evidence
    if rating is None or not is_false(rating) or not evidence:
        return
    if all(each.stance is not Stance.CONTRADICTS for each in evidence):
        message = f"the claim is rated `{rating.label}`, and no evidence contradicts it"
        hint = "add evidence with `stance: contradicts`, or leave the matter open"
        yield Finding(claim.record.review.at.value("rating"), message, hint)
