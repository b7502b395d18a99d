"""Places in files: lines and columns count code points, from one."""

import pytest

from claimbook.text import Mark, SourceFile, inner_mark, mark_at, offsets_of
from claimbook.yaml_tree import Mapping, Scalar, parse


def value_of(text: str) -> Scalar:
    """The value of the only key of a document."""
    parsed = parse(SourceFile("x.yml", text.encode()))
    assert parsed.diagnostics == ()
    assert parsed.value is not None
    root = parsed.value.root
    assert isinstance(root, Mapping)
    node = root.entries[0].value
    assert isinstance(node, Scalar)
    return node


@pytest.mark.parametrize(
    ("start", "end", "mark"),
    [
        (0, 1, (1, 1, 1, 2)),
        (3, 4, (1, 4, 2, 1)),
        (4, 6, (2, 1, 2, 3)),
        (7, 7, (3, 1, 3, 1)),
    ],
)
def test_offsets_become_marks_and_back(start: int, end: int, mark: tuple[int, ...]) -> None:
    text = "aé😀\n漢b\n"
    assert mark_at(text, start, end) == mark
    assert offsets_of(text, Mark(*mark)) == (start, end)


@pytest.mark.parametrize("mark", [Mark(9, 1, 9, 9), Mark(1, 99, 1, 200), Mark(2, 1, 99, 1)])
def test_a_mark_beyond_the_file_ends_at_its_end(mark: Mark) -> None:
    start, end = offsets_of("ab\ncd", mark)
    assert 0 <= start <= end <= 5


CASES = {
    "plain": ("k: one two three\n", "two", (1, 8, 1, 11)),
    "plain over lines": ("k: one\n  two\n  three\n", "three", (3, 3, 3, 8)),
    "plain across a line end": ("k: one\n  two three\n", "one two", (1, 4, 2, 6)),
    "folded": ("k: >-\n  one two\n  three\n", "three", (3, 3, 3, 8)),
    "folded with a comment in its header": ("k: >- # two\n  one\n  two\n", "two", (3, 3, 3, 6)),
    "literal": ("k: |\n  one\n\n    two\n", "two", (4, 5, 4, 8)),
    "literal with an indentation sign": ("k: |4-\n      one\n    two\n", "two", (3, 5, 3, 8)),
    "single quotes": ("k: 'it''s two'\n", "two", (1, 11, 1, 14)),
    "a quotation mark in single quotes": ("k: 'it''s'\n", "'", (1, 7, 1, 9)),
    "double quotes": ('k: "one two"\n', "two", (1, 9, 1, 12)),
    "double quotes over lines": ('k: "one\n  two\\\n  three"\n', "three", (3, 3, 3, 8)),
    "an escape": ('k: "one \\u2019 two"\n', "’", (1, 9, 1, 15)),
    "behind escapes": ('k: "\\"a\\" \\x41\\tB \\U0001F600 two"\n', "two", (1, 30, 1, 33)),
    "an escape that reads like its neighbour": ('k: "x\\nn two"\n', "two", (1, 10, 1, 13)),
    "wide characters": ("k: 漢字 😀 two\n", "two", (1, 9, 1, 12)),
    "in a list": ("k: one - two\n", "- two", (1, 8, 1, 13)),
}


@pytest.mark.parametrize(("text", "part", "mark"), CASES.values(), ids=CASES.keys())
def test_a_part_of_a_value_is_found_in_the_file(
    text: str, part: str, mark: tuple[int, ...]
) -> None:
    node = value_of(text)
    folded = " ".join(node.text.split())
    for value in {node.text, node.text.strip(), folded} if part in folded else {node.text}:
        start = value.index(part)
        assert inner_mark(text, node.mark, value, start, start + len(part)) == mark


def test_white_space_has_the_place_of_what_follows() -> None:
    node = value_of("k: one\n  two\n")
    assert inner_mark("k: one\n  two\n", node.mark, "one two", 3, 4) == (2, 3, 2, 3)


def test_nothing_has_a_place_too() -> None:
    node = value_of("k: one two\n")
    assert inner_mark("k: one two\n", node.mark, "one two", 4, 4) == (1, 8, 1, 8)


@pytest.mark.parametrize("value", ["something else", "", "one two three"])
def test_what_was_not_read_there_has_the_place_of_the_whole(value: str) -> None:
    node = value_of("k: one two\n")
    assert inner_mark("k: one two\n", node.mark, value, 0, len(value)) == node.mark


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbfk: one\r\n  two\r\n", b"k: one\r  two\r", b"k: one\n  two\n"]
)
def test_line_ends_and_byte_order_mark_move_nothing(data: bytes) -> None:
    parsed = parse(SourceFile("x.yml", data))
    assert parsed.value is not None
    root = parsed.value.root
    assert isinstance(root, Mapping)
    assert root.entries[0].key.mark == (1, 1, 1, 2)
    assert root.entries[0].value.mark == (1, 4, 2, 6)
