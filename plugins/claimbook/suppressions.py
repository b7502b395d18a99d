"""``# claimbook: allow[rule] reason`` in a file: which lines such a comment covers."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimbook.text import Mark
from claimbook.yaml_comments import Comment, Position, Taken, comments_in

_ALLOW = re.compile(r"#[ \t]*claimbook:[ \t]*allow\[([^\]]*)\][ \t]*(.*)")

# Between a key and its value: the colon, comments, line ends.
_COLON_ONLY = re.compile(r"[ \t]*:(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*")


class Suppression(NamedTuple):
    """``# claimbook: allow[name] reason``: which rule, why, where, and the lines it covers."""

    rule: str
    reason: str
    mark: Mark
    first_line: int
    last_line: int


def suppressions_in(text: str, scalars: Iterable[Taken]) -> Iterator[Suppression]:
    """All suppressions of a YAML text, given where its scalars stand.

    Above something, a comment covers it and what is indented deeper; behind a key that opens a
    block, the same; behind a value, the lines of that value.
    """
    if "claimbook:" not in text:
        return
    known = tuple(scalars)
    lines = text.split("\n")
    for comment in comments_in(text, known):
        found = _ALLOW.fullmatch(comment.text)
        if found:
            first, last = _covered(comment, lines, known)
            yield Suppression(found[1].strip(), found[2].strip(), comment.mark, first, last)


def _covered(comment: Comment, lines: list[str], scalars: tuple[Taken, ...]) -> tuple[int, int]:
    line, column = comment.at
    if comment.is_alone:
        first = _next_content(lines, line)
        return first, _last_covered(lines, first)
    ended = [each.mark for each in scalars if each.mark[2:] <= comment.at and not each.is_block]
    value = ended[-1] if ended and ended[-1].end_line == line else None
    if value is None or lines[line - 1][value.end_column - 1 : column - 1].lstrip()[:1] == ":":
        return line, _last_covered(lines, line)
    return _first_line(value, ended[-2:-1], lines), line


def _first_line(value: Mark, before: list[Mark], lines: list[str]) -> int:
    """The line in which a value, or its key on a line above, begins."""
    for key in before:
        between = _between(lines, (key.end_line, key.end_column), (value.line, value.column))
        if _COLON_ONLY.fullmatch(between):
            return key.line
    return value.line


def _between(lines: list[str], start: Position, end: Position) -> str:
    text = "\n".join(lines[start[0] - 1 : end[0]])
    return text[start[1] - 1 : len(text) - len(lines[end[0] - 1]) + end[1] - 1]


def _next_content(lines: list[str], number: int) -> int:
    for index in range(number, len(lines)):
        stripped = lines[index].strip()
        if stripped and not stripped.startswith("#"):
            return index + 1
    return number


def _last_covered(lines: list[str], first: int) -> int:
    """The last line of what begins at ``first``: it and the lines indented deeper."""
    indent = _indent(lines[first - 1])
    last = first
    for index in range(first, len(lines)):
        if lines[index].strip():
            if not _belongs(lines[first - 1], lines[index], indent):
                break
            last = index + 1
    return last


def _belongs(head: str, line: str, indent: int) -> bool:
    # The items of a list may stand at the indentation of their key.
    is_list_item = _is_item(line) and not _is_item(head)
    return _indent(line) > indent or (_indent(line) == indent and is_list_item)


def _is_item(line: str) -> bool:
    return line.split(maxsplit=1)[0] == "-"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
