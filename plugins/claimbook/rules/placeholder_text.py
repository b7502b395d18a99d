"""CB607 placeholder-text."""

import re
from collections.abc import Iterable

from claimbook.diagnostics import Severity
from claimbook.fields import Content, Held
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
# Of these a single letter tells, which is looked for at once.
_LETTERS = {"FIXME": "X", "XXX": "X", " here>": "<"}
_SEARCHED = tuple((_LETTERS.get(each, each), each) for each in SIGNS)
_ALONE = re.compile(r"\W*(?:…|\.\.\.|\?\?+|-|–|—|_+|(?i:tbd|tba|tk|n/a|todo))\W*")
_MOST_ALONE = 12


def may_hold_a_place(content: Content, context: Context) -> bool:
    """Whether one of the texts holds a sign, or is short enough to be nothing but a sign."""
    texts = [*content.plain, *content.markdown, *content.verbatim]
    joined = "\n".join(texts)
    if any(letter in joined and each in joined for letter, each in _SEARCHED):
        return True
    short = [each for each in texts if len(each) <= _MOST_ALONE]
    return any(map(_ALONE.fullmatch, short))


@value_rule(
    "CB607",
    "placeholder-text",
    Severity.WARNING,
    *(Plain, Markdown, Verbatim),
    glance=may_hold_a_place,
)
def placeholder_text(held: Held, context: Context) -> Iterable[Finding]:
    """A text holds a place for words that were never written."""
    text: str = held.value
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
