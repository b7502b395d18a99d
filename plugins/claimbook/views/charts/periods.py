"""The time that dates span, cut into months, years, decades, centuries or millennia."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimbook.dates import PartialDate, parse_date
from claimbook.wording import Wording

# So many columns can still be told apart on a phone.
MOST = 40
_MONTHS, _YEAR_ALONE = 36, 0.1
_IN_YEAR = 12


@dataclass(frozen=True, slots=True)
class Periods:
    """Equal periods from the first to the last, each of ``years`` years; 0 stands for a month."""

    years: int
    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first + 1

    def place(self, date: PartialDate) -> int | None:
        """The number of the period, from 0; None for a date too vague to have one."""
        if self.years:
            return date.year // self.years - self.first
        return None if date.precision == "year" else _month(date) - self.first

    def text(self, place: int, say: Wording) -> str:
        """A period in words: ``March 2026``, ``1932``, ``1930–1939``."""
        start = self.first + place
        if not self.years:
            year, month = divmod(start, _IN_YEAR)
            return say.date(parse_date(f"{year:04}-{month + 1:02}"))
        start *= self.years
        return str(start) if self.years == 1 else f"{start}–{start + self.years - 1}"

    def counts(self, dates: Iterable[PartialDate]) -> tuple[int, ...]:
        """How many dates fall in each period."""
        found = Counter(map(self.place, dates))
        return tuple(found[place] for place in range(len(self)))


def _month(date: PartialDate) -> int:
    return date.year * _IN_YEAR + date.earliest.month - 1


def periods_of(dates: Sequence[PartialDate]) -> Periods | None:
    """Periods for dates: months where they span less than three years; None without dates."""
    if not dates:
        return None
    return _months(dates) or next(
        each for years in (1, 10, 100, 1000) if len(each := _long(dates, years)) <= MOST
    )


def _months(dates: Sequence[PartialDate]) -> Periods | None:
    months = [_month(each) for each in dates if each.precision != "year"]
    if len(dates) - len(months) > _YEAR_ALONE * len(dates):
        return None
    found = Periods(0, min(months), max(months))
    return found if len(found) <= _MONTHS else None


def _long(dates: Sequence[PartialDate], years: int) -> Periods:
    found = [each.year // years for each in dates]
    return Periods(years, min(found), max(found))
