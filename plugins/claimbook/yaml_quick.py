"""The YAML that most claim files are written in, read line by line.

Names and their values, lists, text on one line or several, blocks of text: of what the library
for YAML does to find them, these need little, and its events take half of the time. Whatever is
written otherwise, and all that is wrong, is left to it: nothing here reports anything.
"""

import re

from claimbook.text import Mark
from claimbook.yaml_nodes import Entry, Limits, Mapping, Node, Scalar, Sequence

_Row = tuple[str, str, str, str, str]
# Of each line: its indentation, a hyphen, a name, the gap behind its colon, and the rest.
_ROW = re.compile(
    r"^( *)(- +(?=[^ \n]))?(?:([A-Za-z_][A-Za-z0-9_-]{0,99}):(?:( +)(?=[^ \n])|$))?(.*)$",
    re.MULTILINE,
)
_NO_PLAIN_START = frozenset("-?:,[]{}#&*!|>'\"%@`")
_SINGLE = re.compile(r"'((?:[^']|'')*)'")
_DOUBLE = re.compile(r'"([^"\\]*)"')
_WORD = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*(?: [A-Za-z0-9_][A-Za-z0-9_-]*)*")
_WORDS = re.compile(rf"\[{_WORD.pattern}(?:, ?{_WORD.pattern})*\]")
_BREAKS = re.compile("\n+")
_BLOCKS = frozenset({"|", "|-", ">", ">-"})


class _OtherYamlError(Exception):
    """The text holds something that is not read here."""


def read_quickly(text: str, limits: Limits) -> Node | None:
    """The root of a text, exactly as the events of the parser tell it; None where they must."""
    if "\t" in text or text[-1:] != "\n":
        return None
    try:
        return _Lines(text, limits).root()
    except _OtherYamlError:
        return None


class _Lines:
    """One text, read from its first line to its last."""

    def __init__(self, text: str, limits: Limits) -> None:
        self._lines = text.split("\n")
        self._rows: list[_Row] = _ROW.findall(text)
        self._end = len(self._lines) - 1
        self._at = 0
        self._left, self._depth = limits.nodes, limits.depth

    def root(self) -> Node:
        """The mapping that the whole text is."""
        indent, dash, *_ = self._next()
        if dash:
            raise _OtherYamlError
        root = self._mapping(len(indent), 0)
        if self._at != self._end or self._left < 0:
            raise _OtherYamlError
        return root

    def _next(self) -> _Row:
        """Go to the next line that is not blank."""
        lines, at, end = self._lines, self._at, self._end
        while at < end and not lines[at]:
            at += 1
        self._at = at
        return self._rows[at]

    def _mapping(self, column: int, depth: int) -> Mapping:
        """The names at a column, the first in this line, and their values."""
        entries: dict[str, Entry] = {}
        new, rows, lines, start = tuple.__new__, self._rows, self._lines, self._at + 1
        depth += 1
        indent, _, key, gap, rest = rows[self._at]
        while key:
            if key in entries or depth >= self._depth:
                raise _OtherYamlError
            line = self._at = self._at + 1
            behind = column + len(key) + 1
            name = Scalar(key, new(Mark, (line, column + 1, line, behind)), "")
            value: Node
            if rest and rest[0] not in _NO_PLAIN_START and len(rows[line][0]) <= column:
                # Most values are that: as in `_value`, without a call.
                if ": " in rest or " #" in rest or rest[-1] in ": ":
                    raise _OtherYamlError
                self._left -= 1
                at = behind + len(gap)
                value = Scalar(rest, new(Mark, (line, at + 1, line, at + 1 + len(rest))), "")
            elif rest:
                value = self._value(rest, behind + len(gap), column, depth)
            else:
                value = self._below(column, depth)
            entries[key] = Entry(name, value)
            indent, dash, key, gap, rest = rows[self._at] if lines[self._at] else self._next()
            if dash or len(indent) != column:
                break
        if len(indent) > column or not entries:
            raise _OtherYamlError
        self._left -= len(entries) + 1
        return Mapping(tuple(entries.values()), new(Mark, (start, column + 1, *value.mark[2:])))

    def _below(self, column: int, depth: int) -> Node:
        """What stands in the lines below a name at a column."""
        indent, dash, key, _, _ = self._next()
        inner = len(indent)
        if dash and inner >= column:
            return self._sequence(inner, depth)
        if key and inner > column:
            return self._mapping(inner, depth)
        raise _OtherYamlError

    def _sequence(self, column: int, depth: int) -> Sequence:
        """The items of a list whose hyphens stand at a column, the first in this line."""
        items: list[Node] = []
        start = self._at + 1
        depth += 1
        indent, dash, key, _, rest = self._rows[self._at]
        while dash and len(indent) == column and depth < self._depth:
            inner = column + len(dash)
            if key:
                items.append(self._mapping(inner, depth))
            else:
                self._at += 1
                items.append(self._value(rest, inner, column, depth))
            indent, dash, key, _, rest = self._next()
        if len(indent) > column or not items:
            raise _OtherYamlError
        self._left -= 1
        mark = Mark(start, column + 1, *items[-1].mark[2:])
        return Sequence(tuple(items), mark)

    def _value(self, rest: str, column: int, parent: int, depth: int) -> Node:
        """What begins in the line before this, and goes on in lines indented more than it."""
        first, line = rest[0], self._at
        self._left -= 1
        if first not in _NO_PLAIN_START:
            if ": " in rest or " #" in rest or rest[-1] in ": ":
                raise _OtherYamlError
            if len(self._rows[line][0]) > parent:
                return self._plain(rest, column, parent)
            mark = tuple.__new__(Mark, (line, column + 1, line, column + 1 + len(rest)))
            return Scalar(rest, mark, "")
        if rest in _BLOCKS:
            return self._block(rest, column, parent)
        if first == "[":
            return self._words(rest, column, depth)
        return self._quoted(rest, column)

    def _quoted(self, rest: str, column: int) -> Scalar:
        """A text in quotes that ends in its line."""
        sign, line = rest[0], self._at
        found = (_SINGLE if sign == "'" else _DOUBLE).fullmatch(rest)
        if found is None:
            raise _OtherYamlError
        text = found[1].replace("''", "'") if sign == "'" else found[1]
        return Scalar(text, Mark(line, column + 1, line, column + 1 + len(rest)), sign)

    def _plain(self, first: str, column: int, parent: int) -> Scalar:
        """A text without quotes in several lines, which become one."""
        line = at = self._at
        lines, rows, texts = self._lines, self._rows, [first]
        while len(rows[at][0]) > parent:
            indent = len(rows[at][0])
            text = lines[at][indent:]
            if not text or text[0] == "#" or ": " in text or " #" in text or text[-1] in ": ":
                raise _OtherYamlError
            texts.append(text)
            at += 1
        self._at = at
        return Scalar(" ".join(texts), Mark(line, column + 1, at, indent + len(text) + 1), "")

    def _block(self, header: str, column: int, parent: int) -> Scalar:
        """A block of text: as many lines as are indented like its first."""
        lines, line = self._lines, self._at
        at, indent = line, len(self._rows[line][0])
        margin = " " * indent
        while at < self._end and (not lines[at] or lines[at].startswith(margin)):
            at += 1
        body = [each[indent:] for each in lines[line:at]]
        if indent <= parent or not body[0] or len(self._rows[at][0]) > parent:
            raise _OtherYamlError
        self._at = at
        text = "\n".join(body).rstrip("\n")
        text = _folded(text) if header[0] == ">" else text
        text = text if header[-1] == "-" else f"{text}\n"
        return Scalar(text, Mark(line, column + 1, at + 1, 1), header[0])

    def _words(self, rest: str, column: int, depth: int) -> Sequence:
        """A list of words in brackets."""
        if not _WORDS.fullmatch(rest) or depth + 1 >= self._depth:
            raise _OtherYamlError
        line, first = self._at, column + 1
        items = [
            Scalar(each[0], Mark(line, first + each.start(), line, first + each.end()), "")
            for each in _WORD.finditer(rest)
        ]
        self._left -= len(items)
        return Sequence(tuple(items), Mark(line, first, line, first + len(rest)))


def _folded(text: str) -> str:
    """A block whose single line ends become spaces."""
    if "\n " in text or text[:1] == " ":
        raise _OtherYamlError
    return _BREAKS.sub(lambda found: found[0][1:] or " ", text)
