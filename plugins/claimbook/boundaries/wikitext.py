"""Values of a template in wiki text (MediaWiki, Help:Templates, "Issue with certain characters").

Braces, bars and brackets are what ends a value or begins something within it.
"""

import re

from claimbook.boundaries.hypertext import content
from claimbook.boundaries.one_line import one_line

# What wiki text would take for its own: braces, brackets and bars, and runs of some other signs.
_SIGNS = re.compile(r"[{}\[\]|]|'{2,}|~{3,}|_{2,}")
_ANY = re.compile(rf"[&<>]|{_SIGNS.pattern}")
_IN_ADDRESS = str.maketrans({each: f"%{ord(each):02X}" for each in "{}[]|<>\"'"})


def text(value: str) -> str:
    """A text on one line that shows each of its signs."""
    line = one_line(value)
    return _SIGNS.sub(_as_numbers, content(line)) if _ANY.search(line) else line


def _as_numbers(signs: re.Match[str]) -> str:
    return "".join(f"&#{ord(each)};" for each in signs[0])


def address(url: str) -> str:
    """An address that leads where it says, its signs that mean something here encoded."""
    return one_line(url).translate(_IN_ADDRESS)
