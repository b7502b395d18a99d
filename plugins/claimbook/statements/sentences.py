"""Where sentences begin and end, in some 300 languages: needs the extra ``claimbook[annotate]``."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from claimbook.likeness.senses import ENGLISH, GERMAN

# The library takes quadratic time where nothing but quotation marks stands.
_WINDOW = 8_000
_SPACE = re.compile(r"\s")
_WORD = re.compile(r"[^\W\d_]+")
_IS_INITIAL = re.compile(r"[^\W\d_]\.\s*")
# "der 2. Weltkrieg", "am 5. Mai": a number with a point is an ordinal, not an end.
_ENDS_WITH_ORDINAL = re.compile(
    r"(?:^|\s)(?:der|die|das|dem|den|des|am|im|zum|vom|beim|ins|seit)\s+\d{1,2}\.\s*$",
    re.IGNORECASE,
)
_BEGINS_ANEW = re.compile(
    r"(?:Er|Sie|Es|Ich|Wir|Ihr|Der|Die|Das|Dies\w*|Dann|Danach|Ein\w*|Auch|Und|Aber|Doch)\b"
)
_ENDS = (".", "!", "?", "…")
_AFTER_END = " \n\"'“”’»«›‹)"
# The library takes the month for something shortened.
_MONTH = re.compile(r"\bMay\.")
_ENOUGH, _FEW = 2_000, 20
# In English and German every fourth word is one of these, in Dutch at most every seventh.
_LEAST_SHARE = 0.18
_ENGLISH = ENGLISH | frozenset(
    (
        *("into", "because", "will", "would", "from", "but", "more", "than", "they", "this"),
        *("with", "by", "at", "be", "have", "are", "were", "his", "her", "their", "she", "you"),
    )
)
_GERMAN = GERMAN | frozenset(
    (
        *("ein", "eine", "einen", "einer", "mit", "auf", "für", "sich", "auch", "als", "sie"),
        *("wird", "sind", "war", "aus", "bei", "nach", "ich", "wir", "dass", "haben", "kein"),
    )
)
# The library keeps a quotation in one piece, and with a stray mark all that follows.
_LONG = 200
_OPENING = re.compile(r"(?<!\S)[\"'“”„‘‚«»‹›](?=\S)")
_MARK = re.compile(r"[\"“”„‘‚«»‹›]")


class Sentence(NamedTuple):
    """A sentence by its two places in a text, in code points, without white space around it."""

    start: int
    end: int


class NoSplitterError(Exception):
    """The library that tells sentences apart is not installed."""

    message = "telling sentences apart needs one more package"
    hint = "pip install 'claimbook[annotate]'"


def sentences(text: str, language: str) -> list[Sentence]:
    """The sentences of a text; a blank line ends one in any case.

    ``language`` is a code such as ``en``; an unknown one does for most scripts. Raises
    :class:`NoSplitterError` where the library is missing.
    """
    split = _splitter()
    found: list[Sentence] = []
    start = 0
    while start < len(text):
        end, pieces = _window(split, text, start, language)
        found += _mended(text, start, pieces, language)
        start = end
    return found


def main_language(text: str) -> str:
    """``en`` or ``de``, whose small words are more frequent; empty for another language.

    A text of few words is taken for English where it is not German.
    """
    words = [each[0].lower() for each in _WORD.finditer(text[: _ENOUGH * 10])][:_ENOUGH]
    counts = {
        "en": sum(each in _ENGLISH for each in words),
        "de": sum(each in _GERMAN for each in words),
    }
    best = max(counts, key=counts.__getitem__)
    is_sure = len(words) < _FEW or counts[best] >= _LEAST_SHARE * len(words)
    return best if is_sure else ""


@lru_cache(1)
def _splitter() -> Any:  # noqa: ANN401 - the library brings no types
    try:
        from sentencex import get_sentence_boundaries  # type: ignore[import-untyped] # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise NoSplitterError from error
    return get_sentence_boundaries


def _window(
    split: Any,  # noqa: ANN401
    text: str,
    start: int,
    language: str,
) -> tuple[int, list[tuple[int, int]]]:
    """The pieces of the next stretch that is read by itself, and where it ends.

    It ends at a blank line if it can, else where its last piece begins: that may go on.
    """
    end = _window_end(text, start)
    pieces = [*_pieces(split, text[start:end], language)]
    is_open = end < len(text) and not text.endswith("\n\n", start, end)
    if is_open and len(pieces) > 1:
        end = start + pieces.pop()[0]
    return end, pieces


def _window_end(text: str, start: int) -> int:
    last = min(len(text), start + _WINDOW)
    if last == len(text):
        return last
    blank = text.rfind("\n\n", start, last)
    if blank > start:
        return blank + 2
    found = _SPACE.search(text, last, last + _WINDOW)
    return found.end() if found else last


def _pieces(split: Any, text: str, language: str) -> Iterator[tuple[int, int]]:  # noqa: ANN401
    for start, end in _split(split, text, language):
        if end - start <= _LONG:
            yield start, end
        else:
            inner = _split(split, _without_marks(text[start:end]), language)
            yield from ((start + first, start + last) for first, last in inner)


def _split(split: Any, text: str, language: str) -> list[tuple[int, int]]:  # noqa: ANN401
    told = _MONTH.sub("Day.", text) if language == "en" else text
    return [(each["start_index"], each["end_index"]) for each in split(language, told)]


def _without_marks(text: str) -> str:
    """As long as before, with a letter for a mark that opens, so that it stays with its word."""
    return _MARK.sub(" ", _OPENING.sub("X", text))


def _mended(
    text: str, offset: int, pieces: list[tuple[int, int]], language: str
) -> Iterator[Sentence]:
    """The pieces in their places, where one is no end of a sentence with what follows it."""
    open_from: int | None = None
    for number, (start, end) in enumerate(pieces):
        first = open_from if open_from is not None else offset + start
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        rest = text[offset + after[0] : offset + after[1]] if after else ""
        open_from = first if _goes_on(text[offset + start : offset + end], rest, language) else None
        if open_from is None:
            yield from _trimmed(text, first, offset + end)


def _goes_on(piece: str, rest: str, language: str) -> bool:
    if not rest or "\n\n" in piece[-4:] or not piece.rstrip(_AFTER_END).endswith(_ENDS):
        return False
    if rest[0].islower() or _IS_INITIAL.fullmatch(piece):
        return True
    is_ordinal = language == "de" and _ENDS_WITH_ORDINAL.search(piece[-40:]) is not None
    return is_ordinal and not _BEGINS_ANEW.match(rest)


def _trimmed(text: str, start: int, end: int) -> Iterator[Sentence]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Sentence(start, end)
