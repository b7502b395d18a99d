"""What the interface says, in the publication's language: messages, dates, numbers and lists.

Dates, numbers, plural forms and lists follow the Unicode CLDR, as Babel brings it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from string import Formatter

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from markupsafe import Markup

from claimbook.boundaries.markup import escape
from claimbook.dates import PartialDate, parse_date
from claimbook.messages import DEFAULT_LANGUAGE, Message, language_for, messages

# English without a country is nobody's in CLDR but American; "24 March 2026" is read everywhere.
_LOCALES = {"en": "en_001"}


@dataclass(frozen=True, slots=True)
class Moment:
    """A date for a ``time`` element: what people read and what machines read."""

    text: str
    iso: str


@dataclass(frozen=True, eq=False)
class Wording:
    """The interface in one language. Raises :class:`KeyError` for a message that nobody wrote."""

    language: str
    messages: Mapping[str, Message]
    locale: Locale

    def __call__(self, key: str, **values: object) -> str:
        """A message with values put in; plain text."""
        message = self.messages[key]
        if type(message) is not str:
            raise TypeError(f"`{key}` has plural forms: it needs a number")
        return message.format(**values) if values else message

    def beginning(self, start: str) -> dict[str, Message]:
        """The messages whose keys begin so, by the rest of their keys, for scripts to say."""
        keys = sorted(key for key in self.messages if key.startswith(start))
        return {key.removeprefix(start): self.messages[key] for key in keys}

    def html(self, key: str, **values: object) -> Markup:
        """A message as HTML: values are escaped unless they are markup already."""
        pieces = _pieces(self(key))
        text = "".join([f"{text}{escape(values[name]) if name else ''}" for text, name in pieces])
        return Markup(text)  # noqa: S704 - every piece is escaped

    def count(self, key: str, number: int, **values: object) -> str:
        """A message in the plural form for a number, which stands in it as ``{n}``."""
        return _form(self, key, number).format(**values) if values else _counted(self, key, number)

    def number(self, value: float) -> str:
        """``12,000`` in English, ``12.000`` in German."""
        return str(value) if 0 <= value < _SHORT else format_decimal(value, locale=self.locale)

    def percent(self, share: float) -> str:
        """A share between 0 and 1 in whole per cent."""
        return format_percent(share, locale=self.locale)

    def listed(self, words: Iterable[object]) -> str:
        """``a``, ``a and b``, ``a, b and c``."""
        texts = [str(each) for each in words]
        return texts[0] if len(texts) == 1 else format_list(texts, locale=self.locale)

    def date(self, date: PartialDate) -> str:
        """``24 March 2026``, as precise as the date is; doubt is put in words."""
        return _moment(self, date.text).text

    def moment(self, date: PartialDate) -> Moment:
        """A date in both spellings."""
        return _moment(self, date.text)

    def moment_if_known(self, date: PartialDate | None) -> Moment | None:
        """A date in both spellings, or None where there is none."""
        return _moment(self, date.text) if date else None

    def month(self, number: int) -> str:
        """``March`` for 3."""
        return _month(self, number)


# Below this no language puts marks between the digits.
_SHORT = 1000


# What is remembered here is asked for on every page: the same days, numbers and sentences.
@lru_cache(maxsize=512)
def _pieces(message: str) -> tuple[tuple[str, str], ...]:
    """A message as HTML, cut before each value: pairs of text and the value's name, or nothing."""
    return tuple((str(escape(text)), name or "") for text, name, _, _ in Formatter().parse(message))


@lru_cache(maxsize=4096)
def _form(say: Wording, key: str, number: int) -> str:
    """The plural form for a number, which is put in; other values still stand in braces."""
    forms = say.messages[key]
    form = forms if isinstance(forms, str) else forms[say.locale.plural_form(number)]
    return form.replace("{n}", say.number(number))


@lru_cache(maxsize=4096)
def _counted(say: Wording, key: str, number: int) -> str:
    return _form(say, key, number).format()


@lru_cache(maxsize=256)
def _month(say: Wording, number: int) -> str:
    return str(say.locale.months["stand-alone"]["wide"][number])


@lru_cache(maxsize=8192)
def _moment(say: Wording, written: str) -> Moment:
    date = parse_date(written)
    text = _bare_date(say, date)
    if date.is_approximate:
        text = say("date.about", date=text)
    return Moment(say("date.probably", date=text) if date.is_uncertain else text, date.plain)


def _bare_date(say: Wording, date: PartialDate) -> str:
    at = date.earliest
    if date.precision == "year":
        return str(at.year)
    if date.precision == "month":
        return format_skeleton("yMMMM", at, locale=say.locale)
    day = format_date(at, "long", locale=say.locale)
    return say("date.minute", date=day, time=f"{at:%H:%M}") if date.precision == "minute" else day


@cache
def region_of(tag: str) -> str:
    """A language with the country it is most spoken in, ``de_DE`` for ``de``; or empty."""
    try:
        locale = Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return ""
    likely = get_global("likely_subtags").get(locale.language, "").split("_")
    territory = locale.territory or likely[-1]
    return f"{locale.language}_{territory}" if territory else ""


@cache
def wording_of(tag: str) -> Wording:
    """The wording for a publication's language; English where nobody has translated it."""
    language = language_for(tag) or DEFAULT_LANGUAGE
    locale = Locale.parse(_LOCALES.get(language, language), sep="-" if "-" in language else "_")
    return Wording(language, messages(language), locale)
