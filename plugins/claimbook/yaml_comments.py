"""The comments of a YAML text: whatever follows a `#` outside every scalar."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimbook.text import Mark

Position = tuple[int, int]
Stretch = tuple[int, int]
_MARKERS = frozenset({"---", "..."})


class Taken(NamedTuple):
    """Where a scalar stands; the first line of a block scalar holds its header only."""

    mark: Mark
    is_block: bool


class Comment(NamedTuple):
    """One comment: where it begins, its text from ``#`` on, and how it stands in its line."""

    at: Position
    text: str
    is_alone: bool
    follows_blank: bool

    @property
    def mark(self) -> Mark:
        """Its stretch of the file."""
        line, column = self.at
        return Mark(line, column, line, column + len(self.text))


def comments_in(text: str, scalars: Iterable[Taken]) -> Iterator[Comment]:
    """All comments of ``text`` in order, given where all of its scalars stand."""
    lines = text.split("\n")
    taken = _by_line(scalars, lines)
    for number, line in enumerate(lines, 1):
        at = _start(line, taken.get(number, ())) if "#" in line else -1
        if at >= 0:
            before = line[:at].strip()
            is_alone = not before or before in _MARKERS or before.startswith("%")
            follows_blank = number > 1 and not lines[number - 2].strip()
            yield Comment((number, at + 1), line[at:].rstrip(), is_alone, follows_blank)


def _start(line: str, taken: Iterable[Stretch]) -> int:
    """The 0-based column where the comment of a line begins, or -1."""
    at = line.find("#")
    while at >= 0:
        inside = next((last for first, last in taken if first <= at < last), None)
        if inside is None:
            return at
        at = line.find("#", inside)
    return -1


def _by_line(scalars: Iterable[Taken], lines: list[str]) -> dict[int, list[Stretch]]:
    """By line, the stretches (0-based columns, end exclusive) that belong to scalars."""
    found: dict[int, list[Stretch]] = {}
    for mark, is_block in scalars:
        for number in range(mark.line + is_block, min(mark.end_line, len(lines)) + 1):
            first = mark.column - 1 if number == mark.line else 0
            last = mark.end_column - 1 if number == mark.end_line else len(lines[number - 1])
            found.setdefault(number, []).append((first, last))
    return found
