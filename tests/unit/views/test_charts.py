"""What charts look like in numbers: bars, periods, columns and days."""

from itertools import pairwise

import pytest

from claimbook.dates import PartialDate, parse_date
from claimbook.views.charts.bars import Part, shares, spread
from claimbook.views.charts.columns import TALLEST, axis, plot
from claimbook.views.charts.days import Days, days_of
from claimbook.views.charts.periods import MOST, Periods, periods_of
from claimbook.views.charts.times import Row, Times, times, too_vague
from claimbook.wording import wording_of

SAY = wording_of("en")


def dates(*texts: str) -> list[PartialDate]:
    return [parse_date(each) for each in texts]


def periods(*texts: str) -> Periods:
    found = periods_of(dates(*texts))
    assert found is not None
    return found


def drawn(*texts: str) -> Times:
    found = times("chart", [Row("All", dates(*texts))], SAY)
    assert found is not None
    return found


def test_the_longest_bar_fills_the_room_and_none_hides() -> None:
    parts = [Part("Many", 100_000), Part("Half", 50_000), Part("One", 1), Part("None", 0)]
    found = spread(parts, "Caption", "Rating", "Number", SAY)
    assert [each.width for each in found.bars] == [100, 50, 0.8, 0]
    assert [each.number for each in found.bars] == ["100,000", "50,000", "1", "0"]
    assert {each.share for each in found.bars} == {""}


def test_shares_are_parts_of_the_whole_and_never_round_to_all_or_nothing() -> None:
    parts = [Part("Most", 9_990), Part("Few", 10), Part("None", 0)]
    found = shares(parts, "Caption", "Sources", "Number", SAY)
    assert [each.width for each in found.bars] == [99.9, 0.8, 0]
    assert [each.share for each in found.bars] == ["99%", "1%", "0%"]
    assert shares([Part("All", 3)], "", "", "", SAY).bars[0].share == "100%"


def test_nothing_at_all_has_bars_of_no_length() -> None:
    found = shares([Part("Kept", 0), Part("Not kept", 0)], "", "", "", SAY)
    assert [(each.width, each.share) for each in found.bars] == [(0, "0%"), (0, "0%")]


@pytest.mark.parametrize(
    ("texts", "first", "last", "count"),
    [
        (["2026-03"], "March 2026", "March 2026", 1),
        (["2024-01-31", "2026-12-01"], "January 2024", "December 2026", 36),
        (["2024-01", "2027-01"], "2024", "2027", 4),
        (["1932", "1970-01-01"], "1932", "1970", 39),
        (["1932", "2026"], "1930–1939", "2020–2029", 10),
        (["1000", "2026"], "1000–1099", "2000–2099", 11),
        (["1000", "9999-12-31"], "1000–1999", "9000–9999", 9),
    ],
)
def test_periods_are_as_long_as_the_time_asks(
    texts: list[str], first: str, last: str, count: int
) -> None:
    found = periods(*texts)
    assert len(found) == count <= MOST
    assert (found.text(0, SAY), found.text(count - 1, SAY)) == (first, last)


def test_a_date_without_a_month_has_no_place_among_months() -> None:
    texts = [*["2026-01-05"] * 9, "2026-03~", "2026"]
    found = periods(*texts)
    assert found.counts(dates(*texts)) == (9, 0, 1)
    assert too_vague(dates(*texts)) == 1
    assert len(periods("2026", "2026-03", "2026-05")) == 1, "too many years for months"
    assert too_vague(dates("2026", "2026-03", "2026-05")) == 0
    assert periods_of([]) is None
    assert too_vague([]) == 0


def test_columns_stand_on_the_line_within_their_period() -> None:
    found = plot([4, 0, 1, 2], TALLEST / 4, "4")
    assert [each.height for each in found.columns] == [96, 24, 48]
    assert all(each.y + each.height == found.height for each in found.columns)
    middles = [each.x + each.width / 2 for each in found.columns]
    assert middles == pytest.approx([12.5, 62.5, 87.5], abs=0.02)
    assert found.peak is not None
    assert (found.peak.text, found.peak.x) == ("4", 12.5)
    assert found.peak.y >= 11, "the number is not cut off at the top"


def test_forty_columns_do_not_touch_and_the_least_is_seen() -> None:
    found = plot([100_000, *[1] * 39], TALLEST / 100_000)
    ends = [(each.x, each.x + each.width) for each in found.columns]
    assert all(end < start for (_, end), (start, _) in pairwise(ends))
    assert ends[0][0] >= 0
    assert ends[-1][1] <= 100
    assert min(each.height for each in found.columns) == 1.5


def test_a_long_axis_names_few_periods_and_long_names_stand_at_its_ends() -> None:
    years = axis([str(1990 + each) for each in range(33)], 14)
    assert [each.text for each in years] == ["1990", "1997", "2004", "2011", "2022"]
    assert [each.anchor for each in years] == ["start", "middle", "middle", "middle", "end"]
    months = axis(["January 2024", *["February 2024"] * 20, "October 2025"], 14)
    assert [(each.text, each.x) for each in months] == [("January 2024", 0), ("October 2025", 100)]
    few = axis([str(2018 + each) for each in range(7)], 14)
    assert [each.text for each in few] == ["2018", "2020", "2022", "2024"]
    assert (few[0].x, few[0].anchor) == (7.14, "middle"), "below its column"
    assert [each.x for each in axis(["2026"], 14)] == [50]
    assert axis([], 14) == ()


def test_all_rows_have_the_scale_of_the_whole() -> None:
    texts = [*["2020"] * 6, *["2021"] * 2]
    rows = [Row("All", dates(*texts)), Row("True", dates("2020", "2020")), Row("None", [])]
    found = times("chart", rows, SAY)
    assert found is not None
    assert [(each.name, each.count, each.id) for each in found.strips] == [
        ("All", "8", "chart-0"),
        ("True", "2", "chart-1"),
    ]
    heights = [max(each.height for each in strip.plot.columns) for strip in found.strips]
    assert heights == [96, 32]
    assert found.strips[0].described == "All: 8 in 2 periods"
    assert found.caption == "Most fall into 2020: 6. All rows have the same scale."
    assert found.figures.heads == ("Period", "All", "True", "None")
    assert found.figures.rows == (("2020", ("6", "2", "0")), ("2021", ("2", "0", "0")))


def test_too_little_to_draw_stays_a_table() -> None:
    assert drawn("2019", "2020", "2021", "2022").strips == ()
    assert drawn(*["2020"] * 100).strips == ()
    assert drawn(*["2020"] * 100).caption == "All of them fall into 2020."
    assert len(drawn("2019", "2020", "2021", "2022").figures.rows) == 4
    assert len(drawn("2019", "2020", "2021", "2022", "2022").strips) == 1
    assert times("chart", [Row("All", [])], SAY) is None


def test_periods_without_anything_take_no_row_of_the_table() -> None:
    found = drawn("1990", "1990", "2020", "2020", "2020")
    assert [name for name, _ in found.figures.rows] == ["1990", "2020"]


def test_no_period_is_named_where_several_are_the_greatest() -> None:
    assert drawn("2019", "2020").caption == "From 2019 to 2020, no period stands out."


def days(*found: int) -> Days:
    made = days_of("chart", found, SAY)
    assert made is not None
    return made


def test_days_are_dots_and_the_middle_one_is_named() -> None:
    found = days(0, 10, 10, 100)
    assert [(each.x, each.y) for each in found.dots] == [
        (1.25, 35),
        (11.25, 35),
        (11.25, 27),
        (98.75, 35),
    ]
    assert (found.middle.x, found.middle.text, found.middle.anchor) == (
        11.25,
        "half within 10 days",
        "start",
    )
    assert (
        found.caption
        == "Half of them within 10 days, the quickest after 0 days, the slowest after 100 days."
    )
    assert [each.text for each in found.axis] == ["0 days", "100 days"]
    assert found.figures.rows == (("0 days", ("1",)), ("10 days", ("2",)), ("100 days", ("1",)))
    assert all(found.top < each.y < found.base < found.height for each in found.dots)


def test_one_day_or_none_can_be_drawn() -> None:
    assert days(0).caption == "The only one took 0 days."
    assert [each.text for each in days(0).axis] == ["0 days", "1 day"]
    assert days_of("chart", (), SAY) is None


def test_many_days_are_columns_and_their_table_is_no_longer_than_the_line() -> None:
    found = days(*range(1000), *[999] * 500)
    assert found.dots == ()
    assert max(each.height for each in found.columns) == TALLEST
    assert all(each.y + each.height == pytest.approx(found.base) for each in found.columns)
    assert len(found.figures.rows) == 40
    assert found.figures.rows[0] == ("0 to 24 days", ("25",))
    assert found.figures.rows[-1] == ("975 to 999 days", ("525",))
