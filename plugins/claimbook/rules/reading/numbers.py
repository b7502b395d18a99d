"""Numbers and dates in running text, and whether two texts speak of the same one."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from claimbook.dates import MONTH_NAMES, PartialDate

_OTHER = (
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
)
_NAMES = (MONTH_NAMES, [name[:3] for name in MONTH_NAMES], *(each.split() for each in _OTHER))
_MONTHS = {name: number for names in _NAMES for number, name in enumerate(names, 1)} | {"Sept": 9}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ENGLISH_MONTH = "|".join([*MONTH_NAMES, "Sept", *(name[:3] for name in MONTH_NAMES)])
_DAY = "[0-3]?[0-9]"
_YEAR = "[12][0-9]{3}"
_SCALE = "(?i:thousand|million|billion|trillion|bn|mn|tn)|[kmMB]"
_FOUND = re.compile(
    rf"""(?<![\w.,'’-])(?:
      (?P<iso>{_YEAR}-[01][0-9](?:-[0-3][0-9])?)
    | (?:{_DAY}\.?(?:\ ?[–-]\ ?|\ (?:and|to|und|bis)\ ))?
        (?P<day>{_DAY})(?:st|nd|rd|th|\.|er)?(?:\ of|\ de)?\ (?P<month>{_MONTH})
        (?:\.?,?(?:\ de)?\ (?P<year>{_YEAR}))?
    | (?P<month2>{_ENGLISH_MONTH})\.?\ (?P<day2>{_DAY})(?:st|nd|rd|th)?(?:,?\ (?P<year2>{_YEAR}))?
    | (?P<month3>{_MONTH})\.?(?:\ de)?\ (?P<year3>{_YEAR})
    | (?P<number>[0-9]+(?:[.,:\u00a0\u202f\u2009'’][0-9]+)*)
        (?:[\ \u00a0-]?(?P<scale>{_SCALE})|st|nd|rd|th)?
    )(?!\w|\ centur)""",
    re.VERBOSE,
)
_DIGITS = "0123456789"
_SCALES = {
    **dict.fromkeys(("thousand", "k"), 3),
    **dict.fromkeys(("million", "mn", "m"), 6),
    **dict.fromkeys(("billion", "bn", "b"), 9),
    **dict.fromkeys(("trillion", "tn"), 12),
}
_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve"),
)
_WORD_NUMBERS = {word: Decimal(number) for number, word in enumerate(_WORDS)}
_NUMBER_WORD = re.compile(rf"\b({'|'.join(_WORDS)})\b", re.IGNORECASE)
_JOINING = frozenset(".,'’-")
_GROUPING = frozenset(".,'’:")
_YEARS = range(1000, 3000)


class Day(NamedTuple):
    """A date as running text gives it; parts that it leaves out are 0."""

    year: int
    month: int
    day: int


class Number(NamedTuple):
    """A number or date in a text: where it stands, and what it may mean."""

    start: int
    end: int
    values: frozenset[Decimal]
    day: Day | None


@lru_cache(maxsize=512)
def numbers(text: str) -> tuple[Number, ...]:
    """Numbers and dates in ``text``, a whole date as one; digits inside names are left out."""
    if not any(map(text.__contains__, _DIGITS)):
        return ()
    return tuple(_number(found) for found in _FOUND.finditer(text))


def _number(found: re.Match[str]) -> Number:
    if found["number"] is None:
        return Number(found.start(), found.end(), frozenset(), _day(found))
    values = frozenset(_values(found["number"], (found["scale"] or "").casefold()))
    is_year = found["scale"] is None and found["number"].isdecimal()
    year = int(found["number"]) if is_year and len(found["number"]) == 4 else 0  # noqa: PLR2004
    return Number(found.start(), found.end(), values, Day(year, 0, 0) if year in _YEARS else None)


def _day(found: re.Match[str]) -> Day:
    if found["iso"]:
        parts = [int(each) for each in found["iso"].split("-")]
        return Day(*parts, *[0] * (3 - len(parts)))
    year = found["year"] or found["year2"] or found["year3"] or "0"
    month = found["month"] or found["month2"] or found["month3"]
    return Day(int(year), _MONTHS[month], int(found["day"] or found["day2"] or "0"))


def _values(digits: str, scale: str) -> Iterable[Decimal]:
    """What the digits may mean where a comma or point may group or divide them."""
    power = _SCALES.get(scale, 0)
    if len(scale) == 1:
        # It may stand for metres or bytes as well as for millions or billions.
        yield from _values(digits, "")
    whole = re.sub(r"[^0-9]", "", digits)
    head, mark, tail = _divided(digits)
    try:
        if not mark or mark not in ".," or len(tail) == 3:  # noqa: PLR2004 - thousands
            yield Decimal(whole).scaleb(power).normalize()
        if mark and mark in ".,":
            yield Decimal(f"{head}.{tail}").scaleb(power).normalize()
    except ArithmeticError:
        return


def _divided(digits: str) -> tuple[str, str, str]:
    last = max(digits.rfind(mark) for mark in ".,:'’\u00a0\u202f\u2009")
    if last < 0:
        return digits, "", ""
    return re.sub(r"[^0-9]", "", digits[:last]), digits[last], digits[last + 1 :]


@lru_cache(maxsize=512)
def number_words(text: str) -> frozenset[Decimal]:
    """Numbers up to twelve that ``text`` spells in English words."""
    return frozenset(_WORD_NUMBERS[each.casefold()] for each in _NUMBER_WORD.findall(text))


def day_of(date: PartialDate) -> Day:
    """A partial date as a :class:`Day`, in the calendar it was written in."""
    parts = [int(each) for each in date.plain[:10].split("-")]
    return Day(*parts, *[0] * (3 - len(parts)))


class Known:
    """Numbers and dates that a reader can find: in ``texts``, and as ``dates`` of records."""

    def __init__(self, texts: Iterable[str], dates: Iterable[PartialDate | None] = ()) -> None:
        self._texts = tuple(texts)
        self._dates = tuple(each for each in dates if each is not None)
        self._read: tuple[frozenset[Decimal], frozenset[Day]] | None = None

    def holds(self, number: Number, written: str) -> bool:
        """Whether ``number``, written so, is among them."""
        if any(_has_literally(written, text) for text in self._texts):
            return True
        self._read = self._read or self._values_and_days()
        values, days = self._read
        if number.values & values:
            return True
        day = number.day
        return day is not None and (day in days or (day.month > 0 and _in_any_year(day) in days))

    def _values_and_days(self) -> tuple[frozenset[Decimal], frozenset[Day]]:
        values: set[Decimal] = set()
        days = {part for each in self._dates for part in _parts(day_of(each))}
        for text in self._texts:
            values |= number_words(text)
            for each in numbers(text):
                values |= each.values
                days.update(_parts(each.day) if each.day else ())
        return frozenset(values), frozenset(days)


def _has_literally(written: str, text: str) -> bool:
    at = text.find(written)
    while at >= 0:
        end = at + len(written)
        if _stands_apart(text[max(at - 1, 0) : at], text[end : end + 2]):
            return True
        at = text.find(written, at + 1)
    return False


def _stands_apart(before: str, after: str) -> bool:
    if before.isalnum() or before in _JOINING or after[:1].isalnum():
        return False
    return after[:1] not in _GROUPING or not after[1:].isdigit()


def _parts(day: Day) -> Iterator[Day]:
    """Every less exact way to name the same day.

    A day that was given without its year stands for itself in any year: its year is -1.
    """
    year = day.year or -1
    yield from (Day(each, day.month, 0) for each in (year, 0) if day.month)
    yield from (Day(each, day.month, day.day) for each in (year, 0))
    if day.year:
        yield Day(day.year, 0, 0)


def _in_any_year(day: Day) -> Day:
    return Day(-1, day.month, day.day)
