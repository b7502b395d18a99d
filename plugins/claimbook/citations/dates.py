"""Dates in references, as precise as they are known."""

from functools import lru_cache

from claimbook.citations.work import Day, Work
from claimbook.wording import Wording

_MONTH, _DAY = 2, 3


@lru_cache(maxsize=1024)
def in_words(day: Day, say: Wording, style: str = "plain") -> str:
    """``24 March 2026``, or as another style has it; empty where nothing is known."""
    if len(day) < _MONTH:
        return str(day[0]) if day else ""
    month = say.month(day[1])
    if len(day) == _MONTH:
        return say("citation.plain_month", month=month, year=day[0])
    return say(f"citation.{style}_day", day=day[2], month=month, year=day[0])


def abbreviated(day: Day, say: Wording) -> str:
    """``24 Mar. 2026``."""
    if len(day) < _MONTH:
        return in_words(day, say)
    month = say("citation.short_months").split()[day[1] - 1]
    parts = [month, str(day[0])]
    return (
        say("citation.short_day", day=day[2], rest=" ".join(parts)) if day[2:] else " ".join(parts)
    )


def without_year(day: Day, say: Wording, style: str = "plain") -> str:
    """``24 March``, ``March``; empty where only the year is known."""
    if len(day) < _MONTH:
        return ""
    month = say.month(day[1])
    return say(f"citation.{style}_day_of_year", day=day[2], month=month) if day[2:] else month


def year(work: Work, say: Wording, none: str = "citation.no_date", gap: str = "-") -> str:
    """The year of a work with the letter that tells it from others of that year."""
    if not work.issued:
        return f"{say(none)}{gap * bool(work.letter)}{work.letter}"
    return f"{work.issued[0]}{work.letter}"
