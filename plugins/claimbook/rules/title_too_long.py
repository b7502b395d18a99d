"""CB601 title-too-long."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, rule

MOST_CHARACTERS = 75


@rule("CB601", "title-too-long", Severity.WARNING)
def title_too_long(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A title has more characters than lists and cards have room for."""
    title = claim.record.title
    if title and len(title) > MOST_CHARACTERS:
        message = f"the title has {len(title)} characters; {MOST_CHARACTERS} fit"
        hint = "name the matter and leave the rest to the claim"
        span = claim.record.at.value("title")
        yield Finding(span, message, hint, value=title, within=(MOST_CHARACTERS, len(title)))
