"""CB702 private-host."""

from collections.abc import Iterator

from claimbook.diagnostics import Severity
from claimbook.fields import Held
from claimbook.kinds import Markdown, UrlKind
from claimbook.rules.reading.addresses import addresses
from claimbook.rules.rule import Context, Finding, value_rule


@value_rule("CB702", "private-host", Severity.ERROR, UrlKind, Markdown)
def private_host(held: Held, context: Context) -> Iterator[Finding]:
    """An address leads to a machine that the public cannot reach."""
    for url, part in addresses(held):
        if url.has_private_host:
            message = f"the public cannot reach `{url.host}`"
            hint = "link to the page's public address, or leave the link out"
            value = held.value if part else None
            yield Finding(held.span, message, hint, value=value, within=part)
