"""Whatever bytes a file holds: nodes or diagnostics come out, and all of them lie in the file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.decode import Role, decode
from claimbook.diagnostics import Diagnostic
from claimbook.formatting import formatted
from claimbook.text import Mark, SourceFile, inner_mark, offsets_of
from claimbook.yaml_tree import Mapping, Node, Scalar, Sequence, parse

HOSTILE = sorted((Path(__file__).parent.parent / "hostile" / "yaml").iterdir())
_PIECES = st.sampled_from(
    [
        *(
            "claim",
            "review",
            "a",
            "- ",
            ": ",
            ":",
            "\n",
            "\n  ",
            "\n    ",
            "\n\n",
            "#",
            " # x",
            ",",
        ),
        *(
            "[",
            "]",
            "{",
            "}",
            "|",
            ">-",
            "|2+",
            '"',
            "'",
            "\\",
            '"\\u2019"',
            "&a ",
            "*a",
            "!t ",
            "?",
        ),
        *("---", "\n---\n", "...", "%YAML 1.2\n", "\t", "\r\n", "\r", "\x00", "\u202e", "\ufeff"),
        *("é", "漢", "😀", "\u0085", "\u2028", "\xa0", "@", "`", "<<", "null", "~", "2024-02-30"),
        "# claimbook: allow[x] y",
    ]
)
YAMLISH = st.lists(_PIECES, max_size=40).map("".join)


def marks_of(node: Node) -> Iterator[Mark]:
    """The marks of a node and of everything in it."""
    yield node.mark
    if isinstance(node, Sequence):
        for item in node.items:
            yield from marks_of(item)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield entry.key.mark
            yield from marks_of(entry.value)


def scalars_of(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars_of(item)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield entry.key
            yield from scalars_of(entry.value)


def lies_in(mark: Mark, lines: list[str]) -> bool:
    """Whether a mark goes forward and stays in the file; a line's end is in it."""
    line, column, end_line, end_column = mark
    return (
        (1, 1) <= (line, column) <= (end_line, end_column)
        and end_line <= len(lines)
        and column <= len(lines[line - 1]) + 1
        and end_column <= len(lines[end_line - 1]) + 1
    )


def check_places(found: tuple[Diagnostic, ...], lines: list[str]) -> None:
    for each in found:
        assert lies_in(each.span.mark, lines), each
        assert all(lies_in(label.span.mark, lines) for label in each.labels), each
        assert "\n" not in each.message
        assert len(each.message) < 400
        assert "\n" not in (each.hint or "")


def survives(data: bytes) -> None:
    file = SourceFile("x.yml", data)
    lines = file.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    parsed = parse(file)
    check_places(parsed.diagnostics, lines)
    assert parsed.value is not None or parsed.diagnostics
    if parsed.value is None:
        return
    assert all(lies_in(mark, lines) for mark in marks_of(parsed.value.root))
    for each in parsed.value.suppressions:
        assert lies_in(each.mark, lines)
        assert 1 <= each.first_line <= each.last_line <= len(lines)
    text = "\n".join(lines)
    for scalar in scalars_of(parsed.value.root):
        check_inside(scalar, text)
    for role in Role:
        check_places(decode(role, parsed.value, "x.yml").diagnostics, lines)
    if not parsed.has_errors:
        formed = formatted(file, Role.CLAIM)
        assert formed.value is not None, formed.diagnostics


def check_inside(scalar: Scalar, text: str) -> None:
    """Every letter of a value is found inside the value's place, the first of them exactly."""
    value = scalar.text
    first, last = offsets_of(text, scalar.mark)
    for start in {0, len(value) // 2, max(len(value) - 1, 0)}:
        mark = inner_mark(text, scalar.mark, value, start, start + 1)
        begin, end = offsets_of(text, mark)
        assert first <= begin <= end <= last


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    survives(data)


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    survives(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=500)
@given(YAMLISH)
def test_anything_like_yaml(text: str) -> None:
    survives(text.encode())


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.name)
def test_files_made_to_break_parsers(path: Path) -> None:
    survives(path.read_bytes())


@given(YAMLISH, st.integers(0, 50), st.integers(0, 50), st.integers(0, 300), st.integers(0, 300))
def test_a_part_of_another_text_is_sought_without_harm(
    value: str, line: int, column: int, start: int, length: int
) -> None:
    text = "a: b\nc: 'd'\n"
    outer = Mark(line + 1, column + 1, line + 1, column + 3)
    mark = inner_mark(text, outer, value, start, start + length)
    begin, end = offsets_of(text, mark)
    assert 0 <= begin <= end <= len(text)
