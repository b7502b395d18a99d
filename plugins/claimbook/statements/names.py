"""Names in a text, by how they are written."""

import re
from collections.abc import Iterator

from claimbook.likeness.senses import SMALL

_TOKEN = re.compile(r"[^\W\d_][\w’'&+-]*")
_OPENING = " \t\n\"'“”„‘‚«»‹›([*_#>-–—"
_ENDING = ".!?:…;"
# Capitals that are no names: months and days, the English `I`, what addresses somebody.
_NO_NAMES = frozenset(
    (
        *("I", "I'm", "I’m", "I'd", "I’d", "I'll", "I’ll", "I've", "I’ve", "OK", "TV", "PS"),
        *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
        *("October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday"),
        *("Friday", "Saturday", "Sunday", "Mr", "Mrs", "Ms", "Dr", "Christmas", "Easter"),
        *("Januar", "Februar", "März", "Mai", "Juni", "Juli", "Oktober", "Dezember", "Sie"),
        *("Ihr", "Ihre", "Ihnen", "Prozent", "Millionen", "Milliarden", "Million", "Milliarde"),
        *("Dank", "Vielen", "Guten"),
    )
)
_DETERMINERS = frozenset(
    (
        *("mein", "meine", "dein", "deine", "sein", "seine", "ihr", "ihre", "unser", "unsere"),
        *("kein", "keine", "jeder", "jede", "jedes", "alle", "viele", "manche", "einige"),
        *("nächstes", "nächste", "nächster", "letztes", "letzte", "letzter", "mehr", "nur"),
    )
)
_OF_PLACE = frozenset(("in", "aus", "nach", "bei"))
_NO_PAIRS = SMALL | _DETERMINERS
_NO_PLACES = frozenset(
    ("Angaben", "Kraft", "Zukunft", "Frage", "Ruhe", "Gefahr", "Form", "Bezug", "Sicht")
)


def names_in(text: str, language: str) -> Iterator[tuple[str, bool]]:
    """Words that may be names, and whether the word is one though a sentence begins with it.

    In German, where every noun has a capital, only what is written oddly (``OpenAI``, ``EU``),
    two capitals in a row and what stands behind ``in`` or ``aus`` count.
    """
    is_shouted = text.upper() == text
    before = ""
    end = 0
    for found in _TOKEN.finditer(text):
        word = found[0].removesuffix("’s").removesuffix("'s")
        gap = text[end : found.start()]
        is_first = not before or _begins(text, found.start())
        if not is_shouted and _is_name(word, before, gap, language, is_first=is_first):
            yield word, is_odd(word)
        before, end = found[0], found.end()


def first_word(text: str) -> str:
    """The first word, without what makes it a genitive; empty where there is none."""
    found = _TOKEN.search(text)
    return found[0].removesuffix("’s").removesuffix("'s") if found else ""


def is_odd(word: str) -> bool:
    """Whether a word has capitals behind its first letter."""
    return len(word) > 1 and word[1:] != word[1:].lower()


def _begins(text: str, at: int) -> bool:
    head = text[max(0, at - 8) : at].rstrip(_OPENING)
    return not head or head[-1] in _ENDING


def _is_name(word: str, before: str, gap: str, language: str, *, is_first: bool) -> bool:
    if word in _NO_NAMES or not word[0].isupper():
        return is_odd(word) and word not in _NO_NAMES
    if is_odd(word):
        return True
    if language != "de":
        return not is_first and word.lower() not in SMALL
    is_beside = before[:1].isupper() and gap == " "
    is_pair = is_beside and before not in _NO_NAMES and before.lower() not in _NO_PAIRS
    is_place = gap == " " and before in _OF_PLACE and word not in _NO_PLACES
    return not is_first and (is_pair or is_place)


def known_names(text: str, language: str) -> frozenset[str]:
    """The names of a whole text, by which one is known where a sentence begins with it."""
    blocks = text.split("\n\n")
    return frozenset(word for each in blocks for word, _ in names_in(each, language))
