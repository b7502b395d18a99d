"""The signs by which a sentence is judged: one table, with what each of them weighs."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claimbook.diagnostics import shortened
from claimbook.likeness.quantities import Quantity, read_quantities
from claimbook.statements.names import first_word, names_in
from claimbook.statements.words import NO_PAST, WORDS

_SHOWN, _MOST_SHOWN = 3, 40


class Feature(NamedTuple):
    """A kind of sign: what it weighs towards checking, and how it is told."""

    weight: float
    label: str


# Tuned with the first part of `tests/likeness/sentences.txt`, and measured with the second.
FEATURES = {
    "money": Feature(2.0, "a sum of money"),
    "percent": Feature(2.0, "a share in percent"),
    "number": Feature(1.5, "a number"),
    "date": Feature(1.5, "a day or year"),
    "period": Feature(0.8, "a time is named"),
    "quotation": Feature(1.5, "somebody is quoted"),
    "attribution": Feature(1.5, "it says who said so"),
    "name": Feature(1.0, "a name"),
    "names": Feature(0.5, "several names"),
    "comparison": Feature(1.0, "a comparison"),
    "cause": Feature(1.0, "a cause or effect"),
    "absolute": Feature(0.8, "all, none or only"),
    "media": Feature(1.0, "a picture or recording"),
    "event": Feature(1.0, "something happened"),
    "state": Feature(0.5, "something is so"),
    "question": Feature(-4.0, "a question"),
    "opinion": Feature(-3.0, "an opinion or demand"),
    "feeling": Feature(-3.0, "a feeling or courtesy"),
    "forecast": Feature(-2.5, "a forecast or promise"),
    "command": Feature(-4.0, "a request"),
    "vague": Feature(-1.0, "vague words"),
    "condition": Feature(-2.0, "a condition"),
    "first person": Feature(-1.0, "we or our"),
    "myself": Feature(-2.0, "the speaker about themselves"),
    "fragment": Feature(-2.0, "very short"),
    "heading": Feature(-0.5, "a heading"),
    "endless": Feature(-9.0, "too long to be a sentence"),
}
WORTH_FROM = 1.0
# What somebody is reported to have said can be checked, whatever it is.
_SOFTENED = frozenset(
    {"opinion", "feeling", "forecast", "vague", "condition", "question", "first person", "myself"}
)
_SOFTER = 0.2
_FEWEST_WORDS, _FEWEST_SIGNS = 3, 8
_CLOSING = " \t\n\"'“”’»«›‹)"
_QUOTED = re.compile(r"[“„«»\"]([^“”„«»\"]+)[“”«»\"]|(?<!\S)[“„](\S+)|(\S+)”")
_WE = re.compile(r"\b(?:[Ww]e|[Oo]urs?|[Ww]ir|[Uu]nser\w{0,2})\b")
_I = re.compile(r"\bI\b|\b(?:[Mm]y|[Mm]ine|[Ii]ch|[Mm]eine?\w?)\b")
_TOKEN = re.compile(r"[^\W\d_]+")
_DENSE = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_PARTICIPLE = r"(?:[a-zäöüß]*ge[a-zäöüß]{2,20}(?:t|en)|[a-zäöüß]{2,20}iert)"
_PAST = {
    "en": re.compile(r"\b[a-z]{2,}ed\b"),
    "de": re.compile(rf"(?<!\w)(?:[a-zäöüß]{{2,}}(?<!s)(?:te|ten)|{_PARTICIPLE})\b"),
}
# "wird gesperrt" is no forecast, "wird sperren" is one.
_ENDS_AS_DONE = re.compile(rf"\b{_PARTICIPLE}\W*\Z")
_AT_BEGINNING = frozenset({"command"})
_UNIT_FEATURES = {"day": "date", "%": "percent", "pp": "percent", "": "number"}


class Sign(NamedTuple):
    """A feature found in a sentence: what it adds to the sum, and the words that show it."""

    feature: str
    weight: float
    words: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The sign as an editor reads it."""
        told = ", ".join(f"“{each}”" for each in self.words)
        label = FEATURES[self.feature].label
        return f"{label} ({told})" if told else label


TOO_LONG = (Sign("endless", FEATURES["endless"].weight),)


class Context(NamedTuple):
    """What is known from the text around a sentence."""

    language: str
    names: frozenset[str] = frozenset()
    is_heading: bool = False


def signs_in(text: str, context: Context) -> tuple[Sign, ...]:
    """The signs of a sentence in the order of the table."""
    found = {name: words for name, words in _found(text, context) if words is not None}
    if "date" in found:
        found.pop("period", None)
    if context.language == "de" and _ENDS_AS_DONE.search(text):
        found.pop("forecast", None)
    is_said = "attribution" in found
    return tuple(
        Sign(name, _weight(name, is_said=is_said), found[name][:_SHOWN])
        for name in FEATURES
        if name in found
    )


def _weight(name: str, *, is_said: bool) -> float:
    weight = FEATURES[name].weight
    return round(weight * _SOFTER, 2) if is_said and name in _SOFTENED else weight


Found = tuple[str, tuple[str, ...] | None]


def _found(text: str, context: Context) -> Iterator[Found]:
    lower = text.lower()
    for name, pattern in patterns(context.language).items():
        yield name, _words(pattern, lower) or None
    yield from _amounts(text)
    yield "quotation", _quoted(text)
    yield from _named(text, context)
    yield "event", _past(text, context.language) or None
    yield "question", () if text.rstrip(_CLOSING).endswith(("?", "؟", "？")) else None
    yield "fragment", () if _is_fragment(text) else None
    yield "heading", () if context.is_heading else None
    yield "first person", _words(_WE, text) or None
    yield "myself", _words(_I, text) or None


def _words(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each[each.lastgroup or 0] for each in pattern.finditer(text)))


@lru_cache(8)
def patterns(language: str) -> dict[str, re.Pattern[str]]:
    """For each feature that is known by words a pattern of them; none for other languages."""
    return {
        name: _pattern(phrases, r"\A\W*" if name in _AT_BEGINNING else r"\b")
        for name, phrases in WORDS.get(language, {}).items()
    }


def _pattern(phrases: tuple[str, ...], before: str) -> re.Pattern[str]:
    told = sorted(phrases, key=len, reverse=True)
    either = "|".join(re.escape(each).replace(r"\*", r"\w*") for each in told)
    return re.compile(rf"{before}(?P<word>{either})\b")


def _amounts(text: str) -> Iterator[Found]:
    quantities, _ = read_quantities(text.casefold())
    for name in ("money", "percent", "date", "number"):
        shown = [each.written for each in quantities if _feature_of(each) == name]
        yield name, tuple(dict.fromkeys(shown)) or None


def _feature_of(quantity: Quantity) -> str:
    return _UNIT_FEATURES.get(quantity.unit, "money")


def _quoted(text: str) -> tuple[str, ...] | None:
    found = [each[1] or each[2] or each[3] for each in _QUOTED.finditer(text)]
    return tuple(shortened(each, _MOST_SHOWN) for each in found) or None


def _named(text: str, context: Context) -> Iterator[Found]:
    found = [*dict.fromkeys(word for word, _ in names_in(text, context.language))]
    first = first_word(text)
    if first in context.names and first not in found:
        found.insert(0, first)
    yield "name", tuple(found) or None
    yield "names", () if len(found) > 1 else None


def _past(text: str, language: str) -> tuple[str, ...]:
    by_ending = _words(_PAST[language], text) if language in _PAST else ()
    known = _words(patterns(language)["event"], text.lower()) if language in WORDS else ()
    return (*known, *(each for each in by_ending if each not in NO_PAST and each not in known))


def _is_fragment(text: str) -> bool:
    if _DENSE.search(text):
        return len(text) < _FEWEST_SIGNS
    return len(_TOKEN.findall(text)) < _FEWEST_WORDS
