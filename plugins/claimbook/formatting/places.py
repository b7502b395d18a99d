"""Entries of mappings and items of lists, with where they begin: what comments hang on."""

from collections.abc import Iterator
from typing import NamedTuple

from claimbook.yaml_comments import Position
from claimbook.yaml_tree import Mapping, Node, Scalar, Sequence


class Place(NamedTuple):
    """The root, an entry or an item: its value, its key if it has one, and what is in it.

    ``path`` are the indices that lead to it; ``start`` is where its key or its dash stands.
    """

    path: tuple[int, ...]
    start: Position
    key: Scalar | None
    value: Node
    children: tuple["Place", ...]
    is_flow: bool
    follows_blank: bool

    @property
    def end(self) -> Position:
        """Where its value ends."""
        return self.value.mark[2], self.value.mark[3]

    @property
    def column(self) -> int:
        """Where its children stand, if it is a block collection; deeper than itself in any case."""
        # A list may stand in the column of its key: what follows in that column is not in it.
        return max(self.value.mark.column, self.start[1] + 1) if self.path else 1


def place_of(root: Node, text: str) -> Place:
    """The tree of places of a document."""
    lines = text.split("\n")
    return _place((), (1, 1), None, root, lines)


def _place(
    path: tuple[int, ...], start: Position, key: Scalar | None, value: Node, lines: list[str]
) -> Place:
    is_flow = not isinstance(value, Scalar) and _char(lines, value) in {"[", "{"}
    children = tuple(_children(path, value, lines, is_flow=is_flow))
    follows_blank = start[0] > 1 and not lines[start[0] - 2].strip()
    return Place(path, start, key, value, children, is_flow, follows_blank)


def _children(
    path: tuple[int, ...], value: Node, lines: list[str], *, is_flow: bool
) -> Iterator[Place]:
    if isinstance(value, Mapping):
        for index, entry in enumerate(value.entries):
            start = (entry.key.mark.line, entry.key.mark.column)
            yield _place((*path, index), start, entry.key, entry.value, lines)
    elif isinstance(value, Sequence):
        for index, item in enumerate(value.items):
            start = (item.mark.line, item.mark.column)
            if not is_flow:
                start = _dash(lines, start, value.mark.column)
            yield _place((*path, index), start, None, item, lines)


def _char(lines: list[str], node: Node) -> str:
    line = lines[node.mark.line - 1]
    return line[node.mark.column - 1 : node.mark.column]


def _dash(lines: list[str], start: Position, column: int) -> Position:
    """Where the dash of an item stands, seen from its value: in the list's column, at or above."""
    for number in range(start[0], 0, -1):
        line = lines[number - 1]
        is_before = number < start[0] or column < start[1]
        if (
            is_before
            and line[column - 1 : column] == "-"
            and not line[: column - 1].strip(" \t-:?")
        ):
            return number, column
    return start
