"""CB607 placeholder-text."""

import re
from collections.abc import Iterator

from claimbook.diagnostics import Severity
from claimbook.fields import Held
from claimbook.kinds import Markdown, Plain, Verbatim
from claimbook.rules.rule import Context, Finding, value_rule

_ANYWHERE = re.compile(
    r"\b(?:TODO|FIXME|XXX+|TKTK)\b|(?i:lorem ipsum)|(?i:\[citation needed\])|<[a-z]+ here>"
)
_ALONE = re.compile(r"\W*(?:…|\.\.\.|\?\?+|-|–|—|_+|(?i:tbd|tba|tk|n/a|none|null|todo))\W*")


@value_rule("CB607", "placeholder-text", Severity.WARNING, Plain, Markdown, Verbatim)
def placeholder_text(held: Held, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """A text holds a place for words that were never written."""
    if held.is_draft:
        return
    text: str = held.value
    found = _ALONE.fullmatch(text) if len(text) <= 12 else None  # noqa: PLR2004 - alone is short
    # A quotation may quote anything, even a note to oneself.
    if found is None and not isinstance(held.kind, Verbatim):
        found = _ANYWHERE.search(text)
    if found is not None:
        message = f"“{found[0].strip()}” holds the place of words that are missing"
        hint = "write them, leave the field out, or keep the claim in `claims/drafts/`"
        yield Finding(held.span, message, hint, value=text, within=found.span())
