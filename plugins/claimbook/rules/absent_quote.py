"""CB331 absent-quote."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.evidence import Verdict
from claimbook.rules.reading.saved import quote_span, with_verdict
from claimbook.rules.rule import Context, Finding, Part, rule

_HINT = (
    "quote words that stand there; where the text was saved without them, save it again, or say "
    "who compared it: `verify: {manual: …}`"
)


@rule("CB331", "absent-quote", Severity.ERROR, looks_at=[Part.SOURCES, Part.SNAPSHOTS])
def absent_quote(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A quotation does not stand in the saved text of its source."""
    for each in with_verdict(claim, context, Verdict.ABSENT):
        message = f"the quotation does not stand in `{each.file}`, nor anything like it"
        yield Finding(quote_span(each), message, _HINT)
