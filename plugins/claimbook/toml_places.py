"""Where the keys and values of a TOML text stand; the standard library's reader does not say."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimbook.text import FILE_START, Mark

_TABLE = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]\]?\s*(#.*)?$")
_PAIR = re.compile(
    r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*="""
)
_VALUE = re.compile(r"""\s*("(?:\\.|[^"\\])*"|'[^']*'|[^#]*[^#\s]|)""")
_LONG_QUOTES = ('"""', "'''")

Key = tuple[str, ...]


class Place(NamedTuple):
    """Where a key and its value stand."""

    key: Mark
    value: Mark


class Places:
    """The places of all keys of one text, by their full path: ``("publication", "url")``."""

    def __init__(self, text: str) -> None:
        self._found = dict(_places(text))

    def key(self, path: Key) -> Mark:
        """Where the key stands, or the nearest table around it."""
        return self._at(path).key

    def value(self, path: Key) -> Mark:
        """Where the value stands, or the nearest table around it."""
        return self._at(path).value

    def _at(self, path: Key) -> Place:
        for length in range(len(path), 0, -1):
            if path[:length] in self._found:
                return self._found[path[:length]]
        return Place(FILE_START, FILE_START)


def _places(text: str) -> Iterator[tuple[Key, Place]]:
    table: Key = ()
    closing: str | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if closing is not None:
            closing = None if closing in line else closing
            continue
        head = _TABLE.match(line)
        if head is not None:
            table = _parts(head[1])
            mark = Mark(number, head.start(1) + 1, number, head.end(1) + 1)
            yield table, Place(mark, mark)
            continue
        pair = _PAIR.match(line)
        if pair is not None:
            yield (*table, *_parts(pair[1])), _pair_place(number, line, pair)
        closing = _left_open(line)


def _pair_place(number: int, line: str, pair: re.Match[str]) -> Place:
    value = _VALUE.match(line, pair.end())
    start, end = value.span(1) if value else (pair.end(), pair.end())
    return Place(
        Mark(number, pair.start(1) + 1, number, pair.end(1) + 1),
        Mark(number, start + 1, number, end + 1),
    )


def _parts(dotted: str) -> Key:
    return tuple(each.strip("\"' ") for each in re.findall(r"\"[^\"]*\"|'[^']*'|[^.\s]+", dotted))


def _left_open(line: str) -> str | None:
    for quotes in _LONG_QUOTES:
        if line.count(quotes) % 2:
            return quotes
    return None
