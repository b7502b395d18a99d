"""CB704 roundabout-address."""

import re
from collections.abc import Iterator

from claimbook.diagnostics import Edit, Severity, shortened
from claimbook.fields import Content, Held
from claimbook.kinds import UrlKind
from claimbook.records import Archive, Snapshot
from claimbook.rules.reading.detours import Detour, detour_of
from claimbook.rules.rule import Context, Finding, value_rule

_SHOWN = 200
# Signs that need quotes in some places of a YAML file.
_UNSAFE = re.compile(r"[,\[\]{}]|:$")


def has_detours(content: Content, context: Context) -> bool:
    """Whether one of the addresses is longer than it need be."""
    return any(detour_of(each.text) for each in content.addresses)


@value_rule("CB704", "roundabout-address", Severity.NOTE, UrlKind, glance=has_detours)
def roundabout_address(held: Held, context: Context) -> Iterator[Finding]:
    """An address follows the visitor, or leads to a page by way of a cache or for telephones."""
    # What a copy's address holds belongs to the copy.
    found = None if isinstance(held.record, Archive | Snapshot) else detour_of(held.value.text)
    if found is None:
        return
    message = f"this address is not the plain one of the page: {found.what}"
    yield Finding(held.span, message, _hint(found), edit=_edit(held, found))


def _hint(found: Detour) -> str:
    address = shortened(found.better, _SHOWN)
    if found.is_guess:
        return f"open `{address}`; if it is the same page, write that"
    return f"write `{address}`; `claimbook fmt` does it for you"


def _edit(held: Held, found: Detour) -> Edit | None:
    if found.is_guess or _UNSAFE.search(found.better):
        return None
    return Edit(held.span, found.better)
