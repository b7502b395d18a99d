"""What a reference is made of, and how its parts are put together to sentences."""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from claimbook.data import Fixed
from claimbook.format import stop_after
from claimbook.wording import Wording


class Role(StrEnum):
    """What a part of a reference is, for its typography."""

    PLAIN = "plain"
    TITLE = "title"
    CONTAINER = "container"


class Part(NamedTuple):
    """A stretch of a reference."""

    role: Role
    text: str
    is_italic: bool = False


class Reference(Fixed):
    """A reference: parts to be set one after the other."""

    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The reference as plain text."""
        return text_of(self.parts)


# Parts that belong together; none where there is nothing to say.
Piece = tuple[Part, ...]

# The most usual ends of a sentence, which need no second look.
_ENDS = (".", ".”", "?”")
_HOLE = "\ufffc"
# Quotation marks within those of a title are of the other kind.
_INNER = {
    "“": (re.compile("“(.+?)”"), r"‘\1’"),
    "‘": (re.compile(r"(?<!\w)‘(.+?)’(?!\w)"), r"“\1”"),
    "„": (re.compile("„(.+?)“"), r"‚\1‘"),
}


def text_of(parts: Iterable[Part]) -> str:
    """Parts as plain text."""
    return "".join(part.text for part in parts)


# The same dates, publishers and commas in reference after reference.
@lru_cache(maxsize=2048)
def plain(text: str) -> Piece:
    """A text as it is."""
    return (Part(Role.PLAIN, text),) if text else ()


def slanted(text: str, role: Role = Role.CONTAINER) -> Piece:
    """A text in italics."""
    return (Part(role, text, is_italic=True),) if text else ()


def titled(title: str) -> Piece:
    """A title as it is."""
    return (Part(Role.TITLE, title),)


def quoted(title: str, say: Wording, mark: str = ".", key: str = "citation.quoted") -> Piece:
    """A title in quotation marks, the mark behind it where the language has it.

    A title that ends a sentence itself takes no other mark.
    """
    end = stop_after(title) and mark
    before, after = _marks(say, key, end)
    inner = _with_inner_marks(title, before)
    if end and after.startswith(end) and inner.endswith("’") and title.endswith("”"):
        # The stop goes into the innermost quotation.
        inner, after = f"{inner[:-1]}{end}’", after.removeprefix(end)
    return (Part(Role.PLAIN, before), Part(Role.TITLE, inner), Part(Role.PLAIN, after))


@lru_cache(maxsize=64)
def _marks(say: Wording, key: str, end: str) -> tuple[str, str]:
    before, _, after = say(key, title=_HOLE, mark=end).partition(_HOLE)
    return before, after


def _with_inner_marks(title: str, opening: str) -> str:
    pair, other = _INNER.get(opening, (None, ""))
    return pair.sub(other, title) if pair else title


def joined(pieces: Iterable[Piece], between: str = ", ") -> Piece:
    """Pieces that say something, with a text between each two."""
    gap, made = Part(Role.PLAIN, between), list[Part]()
    for each in filter(None, pieces):
        if made:
            made.append(gap)
        made += each
    return tuple(made)


def stopped(piece: Piece) -> Piece:
    """A piece as a sentence."""
    if piece and piece[-1].text.endswith(_ENDS):
        return piece
    # The last part may be a quotation mark alone.
    stop = stop_after(text_of(piece[-2:])) if piece else ""
    return (*piece, Part(Role.PLAIN, stop)) if stop else piece


def sentences(pieces: Iterable[Piece]) -> Reference:
    """A reference of pieces that are a sentence each."""
    return Reference(joined(map(stopped, pieces), " "))
