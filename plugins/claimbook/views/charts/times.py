"""Counts over time: a row of columns for the whole, and one for each part, all to one scale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimbook.dates import PartialDate
from claimbook.views.charts.columns import TALLEST, Label, Plot, axis, plot
from claimbook.views.charts.periods import periods_of
from claimbook.views.marks import Mark
from claimbook.wording import Wording

# Fewer dates than this make a list, not a chart.
FEWEST = 5
_BASE = 14


@dataclass(frozen=True, slots=True)
class Strip:
    """One row of columns; ``described`` is what a screen reader says in its place."""

    id: str
    name: str
    count: str
    mark: Mark | None
    described: str
    plot: Plot


@dataclass(frozen=True, slots=True)
class Figures:
    """The same numbers as a table: the heads of its columns, then its rows."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Times:
    """Counts over time; without strips where there is too little to draw."""

    caption: str
    strips: tuple[Strip, ...]
    axis: tuple[Label, ...]
    axis_height: int
    figures: Figures


@dataclass(frozen=True, slots=True)
class Row:
    """What one row counts: its name, its dates, and the rating it is about, if any."""

    name: str
    dates: Sequence[PartialDate]
    mark: Mark | None = None


def times(chart: str, rows: Sequence[Row], say: Wording) -> Times | None:
    """Draw rows, of which the first counts everything; None where they hold no date.

    ``chart`` names the chart within its page.
    """
    periods = periods_of(rows[0].dates)
    if periods is None:
        return None
    counts = [periods.counts(each.dates) for each in rows]
    names = [periods.text(place, say) for place in range(len(periods))]
    is_drawn = sum(counts[0]) >= FEWEST and len(periods) > 1
    return Times(
        _caption(counts[0], names, say, len(rows) if is_drawn else 1),
        _strips(chart, rows, counts, say) if is_drawn else (),
        axis(names, _BASE),
        _BASE + 6,
        _figures(rows, counts, names, say),
    )


def _caption(counts: Sequence[int], names: Sequence[str], say: Wording, rows: int) -> str:
    peak = _peak(counts, names, say)
    return f"{peak} {say('charts.same_scale')}" if rows > 1 else peak


def _peak(counts: Sequence[int], names: Sequence[str], say: Wording) -> str:
    if len(names) == 1:
        return say("charts.times_one", period=names[0])
    most = max(counts)
    found = [name for name, count in zip(names, counts, strict=True) if count == most]
    if len(found) > 1:
        return say("charts.times_even", first=names[0], last=names[-1])
    return say("charts.times_peak", period=found[0], n=say.number(most))


def _strips(
    chart: str,
    rows: Sequence[Row],
    counts: Sequence[tuple[int, ...]],
    say: Wording,
) -> tuple[Strip, ...]:
    per_count = TALLEST / max(counts[0])
    return tuple(
        _strip(f"{chart}-{number}", row, plot(each, per_count, say.number(max(each))), each, say)
        for number, (row, each) in enumerate(zip(rows, counts, strict=True))
        if any(each)
    )


def _strip(name: str, row: Row, drawn: Plot, counts: Sequence[int], say: Wording) -> Strip:
    total = say.number(sum(counts))
    described = say.count("charts.strip", len(drawn.columns), name=row.name, total=total)
    return Strip(name, row.name, total, row.mark, described, drawn)


def _figures(
    rows: Sequence[Row], counts: Sequence[tuple[int, ...]], names: Sequence[str], say: Wording
) -> Figures:
    lines = (
        (name, tuple(say.number(each[place]) for each in counts))
        for place, name in enumerate(names)
        if counts[0][place]
    )
    return Figures((say("charts.period"), *(each.name for each in rows)), tuple(lines))


def too_vague(dates: Sequence[PartialDate]) -> int:
    """How many dates have no period of their own: years among months."""
    periods = periods_of(dates)
    return sum(periods.place(each) is None for each in dates) if periods else 0


def by_mark(dates: Mapping[str, list[PartialDate]], marks: Mapping[str, Mark]) -> list[Row]:
    """A row for each rating that has dates, in the order of the scale."""
    found = (marks[key] for key in dates)
    ordered = sorted(found, key=lambda each: (each.rank, each.key))
    return [Row(each.label, dates[each.key], each) for each in ordered]
