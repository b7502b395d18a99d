"""The icons of all ratings in one drawing, from which scripts show each by its key."""

import re
from collections.abc import Iterable

from claimbook.views.marks import Mark

PATH = "assets/claimbook/marks.svg"
_ICON = re.compile(r"<svg\b[^>]*?(viewBox=\"[^\"]*\")[^>]*>(.*)</svg>", re.DOTALL)


def mark_sprite(marks: Iterable[Mark]) -> bytes:
    """An SVG with a symbol for each mark that has an icon."""
    symbols = "".join(_symbol(each) for each in marks)
    return f'<svg xmlns="http://www.w3.org/2000/svg">{symbols}</svg>\n'.encode()


def _symbol(mark: Mark) -> str:
    found = _ICON.search(mark.icon)
    return f'<symbol id="{mark.key}" {found[1]}>{found[2]}</symbol>' if found else ""
