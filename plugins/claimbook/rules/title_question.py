"""CB602 title-question."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, rule

_MARKS = ("?", "\uff1f", "\u061f", "\u037e")
_CLOSING = " \"'”’»)"


@rule("CB602", "title-question", Severity.WARNING)
def title_question(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A title asks instead of naming what was claimed."""
    title = claim.record.title
    if title and title.rstrip(_CLOSING).endswith(_MARKS):
        end = len(title.rstrip(_CLOSING))
        message = "the title is a question"
        hint = "name what was claimed: `The closure of the bridge`"
        span = claim.record.at.value("title")
        yield Finding(span, message, hint, value=title, within=(end - 1, end))
