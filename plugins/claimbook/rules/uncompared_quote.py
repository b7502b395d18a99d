"""CB335 uncompared-quote."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.evidence.saved import Obstacle
from claimbook.rules.reading.saved import is_compared, quote_span, with_obstacle
from claimbook.rules.rule import Context, Finding, Part, rule

_MESSAGE = "nothing is saved to compare the quotation with, as others of the claim are compared"
_HINT = (
    "save the text of its source: `claimbook snapshot`; of words in a picture or a recording say "
    "who compared them: `verify: {manual: …}`"
)


@rule("CB335", "uncompared-quote", Severity.NOTE, looks_at=[Part.SOURCES, Part.SNAPSHOTS])
def uncompared_quote(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A quotation has no saved text to be compared with, while others of the claim have one."""
    if not is_compared(claim, context):
        # Nobody has begun: the page and `claimbook verify` say so, once for all.
        return
    for each in with_obstacle(claim, context, Obstacle.NO_SNAPSHOT):
        if not each.reason:
            yield Finding(quote_span(each), _MESSAGE, _HINT)
