"""CB607 placeholder-text."""

import re
from collections.abc import Iterable

from claimbook.diagnostics import Severity
from claimbook.fields import Held
from claimbook.kinds import Markdown, Plain, Verbatim
from claimbook.rules.rule import Context, Finding, value_rule

# What a draft says until somebody writes its verdict.
UNFINISHED = "We have not finished this review."

# Every branch begins with a letter of its own: that makes the search quick.
ANYWHERE = re.compile(
    r"TODO\b|FIXME\b|XXX+\b|[Ll]orem [Ii]psum|LOREM IPSUM|\[[Cc]itation needed\]|<[a-z]+ here>|"
    + re.escape(UNFINISHED)
)
# One of these stands in whatever that finds; to look for them is quicker still.
SIGNS = ("TODO", "FIXME", "XXX", "psum", "IPSUM", "itation needed]", " here>", UNFINISHED)
_ALONE = re.compile(r"\W*(?:…|\.\.\.|\?\?+|-|–|—|_+|(?i:tbd|tba|tk|n/a|todo))\W*")
_MOST_ALONE = 12


@value_rule("CB607", "placeholder-text", Severity.WARNING, Plain, Markdown, Verbatim)
def placeholder_text(held: Held, context: Context) -> Iterable[Finding]:
    """A text holds a place for words that were never written."""
    text: str = held.value
    if len(text) > _MOST_ALONE and not any(map(text.__contains__, SIGNS)):
        return ()
    found = _placeholder(text, is_quotation=isinstance(held.kind, Verbatim))
    if found is None or held.is_draft:
        return ()
    message = f"“{found[0].strip()}” holds the place of words that are missing"
    hint = "write them, leave the field out, or keep the claim in `claims/drafts/`"
    return (Finding(held.span, message, hint, value=text, within=found.span()),)


def _placeholder(text: str, *, is_quotation: bool) -> re.Match[str] | None:
    found = _ALONE.fullmatch(text) if len(text) <= _MOST_ALONE else None
    # A quotation may quote anything, even a note to oneself.
    if found is None and not is_quotation:
        found = ANYWHERE.search(text)
        if found is not None and text[: found.start()][-1:].isalnum():
            return None
    return found
