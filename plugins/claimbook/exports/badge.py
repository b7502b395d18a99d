"""A badge of a rating: an SVG of one line, for READMEs, slides and other sites."""

from unicodedata import east_asian_width

from markupsafe import Markup

from claimbook.assets import light_colours
from claimbook.boundaries.xml_text import line

_EDGE = 7
# Widths in a sans-serif of 11 px. What is written is stretched to what was reckoned.
_NARROW, _WIDE, _USUAL, _CAPITAL, _FULL = 4, 10, 6.5, 7.8, 11
_SVG = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="20" role="img" '
    'aria-label="{name}: {label}"><title>{name}: {label}</title>'
    '<path fill="{ink}" d="M3 0h{first}v20h-{first}a3 3 0 0 1-3-3v-14a3 3 0 0 1 3-3"/>'
    '<path fill="{tone}" d="M{left} 0h{second}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-{second}z"/>'
    '<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" '
    'text-anchor="middle"><text x="{at:g}" y="14" textLength="{name_width}">{name}</text>'
    '<text x="{other_at:g}" y="14" textLength="{label_width}">{label}</text></g></svg>\n'
)


def badge(name: str, label: str, tone: str) -> bytes:
    """The SVG that says ``name`` and ``label``; ``tone`` names the colour of the rating."""
    name, label = line(name), line(label)
    widths = round(_width(name)), round(_width(label))
    left, right = (each + 2 * _EDGE for each in widths)
    colours = light_colours()
    return _SVG.format(
        name=name,
        label=label,
        width=left + right,
        first=left - 3,
        left=left,
        second=right - 3,
        at=left / 2,
        other_at=left + right / 2,
        name_width=widths[0],
        label_width=widths[1],
        ink=colours["ink"],
        tone=colours.get(tone, colours["quiet"]),
    ).encode()


def _width(text: str) -> float:
    return sum(map(_width_of, text))


def _width_of(char: str) -> float:
    if east_asian_width(char) in {"W", "F"}:
        return _FULL
    if char in "iljtfIr.,:;|!' ":
        return _NARROW
    if char in "mwMW@%":
        return _WIDE
    return _CAPITAL if char.isupper() else _USUAL
