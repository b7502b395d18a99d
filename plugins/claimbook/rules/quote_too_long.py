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
        words = _count_words(each.quote) if each.quote and each.source else 0
        if words > MOST_WORDS:
            message = f"the quotation has {words} words; {MOST_WORDS} carry most points"
            hint = "keep the part that carries the point, and write […] for what you leave out"
            yield Finding(each.at.value("quote"), message, hint)


def _count_words(text: str) -> int:
    """The number of words in ``text``, perhaps more where they are few."""
    # Blanks are the only white space that is printed.
    if text.isprintable() and text.count(" ") < MOST_WORDS:
        return text.count(" ") + 1
    return len(text.split())
