"""Partial dates: what is one, how precise, in which order."""

from datetime import UTC, date, datetime

import pytest

from claimbook.dates import DateError, parse_date


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2025", "year", "2025-01-01T00:00:00", "2025-12-31T23:59:59.999999"),
        ("2024-02", "month", "2024-02-01T00:00:00", "2024-02-29T23:59:59.999999"),
        ("2025-12-11", "day", "2025-12-11T00:00:00", "2025-12-11T23:59:59.999999"),
        ("2025-12-11T19:57Z", "minute", "2025-12-11T19:57:00", "2025-12-11T19:57:59.999999"),
        ("2025-12-31T23:30-01:00", "minute", "2026-01-01T00:30:00", "2026-01-01T00:30:59.999999"),
        ("9999-12-31T23:59Z", "minute", "9999-12-31T23:59:00", "9999-12-31T23:59:59.999999"),
        ("9999", "year", "9999-01-01T00:00:00", "9999-12-31T23:59:59.999999"),
        ("1000-01-01", "day", "1000-01-01T00:00:00", "1000-01-01T23:59:59.999999"),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(
    text: str, precision: str, first: str, last: str
) -> None:
    read = parse_date(text)
    assert read.precision == precision
    assert read.earliest == datetime.fromisoformat(first).replace(tzinfo=UTC)
    assert read.latest == datetime.fromisoformat(last).replace(tzinfo=UTC)
    assert str(read) == text


@pytest.mark.parametrize(
    ("sign", "uncertain", "approximate"),
    [("", False, False), ("?", True, False), ("~", False, True), ("%", True, True)],
)
def test_qualifiers(sign: str, uncertain: bool, approximate: bool) -> None:
    read = parse_date(f"2025-12{sign}")
    assert (read.is_uncertain, read.is_approximate) == (uncertain, approximate)
    assert read.plain == "2025-12"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("2024-02-30", "February 2024 has no day 30", "its last day is 2024-02-29"),
        (
            "2025-13",
            "`2025-13` has no month 13",
            "write it as `2025-12-11`, or `2025-12`, or `2025`, as far as it is known",
        ),
        ("2025-00-10", "`2025-00-10` has a month or day 00", None),
        ("2025-10-00", "`2025-10-00` has a month or day 00", None),
        ("0999", "`0999` lies before the year 1000", "write the year with four digits"),
        ("2025/12/11", "`2025/12/11` is not a date", "write `2025-12-11`"),
        ("2025.2.30", "`2025.2.30` is not a date", None),
        ("2025/13/45", "`2025/13/45` is not a date", None),
        ("11.12.2025", "`11.12.2025` is not a date", None),
        ("11 December 2025", "`11 December 2025` is not a date", "write `2025-12-11`"),
        ("Sept. 2025", "`Sept. 2025` is not a date", "write `2025-09`"),
        ("31 June 2025", "`31 June 2025` is not a date", None),
        ("² December 2025", "`² December 2025` is not a date", "write `2025-12`"),
        ("yesterday", "`yesterday` is not a date", None),
        ("2025-12-11T24:00Z", "`2025-12-11T24:00Z` has no such time of day", None),
        ("2025-12-11T19:57+99:00", "`2025-12-11T19:57+99:00` has no such time of day", None),
        ("9999-12-31T23:59-23:59", "`9999-12-31T23:59-23:59` has no such time of day", None),
        ("2025-12-11T19:57", "`2025-12-11T19:57` is not a date", None),
        ("2025-12\n", "`2025-12↵` is not a date", None),
        ("٢٠٢٥", "`٢٠٢٥` is not a date", None),
    ],
)
def test_what_is_no_date_says_why(text: str, message: str, hint: str | None) -> None:
    with pytest.raises(DateError) as error:
        parse_date(text)
    assert str(error.value) == message
    assert hint in {None, error.value.hint}


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        ("2025", "2026", True),
        ("2025", "2025-12", False),
        ("2025-11", "2025-12-01", True),
        ("2025-12", "2025-12-31", False),
        ("2025-12-11", "2025-12-11", False),
        ("2025-12-11T19:57Z", "2025-12-11T19:58Z", True),
        ("2025-12-11T23:59-01:00", "2025-12-12T00:30Z", False),
    ],
)
def test_order_counts_precision(first: str, second: str, answer: bool) -> None:
    assert parse_date(first).is_before(parse_date(second)) is answer


def test_the_future_begins_where_today_has_ended_everywhere() -> None:
    today = date(2026, 11, 22)
    assert not parse_date("2026-11-23T11:59Z").is_after_day(today)
    assert parse_date("2026-11-23T12:00Z").is_after_day(today)
    assert parse_date("2026-11-24").is_after_day(today)
    assert not parse_date("2026-11").is_after_day(today)
    assert parse_date("2026-12").is_after_day(today)
