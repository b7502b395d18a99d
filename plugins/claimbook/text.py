"""Source texts and places in them: the ground every diagnostic stands on."""

from dataclasses import dataclass
from typing import NamedTuple, Self


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


FILE_START = Mark(1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it was read: where it stands and its bytes, nothing decided yet."""

    path: str
    data: bytes

    @property
    def text(self) -> str:
        """The content for showing to people; undecodable bytes become U+FFFD."""
        return self.data.decode("utf-8", errors="replace").removeprefix("\ufeff")


def mark_at(text: str, start: int, end: int) -> Mark:
    """Turn two offsets of ``text`` (code points, ``end`` exclusive) into lines and columns.

    Lines end at LF, as in YAML files after normalisation and in every editor.
    """
    return Mark(*_position(text, start), *_position(text, end))


def _position(text: str, offset: int) -> tuple[int, int]:
    before = text.count("\n", 0, offset)
    return before + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def offsets_of(text: str, mark: Mark) -> tuple[int, int]:
    """Turn a mark back into two offsets of ``text``, both within its length."""
    starts = _line_starts(text)
    return (
        _offset(text, starts, mark.line, mark.column),
        _offset(text, starts, mark.end_line, mark.end_column),
    )


def _line_starts(text: str) -> list[int]:
    starts = [0]
    position = text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return starts


def _offset(text: str, starts: list[int], line: int, column: int) -> int:
    if line > len(starts):
        return len(text)
    return min(starts[line - 1] + column - 1, len(text))


def inner_mark(text: str, outer: Mark, value: str, start: int, end: int) -> Mark:
    """Find where ``value[start:end]`` stands in the file, ``value`` being read at ``outer``.

    A YAML scalar and its value differ by indentation, folding, quotes and escapes; walking both
    in step over what is not white space finds the place in every style but inside escapes, where
    the nearest earlier character is given.
    """
    first, last = offsets_of(text, outer)
    raw = text[first:last]
    places = _aligned(raw, value, end)
    if start >= len(places):
        return outer
    begin = first + places[start]
    stop = first + places[min(end, len(places)) - 1] + 1 if end > start else begin
    return mark_at(text, begin, max(begin, stop))


def _aligned(raw: str, value: str, end: int) -> list[int]:
    places: list[int] = []
    at = _body_start(raw)
    for char in value[:end]:
        if char.isspace():
            places.append(min(at, max(len(raw) - 1, 0)))
            continue
        found = raw.find(char, at)
        if found < 0:
            places.append(min(at, max(len(raw) - 1, 0)))
            continue
        places.append(found)
        at = found + 1
    return places


def _body_start(raw: str) -> int:
    """Skip the header of a block scalar (``|``, ``>-`` …) or an opening quote."""
    if raw[:1] in {"|", ">"}:
        return raw.find("\n") + 1
    return 1 if raw[:1] in {"'", '"'} else 0
