"""Every code with its page: what `explain` shows, SARIF links to and the handbook prints."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claimbook import assemble, codes
from claimbook.diagnostics import Code, nearest
from claimbook.rules import RULES

# What the first digit of a code stands for.
FAMILIES = {
    "0": "Files and YAML",
    "1": "Fields and their values",
    "2": "Names and references",
    "3": "Evidence and citations",
    "4": "Ratings",
    "5": "Time and corrections",
    "6": "Wording",
    "7": "Links and archives",
    "8": "Publication",
    "9": "Claimbook itself",
}
_FIRST_SENTENCE = re.compile(r"\A(.+?[.!?])(?:\s|\Z)", re.DOTALL)
_WHAT_IT_SAYS = "## What it says"


@dataclass(frozen=True, slots=True)
class Entry:
    """A code and its page; ``page`` is the page's path inside the package."""

    code: Code
    page: str

    @property
    def page_markdown(self) -> str:
        """The whole page, as written."""
        return _read(self.page)

    @property
    def family(self) -> str:
        """The digit of :data:`FAMILIES` that the code begins with."""
        return self.code.id[2]

    @property
    def summary(self) -> str:
        """The page's first sentence, on one line."""
        body = self.page_markdown.partition(_WHAT_IT_SAYS)[2].strip()
        found = _FIRST_SENTENCE.match(body.split("\n\n")[0])
        return " ".join(found[1].split()) if found else ""


@cache
def _read(page: str) -> str:
    return Path(__file__).parent.joinpath(*page.split("/")).read_text(encoding="utf-8")


def entry(code_or_name: str) -> Entry | None:
    """The entry of ``CB204``, ``undefined-source`` or ``CB204 undefined-source``, or None."""
    words = code_or_name.casefold().split()
    return _BY_WORD.get(words[0]) if words else None


def nearest_entry(code_or_name: str) -> Entry | None:
    """The entry that was probably meant, or None."""
    match = nearest(code_or_name.casefold(), _BY_WORD)
    return _BY_WORD[match] if match else None


def _entries() -> Iterator[Entry]:
    for code in (*codes.CODES, *assemble.CODES):
        yield Entry(code, f"pages/{code.name}.md")
    for rule in RULES:
        yield Entry(rule.code, f"rules/{rule.code.name.replace('-', '_')}.md")


def _by_word(entries: Iterable[Entry]) -> dict[str, Entry]:
    known = list(entries)
    return {word: each for each in known for word in (each.code.id.casefold(), each.code.name)}


ENTRIES: tuple[Entry, ...] = tuple(sorted(_entries(), key=lambda each: each.code.id))
_BY_WORD = _by_word(ENTRIES)
