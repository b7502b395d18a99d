"""The ``snapshot:`` of a source written into its file; nothing else of the file changes.

The file is read again afterwards: where it would say anything else, nothing is written.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from claimbook.formatting.edits import Piece, comments, mapping_at, parsed, with_pieces, word
from claimbook.records import Source
from claimbook.shape import shapes_of
from claimbook.text import Mark, SourceFile
from claimbook.yaml_tree import (
    DEFAULT_LIMITS,
    NULLS,
    Document,
    Entry,
    Limits,
    Mapping,
    Node,
    Scalar,
)

_KEY = "snapshot"
_STEP = 2


class Note(NamedTuple):
    """What is noted of a saved text; what is empty is left out."""

    file: str
    sha256: str
    captured: str
    media_type: str = ""
    url: str = ""

    def fields(self) -> dict[str, str]:
        """What is said, by field."""
        return {name: text for name, text in self._asdict().items() if text}

    def lines(self, *, in_flow: bool = False) -> dict[str, str]:
        """The same as it is written behind the name of a field."""
        return {
            name: f"{name}: {word(text, in_flow=in_flow)}" for name, text in self.fields().items()
        }


def noted(file: SourceFile, mark: Mark, note: Note, limits: Limits = DEFAULT_LIMITS) -> str | None:
    """The text of a file with a ``note`` in the source that stands at ``mark``.

    Comments, order, quotes and line ends stay. None where the file is written in a way that
    allows no such edit.
    """
    before = parsed(file, limits)
    source = mapping_at(before.root, mark) if before else None
    if before is None or source is None:
        return None
    text = file.data.decode("utf-8")
    after = with_pieces(text, _edits(_Lines(text), source, note))
    again = parsed(SourceFile(file.path, after.encode()), limits)
    return after if again and _holds(before, text, again, after, mark, note) else None


def block(note: Note) -> str:
    """The note as it stands in a file, for those who write it themselves."""
    return "".join(f"{line}\n" for line in _block(note, 0))


class _Lines:
    """Where lines begin in a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0]
        self._starts.extend(at + 1 for at, char in enumerate(text) if char == "\n")
        self.end = "\r\n" if "\r\n" in text else "\n"

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, line: int) -> str:
        return self.text[self.offset(line, 1) : self.offset(line + 1, 1)]

    def offset(self, line: int, column: int) -> int:
        """The offset of a place; behind the last line it is the end."""
        if line > len(self._starts):
            return len(self.text)
        # A byte order mark is counted by nobody who reads the file.
        return self._starts[line - 1] + column - 1 + (line == 1 and self.text[:1] == "\ufeff")

    def is_flow(self, node: Node) -> bool:
        """Whether a collection is written in brackets."""
        return self.text[self.offset(*node.mark[:2])] in "{["


def _edits(lines: _Lines, source: Mapping, note: Note) -> Iterable[Piece]:
    there = next((each for each in source.entries if each.key.text == _KEY), None)
    if there and isinstance(there.value, Mapping) and there.value.entries:
        return _renewed(lines, there.value, note)
    if there:
        return _filled(lines, source, there, note)
    if lines.is_flow(source):
        return (_behind(lines, source, f", {_KEY}: {_flow(note)}"),)
    return (_added(lines, source, _block(note, source.mark.column - 1)),)


def _filled(lines: _Lines, source: Mapping, there: Entry, note: Note) -> Iterator[Piece]:
    """The note behind a key that has no value yet; any other value is nobody's to throw away."""
    value = there.value
    if isinstance(value, Scalar) and (value.style or value.text not in {"", *NULLS}):
        return
    key = lines.offset(*there.key.mark[2:])
    start, end = (lines.offset(*value.mark[:2]), lines.offset(*value.mark[2:]))
    has_text = not isinstance(value, Scalar) or bool(value.text)
    if lines.is_flow(source):
        after = (start, end) if has_text else (key + 1, key + 1)
        yield Piece(*after, _flow(note) if has_text else f" {_flow(note)}")
        return
    if has_text:
        yield Piece(len(lines.text[:start].rstrip(" ")), end, "")
    yield _lines_at(lines, there.key.mark.end_line + 1, _block(note, source.mark.column - 1)[1:])


def _renewed(lines: _Lines, there: Mapping, note: Note) -> Iterator[Piece]:
    """New values in the place of old ones; what was not there comes behind the last."""
    is_flow = lines.is_flow(there)
    known = {each.key.text: each.value for each in there.entries}
    for name, text in note.fields().items():
        if name in known:
            start, end = lines.offset(*known[name].mark[:2]), _end(lines, known[name])
            yield Piece(start, end, word(text, in_flow=is_flow))
    missing = [line for name, line in note.lines(in_flow=is_flow).items() if name not in known]
    if missing and is_flow:
        yield _behind(lines, there, "".join(f", {each}" for each in missing))
    elif missing:
        indent = " " * (there.mark.column - 1)
        yield _added(lines, there, [f"{indent}{each}" for each in missing])
    yield from _dropped(lines, there, note)


def _dropped(lines: _Lines, there: Mapping, note: Note) -> Iterator[Piece]:
    """What was said of the old text, and is not known of the new one."""
    gone = {*Note._fields} - note.fields().keys()
    for before, each in pairwise(there.entries):
        if each.key.text in gone and lines.is_flow(there):
            start, end = (lines.offset(*entry.value.mark[2:]) for entry in (before, each))
            yield Piece(start, end, "")
        elif each.key.text in gone:
            first, last = each.key.mark.line, _last_line(lines, each.value)
            yield Piece(lines.offset(first, 1), lines.offset(last + 1, 1), "")


def _end(lines: _Lines, node: Node) -> int:
    """The offset behind a value; that of a block is the end of its last line."""
    if not isinstance(node, Scalar) or node.style not in {"|", ">"}:
        return lines.offset(*node.mark[2:])
    line = _last_line(lines, node)
    return lines.offset(line, 1) + len(lines[line].rstrip())


def _behind(lines: _Lines, flow: Mapping, text: str) -> Piece:
    at = lines.offset(*flow.entries[-1].value.mark[2:])
    return Piece(at, at, text)


def _flow(note: Note) -> str:
    return f"{{{', '.join(note.lines(in_flow=True).values())}}}"


def _block(note: Note, indent: int) -> list[str]:
    inner = [f"{' ' * (indent + _STEP)}{each}" for each in note.lines().values()]
    return [f"{' ' * indent}{_KEY}:", *inner]


def _added(lines: _Lines, mapping: Mapping, new: list[str]) -> Piece:
    """Whole lines, behind the field that stands before in the usual order, and its comments."""
    last = _last_before(mapping)
    line = _last_line(lines, last) + 1
    while line <= len(lines) and _is_comment_in(lines[line], mapping.mark.column):
        line += 1
    return _lines_at(lines, line, new)


def _lines_at(lines: _Lines, line: int, new: list[str]) -> Piece:
    at = lines.offset(line, 1)
    is_open = at > 0 and lines.text[at - 1] != "\n"
    written = "".join(f"{each}{lines.end}" for each in new)
    return Piece(at, at, (lines.end if is_open else "") + written)


def _last_before(mapping: Mapping) -> Node:
    order = [each.name for each in shapes_of(Source)]
    earlier = {*order[: order.index(_KEY)], *Note._fields}
    found = [each.value for each in mapping.entries if each.key.text in earlier]
    return found[-1] if found else mapping.entries[-1].value


def _last_line(lines: _Lines, node: Node) -> int:
    """The last line with something of a node; marks of blocks may end before the next thing."""
    inner = _children(node)
    if inner and not lines.is_flow(node):
        return _last_line(lines, inner[-1])
    line = node.mark.end_line - (node.mark.end_column == 1 and node.mark.end_line > node.mark.line)
    while line > node.mark.line and not lines[line].strip():
        line -= 1
    return line


def _children(node: Node) -> list[Node]:
    if isinstance(node, Mapping):
        return [each.value for each in node.entries]
    return [] if isinstance(node, Scalar) else [*node.items]


def _is_comment_in(line: str, column: int) -> bool:
    """Whether a line is a comment that is indented deeper than the keys of a mapping."""
    lean = line.lstrip(" ")
    return lean.startswith("#") and len(line) - len(lean) >= column


def _holds(before: Document, text: str, after: Document, new: str, mark: Mark, note: Note) -> bool:
    """Whether a file says what it said, and the note."""
    is_kept = comments(before, text) == comments(after, new)
    is_same = _said(before.root, mark) == _said(after.root, mark)
    source = mapping_at(after.root, mark)
    notes = [each.value for each in source.entries if each.key.text == _KEY] if source else []
    is_noted = [_values(each) for each in notes] == [note.fields()]
    return is_same and is_noted and is_kept


def _values(node: Node) -> dict[str, str]:
    pairs = node.entries if isinstance(node, Mapping) else ()
    return {each.key.text: each.value.text for each in pairs if isinstance(each.value, Scalar)}


def _said(node: Node, mark: Mark) -> object:
    """Everything that stands below a node, but for the note of the source at a place."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        is_source = node.mark[:2] == mark[:2]
        return [
            (each.key.text, _said(each.value, mark))
            for each in node.entries
            if not (is_source and each.key.text == _KEY)
        ]
    return [_said(each, mark) for each in node.items]
