"""Headings, and lines that name what they say."""

from collections.abc import Iterator
from functools import lru_cache

from claimbook.boundaries.markdown_text import text
from claimbook.views.catalogue import Catalogue
from claimbook.wording import Wording

Lines = Iterator[str]


@lru_cache(maxsize=256)
def word(key: str, say: Wording) -> str:
    """A message without values as Markdown has it."""
    return text(say(key))


def heading(key: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The lines of a heading below the title."""
    return ("", f"## {word(key, catalogue.say)}", "")


def fact(key: str, told: str, catalogue: Catalogue) -> str:
    """A line of a list that says one thing."""
    return f"- **{word(key, catalogue.say)}:** {text(told)}"
