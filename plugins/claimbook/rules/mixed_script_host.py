"""CB703 mixed-script-host."""

from collections.abc import Iterator

from claimbook.diagnostics import Severity
from claimbook.fields import Content, Held
from claimbook.kinds import Markdown, UrlKind
from claimbook.rules.reading.addresses import addresses, all_addresses
from claimbook.rules.reading.hosts import looks_like, mixed_scripts, shown
from claimbook.rules.rule import Context, Finding, value_rule
from claimbook.urls import Url

_HINT = "make sure that this is the host that was meant, and type it anew"


def is_unusual(content: Content, context: Context) -> bool:
    """Whether one of the hosts has letters outside ASCII."""
    return any(each.is_international for each in all_addresses(content))


@value_rule("CB703", "mixed-script-host", Severity.WARNING, UrlKind, Markdown, glance=is_unusual)
def mixed_script_host(held: Held, context: Context) -> Iterator[Finding]:
    """The host of an address is written with letters that look like others."""
    for url, part in addresses(held):
        why = _why_doubtful(url) if url.is_international else ""
        if why:
            message = f"`{shown(url.host)}` (`{url.host}`) {why}"
            value = held.value if part else None
            yield Finding(held.span, message, _HINT, value=value, within=part)


def _why_doubtful(url: Url) -> str:
    scripts = mixed_scripts(url.host)
    if scripts:
        return f"mixes letters of {' and '.join(scripts)}"
    likeness = looks_like(url.host)
    return f"looks like `{likeness}`, and is another host" if likeness else ""
