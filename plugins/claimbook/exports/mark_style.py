"""The style by which pages show the icons of ratings and stances, each drawn once for all."""

from collections.abc import Iterable

from markupsafe import Markup

from claimbook.boundaries.addresses import drawing
from claimbook.views.marks import drawing_of

# An `svg` keeps the colour of what it stands in where readers force theirs, and a background
# is printed only if it asks to be.
_RULE = (
    "{names}{{background:currentcolor;forced-color-adjust:preserve-parent-color;"
    "-webkit-print-color-adjust:exact;print-color-adjust:exact}}\n"
)
_SAFE = " '/:=,"
_MASK = '.{name}{{mask:url("data:image/svg+xml,{file}") center/100% no-repeat}}\n'


def mark_style(icons: Iterable[Markup]) -> bytes:
    """The rules for icons that pages show by their classes."""
    drawn = dict(sorted(filter(None, map(drawing_of, icons))))
    rules = [_MASK.format(name=name, file=drawing(svg, _SAFE)) for name, svg in drawn.items()]
    names = ",".join(f".{name}" for name in drawn)
    return "".join([_RULE.format(names=names), *rules]).encode() if drawn else b""
