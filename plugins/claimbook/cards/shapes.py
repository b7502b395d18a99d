"""The shape that carries a rating for those who see no colour, as the style sheet draws it."""

from dataclasses import dataclass

from claimbook.cards.outline import Point, Polygon, arc

_SQUARE: Polygon = ((0.02, 0.02), (0.98, 0.02), (0.98, 0.98), (0.02, 0.98))
_DIAMOND: Polygon = ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5))
_TRIANGLE: Polygon = ((0.5, 0.0), (1.0, 0.96), (0.0, 0.96))


@dataclass(frozen=True, slots=True)
class Shape:
    """Lines to draw in a box from 0 to 1; ``is_filled`` has one closed line, and a light icon."""

    lines: tuple[Polygon, ...]
    is_filled: bool = False


def _dashes(corners: Polygon, count: int) -> tuple[Polygon, ...]:
    sides = zip(corners, (*corners[1:], corners[0]), strict=True)
    return tuple(
        (_between(a, b, (each + 0.2) / count), _between(a, b, (each + 0.8) / count))
        for a, b in sides
        for each in range(count)
    )


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _closed(corners: Polygon) -> tuple[Polygon, ...]:
    return ((*corners, corners[0]),)


_CIRCLE = arc(0, 1)
_DASHED_CIRCLE = tuple(arc(each / 12, (each + 0.6) / 12) for each in range(12))
_SHAPES = {
    "true": Shape((_CIRCLE,), is_filled=True),
    "mostly-true": Shape((_CIRCLE,)),
    "mixed": Shape(_closed(_DIAMOND)),
    "misleading": Shape((_TRIANGLE,), is_filled=True),
    "mostly-false": Shape(_closed(_SQUARE)),
    "false": Shape((_SQUARE,), is_filled=True),
    "unproven": Shape(_DASHED_CIRCLE),
    "outdated": Shape(_dashes(_SQUARE, 4)),
}


def shape_of(tone: str) -> Shape:
    """The shape of a tone; the plain outlined square for one that has none of its own."""
    return _SHAPES.get(tone, _SHAPES["mostly-false"])
