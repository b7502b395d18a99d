"""Source texts and places in them: the ground every diagnostic stands on."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple, Self

from claimbook.data import digest

# The most that is read of a text under check, or of a saved text.
TEXT_BYTES = 1_048_576
# How many folders below `claims/` may lie in one another.
FOLDER_LEVELS = 20
TEXT_SUFFIXES = (".txt", ".md", ".vtt", ".srt")


class Mark(NamedTuple):
    """A stretch of a file: 1-based lines and columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Span(NamedTuple):
    """A :class:`Mark` with the file it lies in; ``path`` is relative and uses ``/``."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def of(cls, path: str, mark: Mark) -> Self:
        """Place ``mark`` in the file at ``path``."""
        return cls(path, *mark)

    @property
    def mark(self) -> Mark:
        """The span without its path."""
        return Mark(self.line, self.column, self.end_line, self.end_column)

    @property
    def place(self) -> str:
        """Where it begins, as editors and terminals make a link of it: ``path:line:column``."""
        return f"{self.path}:{self.line}:{self.column}"


FILE_START = Mark(1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it was read: where it stands and its bytes, nothing decided yet."""

    path: str
    data: bytes

    @property
    def digest(self) -> bytes:
        """A digest of the bytes."""
        return digest(self.data)

    def whole(self) -> "SourceFile":
        """The file with its bytes at hand."""
        return self

    @property
    def text(self) -> str:
        """The content as spans count it; undecodable bytes become U+FFFD."""
        return plain_lines(self.data.decode("utf-8", errors="replace"))


def plain_lines(text: str) -> str:
    """``text`` with LF line ends and without a byte order mark: the text that marks lie in."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def mark_at(text: str, start: int, end: int) -> Mark:
    """Turn two offsets of ``text`` (code points, ``end`` exclusive) into lines and columns.

    Lines end at LF, as in YAML files after normalisation and in every editor.
    """
    return Mark(*_position(text, start), *_position(text, end))


def _position(text: str, offset: int) -> tuple[int, int]:
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def offsets_of(text: str, mark: Mark) -> tuple[int, int]:
    """Turn a mark back into two offsets of ``text``, both within its length."""
    starts = _line_starts(text)
    return (
        _offset(text, starts, mark.line, mark.column),
        _offset(text, starts, mark.end_line, mark.end_column),
    )


# Remembered, here and below: a hostile file has thousands of places to be reported.
@lru_cache(maxsize=8)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(found.end() for found in re.finditer("\n", text)))


def _offset(text: str, starts: tuple[int, ...], line: int, column: int) -> int:
    if line > len(starts):
        return len(text)
    return min(starts[line - 1] + column - 1, len(text))


Letter = tuple[str, int, int]


def inner_mark(text: str, outer: Mark, value: str, start: int, end: int) -> Mark:
    """Find where ``value[start:end]`` stands in the file, ``value`` being read at ``outer``.

    A YAML scalar and its value differ by indentation, folding, quotes and escapes, but not in
    what is not white space: that is counted in both. ``outer`` where it differs all the same.
    """
    first, letters = _letters_at(text, outer, value)
    if not letters:
        return outer
    counts = _counts(value)
    before, until = counts[min(start, len(value))], counts[min(end, len(value))]
    if before == until:
        place = first + letters[min(before, len(letters) - 1)][1]
        return mark_at(text, place, place)
    return mark_at(text, first + letters[before][1], first + letters[until - 1][2])


@lru_cache(maxsize=8)
def _letters_at(text: str, outer: Mark, value: str) -> tuple[int, tuple[Letter, ...]]:
    """Where the scalar begins, and its letters; none where they are not those of ``value``."""
    first, last = offsets_of(text, outer)
    letters = tuple(_letters(text[first:last]))
    is_same = "".join(char for char, _, _ in letters) == "".join(value.split())
    return first, letters if is_same else ()


@lru_cache(maxsize=8)
def _counts(value: str) -> tuple[int, ...]:
    """How many letters stand before each offset of ``value``, and before its end."""
    return (0, *accumulate(not char.isspace() for char in value))


_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_BLANK_ESCAPES = frozenset("0abtnvfreNLP_ \t\n")


def _letters(raw: str) -> Iterator[Letter]:
    """What is not white space in a scalar as it is written, each with its two offsets."""
    if raw[:1] == '"':
        yield from _escaped_letters(raw)
        return
    at, stop = _body(raw)
    while at < stop:
        width = 2 if raw[:1] == "'" and raw[at : at + 2] == "''" else 1
        if not raw[at].isspace():
            yield raw[at], at, at + width
        at += width


def _escaped_letters(raw: str) -> Iterator[Letter]:
    at = 1
    while at < len(raw) - 1:
        found = _ESCAPE.match(raw, at)
        char = _meaning(found) if found else raw[at]
        stop = found.end() if found else at + 1
        if char.strip():
            yield char, at, stop
        at = stop


def _meaning(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    if code:
        return chr(min(int(code, 16), sys.maxunicode))
    return "" if escape[4] in _BLANK_ESCAPES else escape[4]


def _body(raw: str) -> tuple[int, int]:
    """Where the text of a scalar begins and ends within its quotes or below its header."""
    if raw[:1] in {"|", ">"}:
        return raw.find("\n") + 1 or len(raw), len(raw)
    return (1, len(raw) - 1) if raw[:1] == "'" else (0, len(raw))
