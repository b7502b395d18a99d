"""The page of a code, as reports want it."""

from claimbook.catalogue import entry
from claimbook.diagnostics import Code


def page_text(code: Code) -> str | None:
    """The page of a code as Markdown, or None where it has none."""
    found = entry(code.id)
    return found.page_markdown if found else None
