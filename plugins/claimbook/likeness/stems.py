"""Words without their endings, lightly: English, German, and the first letters of all others."""

import unicodedata
from functools import lru_cache

from claimbook.likeness.senses import ENGLISH, GERMAN, SENSES

_SHORTEST = 3
_LETTERS = 6
_ENGLISH = (
    *("ations", "ation", "ments", "ment", "ingly", "edly", "ings", "ing", "ions", "ion"),
    *("ers", "ies", "ied", "ed", "es", "er", "ly", "al", "s", "e", "y"),
)
_GERMAN = (
    *("ungen", "ung", "isch", "ende", "eten", "test", "ern", "em", "en", "er", "es", "te", "et"),
    *("st", "e", "n", "s", "t"),
)
# As many different words as a newsroom uses.
_REMEMBERED = 100_000


def tongue_of(words: list[str]) -> str:
    """``en``, ``de``, or nothing: which language these words are most likely of."""
    english = sum(each in ENGLISH for each in words)
    german = sum(each in GERMAN for each in words)
    if not english and not german:
        return "" if len(words) > 6 else "en"  # noqa: PLR2004 - a short text is mostly names
    return "de" if german > english else "en"


@lru_cache(_REMEMBERED)
def stem_of(word: str, tongue: str) -> tuple[str, int]:
    """What stands for a word among others, and on which side of an opposition it is (or 0)."""
    if word in SENSES:
        return SENSES[word]
    plain = _plain(word)
    stem = _STEMMED.get(tongue, _first)(plain)
    return SENSES_BY_STEM.get(stem, (stem, 0)) if tongue else (stem, 0)


def _plain(word: str) -> str:
    """Without accents: ``ä`` is ``a``."""
    apart = unicodedata.normalize("NFD", word)
    return "".join(each for each in apart if not unicodedata.combining(each))


def _first(word: str) -> str:
    return word[:_LETTERS]


def _cut(word: str, endings: tuple[str, ...]) -> str:
    for each in endings:
        if word.endswith(each) and len(word) - len(each) >= _SHORTEST:
            return word[: -len(each)]
    return word


def _english(word: str) -> str:
    stem = _cut(word.removesuffix("'s"), _ENGLISH)
    is_doubled = len(stem) > _SHORTEST and stem[-1] == stem[-2] and stem[-1] not in "ls"
    return _cut(stem[:-1] if is_doubled else stem, ("at", "e", "i", "y"))


def _german(word: str) -> str:
    is_past = word.startswith("ge") and len(word) > 6 and word[-1] in "tn"  # noqa: PLR2004
    stem = _cut(word[2:] if is_past else word, _GERMAN)
    return _cut(stem, ("er", "en", "e"))


ENDINGS = {"en": _ENGLISH, "de": _GERMAN}
_STEMMED = {"en": _english, "de": _german}
# `closing` and `closures` mean what `close` means.
SENSES_BY_STEM = {
    _STEMMED[tongue](_plain(word)): sense
    for word, sense in SENSES.items()
    for tongue in ("de", "en")
}
