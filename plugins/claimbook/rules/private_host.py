"""CB702 private-host."""

from collections.abc import Iterator

from claimbook.diagnostics import Severity
from claimbook.fields import Content, Held
from claimbook.kinds import Markdown, UrlKind
from claimbook.rules.reading.addresses import addresses, all_addresses
from claimbook.rules.rule import Context, Finding, value_rule


def is_unreachable(content: Content, context: Context) -> bool:
    """Whether one of the addresses is such."""
    return any(each.has_private_host for each in all_addresses(content))


@value_rule("CB702", "private-host", Severity.ERROR, UrlKind, Markdown, glance=is_unreachable)
def private_host(held: Held, context: Context) -> Iterator[Finding]:
    """An address leads to a machine that the public cannot reach."""
    for url, part in addresses(held):
        if url.has_private_host:
            message = f"the public cannot reach `{url.host}`"
            hint = "link to the page's public address, or leave the link out"
            value = held.value if part else None
            yield Finding(held.span, message, hint, value=value, within=part)
