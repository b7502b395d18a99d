"""Outlines: the path of an SVG icon, or a rating's shape, as polygons."""

import math
import re
from collections.abc import Iterator
from itertools import pairwise

Point = tuple[float, float]
Polygon = tuple[Point, ...]

_PATH = re.compile(r"<path\b[^>]*?\sd=\"([^\"]*)\"")
_BOX = re.compile(r"\bviewBox=\"([^\"]*)\"")
_TOKEN = re.compile(r"([a-zA-Z])|(-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
# How many numbers a command takes, and whether each pair is a point.
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_STEPS = 12


def icon_outline(svg: str) -> tuple[Polygon, ...]:
    """The filled areas of an icon in a box from 0 to 1; nothing where it cannot be read."""
    box = _BOX.search(svg)
    try:
        left, top, width, height = map(float, (box[1] if box else "0 0 24 24").split())
        shapes = [shape for path in _PATH.findall(svg) for shape in _Pen(path).drawn()]
    except (ValueError, IndexError, KeyError, ZeroDivisionError):
        return ()
    side = max(width, height)
    if not side > 0:
        return ()
    return tuple(tuple(((x - left) / side, (y - top) / side) for x, y in each) for each in shapes)


def arc(start: float, end: float, radius: float = 0.5) -> Polygon:
    """Part of a circle around the middle of the box, by angles in turns."""
    steps = max(2, round(abs(end - start) * 96))
    angles = (math.tau * (start + (end - start) * each / steps) for each in range(steps + 1))
    return tuple((0.5 + radius * math.cos(a), 0.5 + radius * math.sin(a)) for a in angles)


class _Pen:
    """Follows one path; holds where it is and which point the last curve leant on."""

    def __init__(self, path: str) -> None:
        self._tokens = [letter or number for letter, number in _TOKEN.findall(path)]
        self._at: Point = (0.0, 0.0)
        self._lean: Point | None = None
        self._points: list[Point] = []

    def drawn(self) -> Iterator[Polygon]:
        """Every closed area of the path."""
        for command, numbers in self._commands():
            if command in "MZ":
                yield from self._closed()
            if command == "Z":
                continue
            self._points += self._followed(command, numbers)
        yield from self._closed()

    def _closed(self) -> Iterator[Polygon]:
        if len(self._points) > 2:  # noqa: PLR2004 - less is no area
            yield tuple(self._points)
        if self._points:
            self._at = self._points[0]
        self._points = []

    def _commands(self) -> Iterator[tuple[str, list[float]]]:
        tokens, at, letter = self._tokens, 0, ""
        while at < len(tokens):
            if tokens[at].isalpha():
                letter, at = tokens[at], at + 1
            takes = _TAKES[letter.upper()]
            numbers, at = self._numbers(letter.upper(), at, takes)
            yield letter.upper(), self._absolute(letter, numbers)
            if letter in "Mm":
                letter = "L" if letter == "M" else "l"

    def _numbers(self, command: str, at: int, takes: int) -> tuple[list[float], int]:
        if command != "A":
            return [float(each) for each in self._tokens[at : at + takes]], at + takes
        # The two flags of an arc may be written without anything between them and the next number.
        found: list[float] = []
        while len(found) < takes:
            token = self._tokens[at]
            if len(found) in {3, 4} and len(token) > 1:
                found.append(float(token[0]))
                self._tokens[at] = token[1:]
                continue
            found.append(float(token))
            at += 1
        return found, at

    def _absolute(self, letter: str, numbers: list[float]) -> list[float]:
        if letter.isupper() or letter == "z":
            return numbers
        x, y = self._at
        if letter in "hv":
            return [numbers[0] + (x if letter == "h" else y)]
        if letter == "a":
            return [*numbers[:5], numbers[5] + x, numbers[6] + y]
        return [each + (y if place % 2 else x) for place, each in enumerate(numbers)]

    def _followed(self, command: str, numbers: list[float]) -> list[Point]:
        lean, self._lean = self._lean, None
        if command in "HV":
            numbers = [numbers[0], self._at[1]] if command == "H" else [self._at[0], numbers[0]]
        elif command in "ST":
            numbers = [*self._mirrored(lean), *numbers]
        points = [(numbers[i], numbers[i + 1]) for i in range(0, len(numbers) - 1, 2)]
        start, self._at = self._at, (numbers[-2], numbers[-1])
        if command == "A":
            return list(_elliptic(start, numbers, self._at))
        if len(points) > 1:
            self._lean = points[-2]
            return list(_bezier([start, *points]))
        return [self._at]

    def _mirrored(self, lean: Point | None) -> Point:
        (x, y), (lean_x, lean_y) = self._at, lean or self._at
        return 2 * x - lean_x, 2 * y - lean_y


def _bezier(points: list[Point]) -> Iterator[Point]:
    for step in range(1, _STEPS + 1):
        share, left = step / _STEPS, points
        while len(left) > 1:
            left = [
                (x + (other_x - x) * share, y + (other_y - y) * share)
                for (x, y), (other_x, other_y) in pairwise(left)
            ]
        yield left[0]


def _elliptic(start: Point, numbers: list[float], end: Point) -> Iterator[Point]:
    """An arc from ``start`` to ``end``, by the steps of the SVG standard, appendix B.2.4."""
    wide, high, tilt, is_large, is_clockwise = numbers[:5]
    if start == end or not wide or not high:
        yield end
        return
    cos, sin = math.cos(math.radians(tilt)), math.sin(math.radians(tilt))
    half_x, half_y = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = (cos * half_x + sin * half_y) / wide, (cos * half_y - sin * half_x) / high
    grow = max(1.0, math.hypot(x, y))
    x, y, wide, high = x / grow, y / grow, wide * grow, high * grow
    # On the unit circle now: the middle lies square to the chord.
    square = x * x + y * y
    away = math.sqrt(max(0.0, 1 / square - 1)) * (1 if bool(is_large) != bool(is_clockwise) else -1)
    middle_x, middle_y = away * y, -away * x
    first = math.atan2(y - middle_y, x - middle_x)
    sweep = (math.atan2(-y - middle_y, -x - middle_x) - first) % math.tau
    sweep -= 0 if is_clockwise else math.tau
    shift_x, shift_y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    for step in range(1, 2 * _STEPS + 1):
        angle = first + sweep * step / (2 * _STEPS)
        over, down = (middle_x + math.cos(angle)) * wide, (middle_y + math.sin(angle)) * high
        yield shift_x + cos * over - sin * down, shift_y + sin * over + cos * down
