"""Numbers of days along a line that begins at none: a dot for each, columns where they are many."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from claimbook.views.charts.columns import TALLEST, Column, Label, anchor_at, plot
from claimbook.views.charts.times import Figures
from claimbook.wording import Wording

_PLACES = 40
_HIGHEST = 8
# Pixels: of a dot, for the words above it all, and for those below the line.
_RADIUS, _ABOVE, _BELOW = 4, 22, 20


@dataclass(frozen=True, slots=True)
class Dot:
    """A dot: ``x`` in per cent, ``y`` in pixels."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Days:
    """Dots or columns on the line at ``base``; a line from ``top`` down marks the middle one."""

    id: str
    caption: str
    height: int
    base: int
    top: int
    dots: tuple[Dot, ...]
    columns: tuple[Column, ...]
    middle: Label
    axis: tuple[Label, ...]
    figures: Figures


def days_of(chart: str, found: Sequence[int], say: Wording) -> Days | None:
    """Draw numbers of days; None where there are none. ``chart`` names it within its page."""
    if not found:
        return None
    longest = max(*found, 1)
    counts = Counter(_place(each, longest) for each in found)
    stacked = [counts[place] for place in range(_PLACES)]
    are_dots = max(stacked) <= _HIGHEST
    tallest = max(stacked) * 2 * _RADIUS + 2 if are_dots else TALLEST
    base = _ABOVE + tallest
    return Days(
        chart,
        _caption(found, say),
        base + _BELOW,
        base,
        _ABOVE - 8,
        _dots(stacked, base) if are_dots else (),
        () if are_dots else _columns(stacked, base),
        _middle(median_low(found), longest, say),
        _axis(longest, base + 14, say),
        _figures(found, say),
    )


def _place(days: int, longest: int) -> int:
    return min(days * _PLACES // longest, _PLACES - 1)


def _x(place: float) -> float:
    return round(100 * (place + 0.5) / _PLACES, 2)


def _dots(stacked: Sequence[int], base: int) -> tuple[Dot, ...]:
    return tuple(
        Dot(_x(place), base - _RADIUS - 1 - level * 2 * _RADIUS)
        for place, count in enumerate(stacked)
        for level in range(count)
    )


def _columns(stacked: Sequence[int], base: int) -> tuple[Column, ...]:
    drawn = plot(stacked, TALLEST / max(stacked))
    down = base - drawn.height
    return tuple(Column(each.x, each.y + down, each.width, each.height) for each in drawn.columns)


def _caption(found: Sequence[int], say: Wording) -> str:
    if len(found) == 1:
        return say("charts.days_one", days=say.count("charts.days", found[0]))
    return say(
        "charts.days_caption",
        middle=say.count("charts.days", median_low(found)),
        shortest=say.count("charts.days", min(found)),
        longest=say.count("charts.days", max(found)),
    )


def _middle(days: int, longest: int, say: Wording) -> Label:
    x = _x(_place(days, longest))
    text = say("charts.median", days=say.count("charts.days", days))
    return Label(x, _ABOVE - 12, text, anchor_at(x))


def _axis(longest: int, y: float, say: Wording) -> tuple[Label, ...]:
    none, most = (say.count("charts.days", each) for each in (0, longest))
    return (Label(0.0, y, none, "start"), Label(100.0, y, most, "end"))


def _figures(found: Sequence[int], say: Wording) -> Figures:
    longest = max(*found, 1)
    counts = Counter(found)
    is_long = len(counts) > _PLACES
    if is_long:
        counts = Counter(_place(each, longest) for each in found)
    names = {key: _span(key, longest, say) if is_long else _days(key, say) for key in counts}
    rows = ((names[key], (say.number(count),)) for key, count in sorted(counts.items()))
    return Figures((say("charts.time"), say("charts.number")), tuple(rows))


def _days(number: int, say: Wording) -> str:
    return say.count("charts.days", number)


def _span(place: int, longest: int, say: Wording) -> str:
    """The days that stand at one place: more rows than places would be no help."""
    first, end = (-(-each * longest // _PLACES) for each in (place, place + 1))
    last = longest if place == _PLACES - 1 else end - 1
    return say("charts.days_span", first=say.number(first), last=say.number(last))
