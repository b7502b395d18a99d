"""Citations as they are written in Markdown: ``[@source]``, ``[@source, p. 4]``, ``[@a; @b]``."""

import re
from collections.abc import Iterable
from html import unescape
from typing import NamedTuple

CITATION = re.compile(r"\[(@[^\[\]]+)\]")
_NEXT = re.compile(r";(?=\s*@)")
_LINE_START = re.compile(r"\n[ \t>]*")


class Citation(NamedTuple):
    """One cited source and where in it; ``start`` and ``end`` lie in the Markdown source."""

    source: str
    locator: str | None
    start: int
    end: int


# A group of citations, and where it begins and ends.
Found = tuple[int, int, tuple[Citation, ...]]


def citations(found: re.Match[str]) -> Iterable[Citation | None]:
    """The citations of a group that ``CITATION`` found; None for a part that is none."""
    at = found.start(1)
    inside = found[1]
    if "\n" in inside:
        inside = _LINE_START.sub(lambda gap: " " * len(gap[0]), inside)
    for part in _NEXT.split(inside) if ";" in inside else (inside,):
        name, _, locator = part.partition(",")
        source = name.strip().removeprefix("@")
        if source and len(source.split()) == 1:
            start = at + part.index("@") + 1
            said = " ".join(unescape(locator).split()) if locator else ""
            yield Citation(source, said or None, start, start + len(source))
        else:
            yield None
        at += len(part) + 1
