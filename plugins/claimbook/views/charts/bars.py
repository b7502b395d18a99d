"""Bars that lie beside their words: a table that can also be seen."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimbook.views.marks import Mark
from claimbook.wording import Wording

# What is there must be seen, however small it is beside the longest.
_SHORTEST = 0.8
_LEAST_SHARE, _GREATEST_SHARE = 0.01, 0.99


@dataclass(frozen=True, slots=True)
class Part:
    """A number with its name; where it leads, and the rating it is about, if any."""

    text: str
    number: int
    href: str | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A part as it is drawn; ``width`` is in per cent of the room there is."""

    text: str
    href: str | None
    mark: Mark | None
    number: str
    share: str
    width: float


@dataclass(frozen=True, slots=True)
class Bars:
    """A table of bars: its caption says what to see, ``of`` and ``unit`` head the columns."""

    caption: str
    of: str
    unit: str
    share: str
    bars: tuple[Bar, ...]


def spread(parts: Sequence[Part], caption: str, of: str, unit: str, say: Wording) -> Bars:
    """Parts side by side, the greatest as long as there is room; no shares."""
    greatest = max((each.number for each in parts), default=0)
    drawn = tuple(_bar(each, greatest, "", say) for each in parts)
    return Bars(caption, of, unit, "", drawn)


def shares(parts: Sequence[Part], caption: str, of: str, unit: str, say: Wording) -> Bars:
    """Parts of a whole, which is as long as there is room."""
    whole = sum(each.number for each in parts)
    drawn = tuple(_bar(each, whole, share_text(each.number, whole, say), say) for each in parts)
    return Bars(caption, of, unit, say("charts.share"), drawn)


def share_text(number: int, whole: int, say: Wording) -> str:
    """A part in whole per cent; only nothing is 0 % and only the whole 100 %."""
    if number in {0, whole}:
        return say.percent(1 if number else 0)
    return say.percent(min(max(number / whole, _LEAST_SHARE), _GREATEST_SHARE))


def _bar(part: Part, whole: int, share: str, say: Wording) -> Bar:
    number = say.number(part.number)
    return Bar(part.text, part.href, part.mark, number, share, width(part.number, whole))


def width(number: int, whole: int) -> float:
    """The length of a bar in per cent, for a whole of which it is a part."""
    return round(max(100 * number / whole, _SHORTEST), 2) if number else 0.0
