"""How much a whole file may hold: for every limit, a file at it and one a step beyond."""

from collections.abc import Iterator
from typing import NamedTuple

from claimbook.diagnostics import Diagnostic
from claimbook.prose import read_prose
from claimbook.prose_events import MOST_CELLS, MOST_LEVELS, Problem
from claimbook.text import SourceFile
from claimbook.yaml_events import LONGEST_KEY
from claimbook.yaml_tree import DEFAULT_LIMITS, parse


class FileLimit(NamedTuple):
    """What is limited, to how much, and two files: one keeps the limit, one does not."""

    what: str
    most: str
    within: bytes
    beyond: bytes


class TextLimit(NamedTuple):
    """As :class:`FileLimit`, of a text in Markdown."""

    what: str
    most: str
    within: str
    beyond: str


def said_of_file(data: bytes) -> tuple[Diagnostic, ...]:
    """What the compiler says to a file, whatever its fields."""
    return parse(SourceFile("claims/example.yml", data)).diagnostics


def _deep(levels: int) -> bytes:
    return b"[" * levels + b"x" + b"]" * levels


def _many(values: int) -> bytes:
    # The list itself is one.
    return b"".join(b"- x\n" for _ in range(values - 1))


def _long(size: int) -> bytes:
    return b"a: b\n#".ljust(size, b"x")


def _key(length: int) -> bytes:
    return b"a" * length + b": b\n"


def file_limits() -> Iterator[FileLimit]:
    """Every limit of a file, whatever it holds, as it is without `[limits]` in the settings."""
    most, deepest, values = DEFAULT_LIMITS.file_bytes, DEFAULT_LIMITS.depth, DEFAULT_LIMITS.nodes
    yield FileLimit("bytes", f"{most:,} (`file_bytes`)", _long(most), _long(most + 1))
    yield FileLimit(
        "values, their names and groups counted",
        f"{values:,} (`nodes`)",
        _many(values),
        _many(values + 1),
    )
    yield FileLimit(
        # The text within the lists is a level too.
        "levels of nesting",
        f"{deepest} (`depth`)",
        _deep(deepest - 1),
        _deep(deepest),
    )
    yield FileLimit(
        "characters in the name of a field",
        f"{LONGEST_KEY}",
        _key(LONGEST_KEY),
        _key(LONGEST_KEY + 1),
    )
    yield from _none_of()


def _none_of() -> Iterator[FileLimit]:
    """What a file may not hold at all, each beside what it may hold instead."""
    fine = b"a: b\n"
    yield FileLimit("documents", "1", fine, b"a: b\n---\na: b\n")
    yield FileLimit("the same name twice in a group", "0", b"a: b\nc: b\n", b"a: b\na: c\n")
    yield FileLimit("anchors", "0", fine, b"a: &b c\n")
    yield FileLimit("aliases, also behind `<<`", "0", b"a: '*b'\n", b"<<: *b\n")
    yield FileLimit("tags", "0", b"a: '!b'\n", b"a: !b c\n")
    yield FileLimit("names that are lists or groups", "0", fine, b"? [a]\n: b\n")
    yield FileLimit("tabs that indent", "0", b"a:\n  - b\n", b"a:\n\t- b\n")
    yield FileLimit("bytes that are not UTF-8", "0", "a: é\n".encode(), b"a: \xe9\n")
    yield FileLimit("files in UTF-16", "0", b"\xef\xbb\xbfa: b\n", "\ufeffa: b\n".encode("utf-16"))
    yield FileLimit("control characters, NUL among them", "0", b"a:\n  b\n", b"a: \x00\n")
    yield FileLimit(
        "controls of direction, invisible and private characters",
        "0",
        "a: אב\u200dג\n".encode(),
        "a: \u202eb\n".encode(),
    )
    yield FileLimit("the same as escapes in quotes", "0", b'a: "\\u00e9"\n', b'a: "\\u202e"\n')
    yield FileLimit("files without a value", "0", fine, b"# nothing\n")


def said_of_text(text: str) -> tuple[Problem, ...]:
    """What is said to a text in Markdown."""
    return read_prose(text).problems


def _table(more: int) -> str:
    rows = "".join("|a\n" for _ in range(MOST_CELLS // 10 - 1 + more))
    return f"{'|a' * 10}|\n{'|-' * 10}|\n{rows}"


def text_limits() -> Iterator[TextLimit]:
    """Every limit of a text in Markdown besides its length."""
    yield TextLimit(
        "levels of lists and quotations",
        f"{MOST_LEVELS}",
        # The paragraph is a level too.
        f"{'> ' * (MOST_LEVELS - 1)}x",
        f"{'> ' * MOST_LEVELS}x",
    )
    yield TextLimit(
        "cells of tables, the empty ones counted", f"{MOST_CELLS:,}", _table(0), _table(1)
    )
    yield TextLimit("HTML", "0", "a `<b>` c", "a <b> c")
    yield TextLimit("pictures", "0", "a\\![b](https://example.org/)", "![b](https://example.org/)")
    yield TextLimit(
        "links that are not absolute, to `http`, `https` or `mailto`",
        "0",
        "[a](https://example.org/)",
        "[a](javascript:b)",
    )
    yield TextLimit("hidden characters as entities", "0", "&eacute;", "&#x202e;")
    yield TextLimit("citations that are none", "0", "[@exe-bridge]", "[@]")
