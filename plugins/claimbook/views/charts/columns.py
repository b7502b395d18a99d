"""Columns that stand on a line, one for each period."""

from collections.abc import Sequence
from dataclasses import dataclass

# Heights in pixels: the tallest column there may be, and the number above it.
TALLEST, _LABEL = 96, 16
# What is there must be seen, however small it is beside the tallest.
_LOWEST = 1.5
_GAP = 0.2
_WIDEST = 8.0
_NEAR_START, _NEAR_END = 12.0, 88.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column: ``x`` and ``width`` in per cent, ``y`` and ``height`` in pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a place; ``anchor`` is the part of them that stands there."""

    x: float
    y: float
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Plot:
    """Columns on their line, which lies at the height of the plot; the highest bears a number."""

    height: int
    columns: tuple[Column, ...]
    peak: Label | None


def plot(counts: Sequence[int], per_count: float, peak: str = "") -> Plot:
    """Draw counts; ``per_count`` is the height of one, ``peak`` the words for the greatest."""
    height = _LABEL + round(per_count * max(counts, default=0))
    places = [place for place, count in enumerate(counts) if count]
    drawn = tuple(_column(place, counts, per_count, height) for place in places)
    return Plot(height, drawn, _peak(drawn, peak))


def _column(place: int, counts: Sequence[int], per_count: float, height: int) -> Column:
    step = 100 / len(counts)
    wide = min(step * (1 - _GAP), _WIDEST)
    tall = max(per_count * counts[place], _LOWEST)
    left = middle(place, len(counts)) - wide / 2
    return Column(round(left, 2), round(height - tall, 2), round(wide, 2), round(tall, 2))


def _peak(columns: Sequence[Column], text: str) -> Label | None:
    if not columns or not text:
        return None
    highest = min(columns, key=lambda each: each.y)
    x = round(highest.x + highest.width / 2, 2)
    return Label(x, round(highest.y - 4, 2), text, "middle")


def middle(place: int, count: int) -> float:
    """Where the middle of a period lies, in per cent."""
    return round(100 * (place + 0.5) / count, 2)


def anchor_at(x: float) -> str:
    """How words stand at a place so that they do not leave the chart."""
    if x < _NEAR_START:
        return "start"
    return "end" if x > _NEAR_END else "middle"


# Names as short as a year may stand below their columns; longer ones only at both ends.
_SHORT, _FEW = 4, 12
_MOST_STEPS = 5


def axis(texts: Sequence[str], y: float) -> tuple[Label, ...]:
    """The words below a line of periods: the first, the last, and some of them if short."""
    last = len(texts) - 1
    if last < 1:
        return tuple(Label(50.0, y, each, "middle") for each in texts)
    if len(texts[0]) > _SHORT or last >= _FEW:
        ends = (Label(0.0, y, texts[0], "start"), Label(100.0, y, texts[last], "end"))
        return (ends[0], *_below(texts, _between(texts), y), ends[1])
    return tuple(_below(texts, [0, *_between(texts), last], y))


def _below(texts: Sequence[str], places: Sequence[int], y: float) -> list[Label]:
    return [Label(middle(each, len(texts)), y, texts[each], "middle") for each in places]


def _between(texts: Sequence[str]) -> list[int]:
    """Inner periods to be named, in equal steps; none where names are long."""
    last = len(texts) - 1
    if len(texts[0]) > _SHORT:
        return []
    step = -(-last // _MOST_STEPS)
    return list(range(step, last - step + 1, step))
