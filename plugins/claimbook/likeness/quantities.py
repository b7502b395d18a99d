"""Numbers and days in a text, so that ``$1bn`` is ``1 billion dollars`` and not ``$2bn``."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

_MONTHS = (
    *("january januar janvier enero", "february februar février febrero"),
    *("march märz mars marzo", "april avril abril", "may mai mayo", "june juni juin junio"),
    *("july juli juillet julio", "august août agosto", "september septembre septiembre"),
    *("october oktober octobre octubre", "november novembre noviembre"),
    "december dezember décembre diciembre",
)
MONTH_OF = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()} | {
    "jänner": 1,
    "feber": 2,
}
_MONTH = rf"(?P<month>{'|'.join(MONTH_OF)})"
_YEAR = r"(?P<year>1[5-9]\d\d|2[01]\d\d)"
_DAY = r"(?P<day>[0-3]?\d)"
DATES = tuple(
    re.compile(each)
    for each in (
        rf"\b{_YEAR}-(?P<number>[01]\d)-{_DAY}\b",
        rf"\b{_DAY}\.\s?(?P<number>[01]?\d)\.\s?{_YEAR}\b",
        rf"\b{_DAY}(?:\.|st|nd|rd|th)?\s+(?:de |of )?{_MONTH}(?:,?\s+(?:de )?{_YEAR})?\b",
        rf"\b{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?\b(?:,?\s+{_YEAR}\b)?",
        rf"\b{_MONTH},?\s+(?:de |of )?{_YEAR}\b",
        rf"{_YEAR}年(?:(?P<number>\d\d?)月)?(?:{_DAY}日)?",
    )
)
UNITS = {
    **dict.fromkeys(("us$", "$", "dollar", "dollars", "usd", "us-dollar", "us-dollars"), "USD"),
    **dict.fromkeys(("€", "euro", "euros", "eur", "d'euros"), "EUR"),
    **dict.fromkeys(("£", "pound", "pounds", "gbp", "pfund"), "GBP"),
    **dict.fromkeys(("¥", "yen", "円", "jpy"), "JPY"),
    **dict.fromkeys(("percentage point", "percentage points"), "pp"),
    **dict.fromkeys(("prozentpunkt", "prozentpunkte", "prozentpunkten"), "pp"),
    **dict.fromkeys(("%", "percent", "per cent", "prozent", "pour cent", "pct"), "%"),
}
SCALES = {
    **dict.fromkeys(("thousand", "k", "tausend", "tsd", "mille"), 3),
    **dict.fromkeys(("million", "millions", "millionen", "mio", "mn", "m", "millones"), 6),
    **dict.fromkeys(("billion", "billions", "bn", "b", "milliarde", "milliarden", "mrd"), 9),
    **dict.fromkeys(("milliard", "milliards", "mds"), 9),
    **dict.fromkeys(("trillion", "trillions", "tn", "billionen"), 12),
    "万": 4,
    "億": 8,
    "亿": 8,
    "兆": 12,
}
WORDS = {
    word: number
    for number, words in (
        (2, "two zwei deux second zweite zweiten zweiter zweites"),
        (3, "three drei trois third dritte dritten dritter"),
        (4, "four vier quatre fourth"),
        (5, "five fünf cinq fifth"),
        (6, "six sechs"),
        (7, "seven sieben"),
        (8, "eight acht"),
        (9, "nine neun neuf"),
        (10, "ten zehn dix"),
        (11, "eleven elf onze"),
        (12, "twelve zwölf douze"),
        (13, "thirteen dreizehn"),
        (14, "fourteen vierzehn"),
        (15, "fifteen fünfzehn"),
        (16, "sixteen sechzehn"),
        (17, "seventeen siebzehn"),
        (18, "eighteen achtzehn"),
        (19, "nineteen neunzehn"),
        (20, "twenty zwanzig vingt"),
        (30, "thirty dreissig"),
        (40, "forty vierzig"),
        (50, "fifty fünfzig"),
        (60, "sixty sechzig"),
        (70, "seventy siebzig"),
        (80, "eighty achtzig"),
        (90, "ninety neunzig"),
        (100, "hundred hundert cent"),
    )
    for word in words.split()
}
# "twenty-five", "fünfundzwanzig".
_ONES = r"one|two|three|four|five|six|seven|eight|nine"
_EINER = r"ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun"
_ONE = ("a", "an", "one", "ein", "eine", "einer", "einen", "un", "une")


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_SCALE = rf"(?:(?:{_either(each for each in SCALES if each.isascii())})\b\.?|[万億亿兆])"
_UNIT = rf"(?:{_either(UNITS)})(?![^\W\d_])"
_FIGURES = r"\d{1,3}(?:[.,'’ ]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
NUMBER = re.compile(
    rf"(?P<before>us\$|[$€£¥])?\s?(?:(?P<figures>{_FIGURES})|\b(?:(?P<einer>{_EINER})und)?"
    rf"(?P<word>{_either(WORDS)})(?:(?<=ty)-(?P<ones>{_ONES}))?\b"
    rf"|\b(?P<one>{_either(_ONE)})\b(?=[\s-]{_SCALE}))"
    rf"(?:[\s-]?(?P<scale>{_SCALE}))?(?:[\s-]?(?:de |us-)?(?P<unit>{_UNIT}))?"
)
IS_YEAR = re.compile(_YEAR)
SIGN, LETTERS = re.compile(r"[\d万億亿兆]"), re.compile(r"[^\W\d_]+")
_COMPOUNDS = (f"{one}und{ten}" for one in _EINER.split("|") for ten in WORDS if ten.endswith("ig"))
TELLING = frozenset((*WORDS, *SCALES, *_COMPOUNDS))
_PARTS = ("word", "one", "ones", "einer")


class Quantity(NamedTuple):
    """A number with its unit, or a day with the unit ``day``: ``2025-09-30``, ``2025``, ``-09-30``.

    Where no unit is said it is empty.
    """

    value: str
    unit: str

    @property
    def written(self) -> str:
        """As somebody reads it: ``1,500.5 USD``; a day as it is."""
        if self.unit == "day":
            return self.value
        whole, dot, rest = self.value.partition(".")
        return f"{int(whole):,}{dot}{rest} {self.unit}".rstrip()

    def fits(self, other: "Quantity") -> bool:
        """Whether both may mean the same: 2025 and September 2025 may."""
        if "day" in {self.unit, other.unit}:
            return self.unit == other.unit and _fit(self.value, other.value)
        are_units = self.unit == other.unit or not (self.unit and other.unit)
        return self.value == other.value and are_units


def read_quantities(text: str) -> tuple[tuple[Quantity, ...], str]:
    """The numbers and days of a casefolded text, and what is left of it without them."""
    # Most texts have none, and the patterns take several times as long to find that out.
    if not SIGN.search(text) and TELLING.isdisjoint(LETTERS.findall(text)):
        return (), text
    found: list[Quantity] = []

    def take_date(match: re.Match[str]) -> str:
        found.append(_day(match.groupdict()))
        return " "

    def take_number(match: re.Match[str]) -> str:
        found.append(_number(match))
        return " "

    for each in DATES:
        text = each.sub(take_date, text)
    text = NUMBER.sub(take_number, text)
    return tuple(dict.fromkeys(found)), text


def _day(parts: dict[str, str | None]) -> Quantity:
    month = parts.get("month")
    number = MONTH_OF[month] if month else int(parts.get("number") or 0)
    day = int(parts.get("day") or 0)
    told = [parts.get("year") or "", f"{number:02}" if number else "", f"{day:02}" if day else ""]
    return Quantity("-".join(told).rstrip("-"), "day")


def _number(match: re.Match[str]) -> Quantity:
    figures, scale = match["figures"], (match["scale"] or "").rstrip(".")
    unit = UNITS.get(match["before"] or match["unit"] or "", "")
    if figures and not scale and not unit and IS_YEAR.fullmatch(figures):
        return Quantity(figures, "day")
    amount = _amount(figures) if figures else _told(match)
    value = (amount.scaleb(SCALES.get(scale, 0))).normalize()
    return Quantity(f"{value:f}", unit)


def _told(match: re.Match[str]) -> Decimal:
    """A number in words: each is worth what it says, and "a" is one."""
    return Decimal(sum(WORDS.get(match[part], 1) for part in _PARTS if match[part]))


def _amount(figures: str) -> Decimal:
    """A number as English and German write it: 1,000.5 and 1.000,5."""
    plain = re.sub(r"['’ ]", "", figures)
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", plain) and not plain.startswith("0"):
        return Decimal(re.sub(r"[.,]", "", plain))
    head, mark, tail = re.fullmatch(r"(.*?)(?:([.,])(\d+))?", plain).groups()  # type: ignore[union-attr]
    return Decimal(re.sub(r"[.,]", "", head) + (f".{tail}" if mark else ""))


def _fit(one: str, other: str) -> bool:
    parts = zip(one.split("-"), other.split("-"), strict=False)
    return all(a == b or not a or not b for a, b in parts)


def unmatched(
    ours: Iterable[Quantity], theirs: Iterable[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """What each side has and the other has not."""
    one, other = list(ours), list(theirs)
    return [*_without(one, other)], [*_without(other, one)]


def _without(these: list[Quantity], those: list[Quantity]) -> Iterator[Quantity]:
    return (each for each in these if not any(each.fits(other) for other in those))
