"""Headings, and lines that name what they say."""

from collections.abc import Iterator

from claimbook.exports.markdown_text import text
from claimbook.views.catalogue import Catalogue

Lines = Iterator[str]


def heading(key: str, catalogue: Catalogue) -> Lines:
    """A heading below the title."""
    yield from ("", f"## {text(catalogue.say(key))}", "")


def fact(key: str, told: str, catalogue: Catalogue) -> str:
    """A line of a list that says one thing."""
    return f"- **{text(catalogue.say(key))}:** {text(told)}"
