"""Two texts compared word by word."""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
# Longer texts with nothing in common would keep a reader waiting, and show nothing to him.
_MOST_WORDS = 600
_MOST_BLOCKS = 60


class Piece(NamedTuple):
    """A stretch of text that is ``=`` in both, only in the old (``-``) or the new (``+``)."""

    sign: str
    text: str


def compared(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both texts in order; the whole texts where too little is the same.

    The old text is made of the pieces with ``=`` and ``-``, the new one of those with ``=`` and
    ``+``.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    inner = old[head : len(old) - tail], new[head : len(new) - tail]
    found = (
        Piece("=", "".join(old[:head])),
        *_inner(*inner),
        Piece("=", "".join(old[len(old) - tail :])),
    )
    return tuple(each for each in found if each.text)


def _common(old: list[str], new: list[str]) -> int:
    """How many words at the beginning are the same."""
    pairs = zip(old, new, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), _shorter(old, new))


def _shorter(old: list[str], new: list[str]) -> int:
    return min(len(old), len(new))


def _inner(old: list[str], new: list[str]) -> list[Piece]:
    whole = [Piece("-", "".join(old)), Piece("+", "".join(new))]
    if max(len(old), len(new)) > _MOST_WORDS:
        return whole
    matcher = SequenceMatcher(None, old, new)
    blocks = matcher.get_opcodes()
    if len(blocks) > _MOST_BLOCKS:
        return whole
    return [piece for block in blocks for piece in _pieces(block, old, new)]


def _pieces(block: tuple[str, int, int, int, int], old: list[str], new: list[str]) -> list[Piece]:
    what, *places = block
    was, now = "".join(old[places[0] : places[1]]), "".join(new[places[2] : places[3]])
    return [Piece("=", was)] if what == "equal" else [Piece("-", was), Piece("+", now)]
