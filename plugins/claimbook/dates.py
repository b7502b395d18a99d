"""Partial dates: a year, a month, a day or a minute, certain or not.

A subset of EDTF (ISO 8601-2:2019, level 0 and the qualifiers ``?`` ``~`` ``%`` of level 1):
``2025``, ``2025-12``, ``2025-12-11``, ``2025-12-11T19:57Z``, each optionally qualified.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

from claimbook.diagnostics import shortened

PATTERN = (
    r"[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])"
    r"(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-][0-9]{2}:[0-5][0-9]))?)?)?[?~%]?"
)
_SHAPE = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})"
    r"(?:T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?"
    r"(?P<zone>Z|[+-][0-9]{2}:[0-9]{2}))?)?)?(?P<mark>[?~%]?)"
)
# Editors take `0999` for the number 999: earlier years could not be told from mistakes.
EARLIEST_YEAR = 1000
# Not the standard library's names of months: those are in the language of the process.
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_REST_OF_MINUTE = timedelta(seconds=59, microseconds=999_999)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precise as it is known; ``text`` is what was written."""

    text: str
    earliest: datetime
    latest: datetime
    precision: str
    is_uncertain: bool = False
    is_approximate: bool = False

    def __str__(self) -> str:
        return self.text

    @property
    def plain(self) -> str:
        """The date without its qualifier, in the form of ISO 8601."""
        return self.text.rstrip("?~%")

    @property
    def year(self) -> int:
        """The year in UTC."""
        return self.earliest.year

    @property
    def day(self) -> date:
        """The first day it can mean."""
        return self.earliest.date()

    @property
    def is_doubtful(self) -> bool:
        """Whether it is uncertain or approximate."""
        return self.is_uncertain or self.is_approximate

    def is_before(self, other: "PartialDate") -> bool:
        """Whether every moment it can mean lies before every moment that ``other`` can mean.

        Both as written and in UTC: no qualifier widens them.
        """
        return self.latest < other.earliest

    def is_after_day(self, day: date) -> bool:
        """Whether it certainly lies after the end of ``day`` anywhere on Earth (UTC-12)."""
        if self.earliest.date() <= day:
            return False
        end = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=1, hours=12)
        return self.earliest >= end


class DateError(ValueError):
    """The text is no partial date; the message says why, ``hint`` how to write it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@lru_cache(maxsize=4096)
def parse_date(text: str) -> PartialDate:
    """Read a partial date. Raises :class:`DateError` with the reason and the remedy."""
    found = _SHAPE.fullmatch(text)
    if found is None:
        message = f"`{shortened(text)}` is not a date"
        raise DateError(message, _suggestion(text))
    year, month, day = (int(found[name] or 0) for name in ("year", "month", "day"))
    _check_calendar(text, year, month, day)
    earliest, latest, precision = _bounds(found, year, month, day)
    return PartialDate(
        text, earliest, latest, precision, found["mark"] in {"?", "%"}, found["mark"] in {"~", "%"}
    )


def _check_calendar(text: str, year: int, month: int, day: int) -> None:
    if year < EARLIEST_YEAR:
        message = f"`{text}` lies before the year {EARLIEST_YEAR}"
        raise DateError(message, "write the year with four digits")
    if month > 12:  # noqa: PLR2004 - months
        message = f"`{text}` has no month {month}"
        raise DateError(message, _suggestion(text))
    last = calendar.monthrange(year, month)[1] if month else 31
    if month and day > last:
        message = f"{MONTH_NAMES[month - 1]} {year} has no day {day}"
        raise DateError(message, f"its last day is {year:04}-{month:02}-{last:02}")
    if "-00" in text[:10]:
        message = f"`{text}` has a month or day 00"
        raise DateError(message, "leave out what is not known: `2025-12`, or `2025`")


def _bounds(
    found: re.Match[str], year: int, month: int, day: int
) -> tuple[datetime, datetime, str]:
    if found["hour"]:
        moment = _moment(found, year, month, day)
        return moment, moment + _REST_OF_MINUTE, "minute"
    start = datetime(year, month or 1, day or 1, tzinfo=UTC)
    if day:
        return start, _end(year, month, day), "day"
    if month:
        return start, _end(year, month, calendar.monthrange(year, month)[1]), "month"
    return start, _end(year, 12, 31), "year"


def _end(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 23, 59, 59, 999999, tzinfo=UTC)


def _moment(found: re.Match[str], year: int, month: int, day: int) -> datetime:
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    try:
        zone = UTC if found["zone"] == "Z" else _offset(found["zone"])
        return datetime(year, month, day, hour, minute, second, tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        message = f"`{found[0]}` has no such time of day"
        hint = "write hours 00-23, minutes 00-59 and the zone: `2025-12-11T19:57Z`"
        raise DateError(message, hint) from error


def _offset(zone: str) -> timezone:
    sign = -1 if zone[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6])))


_NUMERIC = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})")
_DOTTED = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[./-] ?[0-9]{1,2}[./-] ?[0-9]{2}")
_QUOTES = "“”„‟‘’‚«»‹›'\"`"
_LOOSE_ISO = re.compile(r"([0-9]{4})[./-]([0-9]{1,2})[./-]([0-9]{1,2})")
_WORD = re.compile(r"[^\W\d_]+|[0-9]+")
_YEAR = re.compile(r"[0-9]{4}")
_DAY = re.compile(r"[0-9]{1,2}")
_SHORTEST_MONTH = 3
_MONTHS = {name[:_SHORTEST_MONTH].casefold(): number for number, name in enumerate(MONTH_NAMES, 1)}


def _suggestion(text: str) -> str:
    """How the same date would be written, where that can be told."""
    generic = "write it as `2025-12-11`, or `2025-12`, or `2025`, as far as it is known"
    bare = text.strip(_QUOTES)
    if bare != text and _SHAPE.fullmatch(bare):
        return f"write `{bare}`, without quotation marks"
    found = _LOOSE_ISO.fullmatch(text)
    if found:
        return _written(int(found[1]), int(found[2]), int(found[3])) or generic
    if _SHORT_YEAR.fullmatch(text):
        return "write the year first, and with four digits: `2025-12-11`"
    # With dots the day comes first everywhere; with slashes nobody can tell.
    found = _DOTTED.fullmatch(text)
    if found:
        return _written(int(found[3]), int(found[2]), int(found[1])) or generic
    if _NUMERIC.fullmatch(text):
        return f"{generic}: year first, then month, then day"
    words = _WORD.findall(text[:100])
    month = next((_month(word) for word in words if _month(word)), 0)
    years = [int(word) for word in words if _YEAR.fullmatch(word)]
    days = [int(word) for word in words if _DAY.fullmatch(word)]
    if not month or not years:
        return generic
    return _written(years[0], month, days[0] if days else 0) or generic


def _written(year: int, month: int, day: int) -> str:
    """The hint to write a date, or nothing where the calendar has no such day."""
    better = f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
    is_date = year >= EARLIEST_YEAR and 1 <= month <= len(MONTH_NAMES)
    if is_date and day <= calendar.monthrange(year, month)[1]:
        return f"write `{better}`"
    return ""


def _month(word: str) -> int:
    return _MONTHS.get(word.casefold()[:_SHORTEST_MONTH], 0)
