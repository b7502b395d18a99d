"""CB604 quote-too-long."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim, uses_of
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, rule

MOST_WORDS = 40


@rule("CB604", "quote-too-long", Severity.WARNING)
def quote_too_long(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A quotation from a source is longer than its point needs."""
    for each in uses_of(claim.record):
        # Words of a document are the very text under check: they may be many.
        is_long = each.source and each.quote and len(each.quote) > 2 * MOST_WORDS
        words = len((each.quote or "").split()) if is_long else 0
        if words > MOST_WORDS:
            message = f"the quotation has {words} words; {MOST_WORDS} carry most points"
            hint = "keep the part that carries the point, and write […] for what you leave out"
            yield Finding(each.at.value("quote"), message, hint)
