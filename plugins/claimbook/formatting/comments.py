"""The comments of a YAML text, with their places."""

from collections.abc import Iterator
from typing import NamedTuple

from claimbook.text import Mark
from claimbook.yaml_tree import Mapping, Node, Scalar, Sequence

Position = tuple[int, int]
SCHEMA_SIGN = "# yaml-language-server:"
_MARKERS = frozenset({"---", "..."})


class Comment(NamedTuple):
    """One comment: where it begins, its text from ``#`` on, and how it stands in its line."""

    at: Position
    text: str
    is_alone: bool
    follows_blank: bool

    @property
    def is_suppression(self) -> bool:
        """Whether it speaks about what stands next, wherever it is indented."""
        return "claimbook:" in self.text

    @property
    def is_schema_line(self) -> bool:
        """Whether it tells editors the schema of the file."""
        return self.text.startswith(SCHEMA_SIGN)


def comments_in(text: str, root: Node) -> tuple[Comment, ...]:
    """All comments of ``text`` in order: whatever follows a ``#`` outside every scalar."""
    lines = text.split("\n")
    taken = _taken(root, lines)
    return tuple(
        comment
        for number, line in enumerate(lines, 1)
        if "#" in line and (comment := _comment(lines, number, taken.get(number, ())))
    )


def _comment(lines: list[str], number: int, taken: tuple[tuple[int, int], ...]) -> Comment | None:
    line = lines[number - 1]
    at = line.find("#")
    while at >= 0:
        inside = next((last for first, last in taken if first <= at < last), None)
        if inside is None:
            before = line[:at].strip()
            return Comment(
                (number, at + 1),
                " ".join(line[at:].rstrip().split("\t")),
                not before or before in _MARKERS or before.startswith("%"),
                number > 1 and not lines[number - 2].strip(),
            )
        at = line.find("#", inside)
    return None


def _taken(root: Node, lines: list[str]) -> dict[int, tuple[tuple[int, int], ...]]:
    """By line, the stretches (0-based columns, end exclusive) that belong to scalars."""
    found: dict[int, tuple[tuple[int, int], ...]] = {}
    for scalar in scalars_in(root):
        for number, first, last in _stretches(scalar, lines):
            found[number] = (*found.get(number, ()), (first, last))
    return found


def _stretches(scalar: Scalar, lines: list[str]) -> Iterator[tuple[int, int, int]]:
    mark: Mark = scalar.mark
    is_block = scalar.style in {"|", ">"}
    for number in range(mark.line + is_block, min(mark.end_line, len(lines)) + 1):
        first = mark.column - 1 if number == mark.line else 0
        last = mark.end_column - 1 if number == mark.end_line else len(lines[number - 1])
        yield number, first, last


def scalars_in(node: Node) -> Iterator[Scalar]:
    """Every key and value that is text, in the order of the file."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars_in(item)
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield entry.key
            yield from scalars_in(entry.value)
