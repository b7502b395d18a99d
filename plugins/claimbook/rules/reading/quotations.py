"""Quotations in running text, and whether their words stand in another text."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

LEAST_WORDS = 3
_QUOTATION = re.compile(
    r"“(?P<a>[^“”]*)”"
    r"|„(?P<b>[^„“”]*)[“”]"
    r"|«(?P<c>[^«»]*)»"
    r"|»(?P<d>[^«»]*)«"
    r'|(?<![\w"])"(?P<e>[^\s"][^"]*)"(?!\w)'
)
_OPENING = '"“„«»'
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_GAP = re.compile(r"\[[^\[\]]{0,200}\]|\((?:…|\.\.\.)\)|…|\.{3,}")
_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ′`´", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\u200a\u2002\u2003", " "),
        "…": "...",
        "\u00ad": None,
    }
)
_EDGES = " \t\n.,;:!?'\"-"


class Quotation(NamedTuple):
    """The words between a pair of quotation marks, and where they stand."""

    text: str
    start: int
    end: int


def may_quote(markdown: str) -> bool:
    """Whether what is shown of Markdown can hold quotations, a mark being perhaps an entity."""
    return any(each in markdown for each in _OPENING) or "&" in markdown


@lru_cache(maxsize=256)
def quotations(text: str) -> tuple[Quotation, ...]:
    """Quotations of at least three words in ``text``; shorter ones are names and terms."""
    return tuple(_quotations(text)) if any(map(text.__contains__, _OPENING)) else ()


def _quotations(text: str) -> Iterator[Quotation]:
    for found in _QUOTATION.finditer(text):
        group = found.lastgroup or "a"
        if count_words(found[group], LEAST_WORDS) >= LEAST_WORDS:
            yield Quotation(found[group], found.start(group), found.end(group))


def count_words(text: str, most: int = 1_000_000) -> int:
    """The number of words in ``text``; counting ends at ``most``."""
    count = 0
    for count, _ in enumerate(_WORD.finditer(text), 1):
        if count >= most:
            break
    return count


@lru_cache(maxsize=512)
def even(text: str) -> str:
    """``text`` with one kind of quotation marks, dashes and spaces, as typed on a keyboard."""
    return " ".join(typed(text).split())


def typed(text: str) -> str:
    """``text`` with the characters of a keyboard, its white space as it is."""
    return text.replace("`", "'") if text.isascii() else text.translate(_TYPOGRAPHY)


@lru_cache(maxsize=512)
def plain(text: str) -> str:
    """``text`` made even and in lower case, for telling words apart and nothing else."""
    return even(text).casefold()


def stands_in(quotation: str, texts: Iterable[str]) -> bool:
    """Whether the words of ``quotation`` stand in one of ``texts``, in their order.

    Typography, case, and punctuation at the ends do not count. ``[…]`` and brackets stand for
    anything that was left out or put in.
    """
    pieces = _pieces(quotation)
    return any(_in_order(pieces, plain(text)) for text in texts)


def _pieces(quotation: str) -> tuple[str, ...]:
    parts = (plain(part).strip(_EDGES) for part in _GAP.split(quotation))
    return tuple(part for part in parts if part)


def _in_order(pieces: tuple[str, ...], text: str) -> bool:
    at = 0
    for piece in pieces:
        at = _find_words(text, piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


def _find_words(text: str, piece: str, at: int) -> int:
    """Where ``piece`` stands as whole words, or -1."""
    found = text.find(piece, at)
    while found >= 0:
        end = found + len(piece)
        begins = found == 0 or not (text[found - 1].isalnum() and piece[0].isalnum())
        ends = end == len(text) or not (text[end].isalnum() and piece[-1].isalnum())
        if begins and ends:
            return found
        found = text.find(piece, found + 1)
    return -1
