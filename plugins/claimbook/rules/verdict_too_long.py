"""CB603 verdict-too-long."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, rule

MOST_CHARACTERS = 160


@rule("CB603", "verdict-too-long", Severity.WARNING)
def verdict_too_long(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A verdict is longer than a sentence that a reader can repeat."""
    review = claim.record.review
    length = len(review.verdict)
    if length > MOST_CHARACTERS:
        message = f"the verdict has {length} characters; {MOST_CHARACTERS} can be repeated"
        hint = "keep the one piece of evidence that decides, and leave the rest to the analysis"
        span = review.at.value("verdict")
        part = (MOST_CHARACTERS, length)
        yield Finding(span, message, hint, value=review.verdict, within=part)
