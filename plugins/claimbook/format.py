"""How values are written out for people, in English."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimbook.dates import MONTH_NAMES, PartialDate


@dataclass(frozen=True, slots=True)
class Moment:
    """A date for a ``time`` element: what people read and what machines read."""

    text: str
    iso: str


def moment(date: PartialDate) -> Moment:
    """A date in both spellings."""
    return Moment(date_text(date), date.plain)


def moment_if_known(date: PartialDate | None) -> Moment | None:
    """A date in both spellings, or None where there is none."""
    return moment(date) if date else None


def date_text(date: PartialDate) -> str:
    """``24 March 2026``, as precise as the date is; doubt is put in words."""
    doubt = _doubt(date)
    return f"{doubt}{bare_date(date)}"


def bare_date(date: PartialDate) -> str:
    """The date without its doubt."""
    at = date.earliest
    if date.precision == "year":
        return str(at.year)
    name = month_name(at.month)
    if date.precision == "month":
        return f"{name} {at.year}"
    text = f"{at.day} {name} {at.year}"
    return f"{text}, {at:%H:%M} UTC" if date.precision == "minute" else text


def month_name(number: int) -> str:
    """``March`` for 3."""
    return MONTH_NAMES[number - 1]


def _doubt(date: PartialDate) -> str:
    words = ("probably " * date.is_uncertain, "about " * date.is_approximate)
    return "".join(words)


def counted(number: int, noun: str) -> str:
    """``1 source``, ``5 sources``, ``12,000 sources``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(words: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    *most, last = [*words] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def numbers_listed(numbers: Sequence[int]) -> str:
    """``3, 5 and 8``."""
    return listed(str(each) for each in numbers)


def sentence(text: str) -> str:
    """``text`` with a full stop unless it ends a sentence already."""
    return f"{text}{stop_after(text)}"


def stop_after(text: str) -> str:
    """The full stop that ``text`` needs to end a sentence; empty where it ends one already."""
    return "" if text.rstrip("”’\"')»").endswith((".", "!", "?", "…")) else "."
