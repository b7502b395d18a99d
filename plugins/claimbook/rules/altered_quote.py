"""CB330 altered-quote."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.evidence import Verdict
from claimbook.evidence.changes import gravest
from claimbook.evidence.saved import Compared
from claimbook.rules.reading.saved import quote_span, with_verdict
from claimbook.rules.rule import Context, Finding, Part, rule

_MOST_TOLD = 2
_HINT = "quote the words as they stand there; write […] for what you leave out"


@rule("CB330", "altered-quote", Severity.ERROR, looks_at=[Part.SOURCES, Part.SNAPSHOTS])
def altered_quote(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A quotation has other words than the saved text of its source."""
    for each in with_verdict(claim, context, Verdict.ALTERED):
        yield Finding(quote_span(each), _message(each), _HINT, *_within(each))


def _message(each: Compared) -> str:
    found = [*gravest(each.result.differences)] if each.result else []
    first = [difference.told() for difference in found[:_MOST_TOLD]]
    rest = len(found) - len(first)
    more = [f"{rest} more difference{'s' if rest > 1 else ''}"] if rest else []
    what = f"the quotation is altered: `{each.file}` has other words"
    return f"{what}: {'; '.join([*first, *more])}" if first else what


def _within(each: Compared) -> tuple[str, tuple[int, int] | None]:
    """Where in the quotation the gravest difference stands, if that is certain."""
    found = [*gravest(each.result.differences)] if each.result else []
    words = found[0].quoted if found else ""
    at = each.quote.find(words) if words and each.quote.count(words) == 1 else -1
    return each.quote, (at, at + len(words)) if at >= 0 else None
