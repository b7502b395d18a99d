"""A change of one record in its YAML file; nothing else of the file changes.

The file is read again afterwards: where it would say anything else, there is no change.
"""

from typing import NamedTuple

from claimbook.formatting.edits import Piece, comments, mapping_at, parsed, with_pieces, word
from claimbook.formatting.scalars import quoted
from claimbook.text import FILE_START, Mark, SourceFile, offsets_of, plain_lines
from claimbook.yaml_tree import (
    DEFAULT_LIMITS,
    Limits,
    Mapping,
    Node,
    Scalar,
    Sequence,
)

_MARK = "\ufeff"
# In the usual order these stand before what is put in (`records.py`).
_BEFORE = ("url", "doi", "isbn", "access", "status")
Said = str | list["Said"] | dict[str, "Said"]


class Copy(NamedTuple):
    """A copy in a web archive; the day is in ISO 8601, or empty."""

    url: str
    captured: str


class Change(NamedTuple):
    """New values of fields of a record, each empty where nothing changes."""

    url: str = ""
    status: str = ""
    copy: Copy | None = None

    def lines(self) -> list[str]:
        """The fields as they stand in a file."""
        told = [f"{name}: {word(text)}" for name, text in self._named()]
        if self.copy:
            told += ["archives:", f"  - url: {word(self.copy.url)}"]
            told += [f"    captured: {self.copy.captured}"] if self.copy.captured else []
        return told

    def _named(self) -> list[tuple[str, str]]:
        return [(name, text) for name, text in (("url", self.url), ("status", self.status)) if text]


def changed(
    file: SourceFile, mark: Mark, change: Change, limits: Limits = DEFAULT_LIMITS
) -> SourceFile | None:
    """A file with a ``change`` of the record that begins at ``mark``.

    None where the file is written in a way that allows no such edit.
    """
    before = parsed(file, limits)
    record = mapping_at(before.root, mark) if before else None
    if before is None or record is None:
        return None
    raw = file.data.decode("utf-8")
    text = plain_lines(raw)
    edits = _edits(text, record, change)
    new = with_pieces(text, edits or ())
    after = SourceFile(file.path, _as_it_was(raw, new).encode())
    again = parsed(after, limits)
    if edits is None or again is None or plain_lines(_as_it_was(raw, text)) != text:
        return None
    is_kept = _as_it_was(raw, text) == raw and comments(before, text) == comments(again, new)
    is_said = _said(again.root, FILE_START, Change()) == _said(before.root, mark, change)
    return after if is_kept and is_said else None


def _as_it_was(raw: str, text: str) -> str:
    """A text with the byte order mark and the line ends of another one."""
    lines = text.replace("\n", "\r\n") if "\r\n" in raw else text
    return (_MARK if raw.startswith(_MARK) else "") + lines


def _edits(text: str, record: Mapping, change: Change) -> list[Piece] | None:
    known = {each.key.text: each.value for each in record.entries}
    is_flow = text[offsets_of(text, record.mark)[0]] == "{"
    edits, new = list[Piece](), list[tuple[str, str]]()
    for name, value in (("url", change.url), ("status", change.status)):
        there = known.get(name)
        if value and isinstance(there, Scalar) and _is_on_one_line(there):
            edits.append(Piece(*offsets_of(text, there.mark), _like(there, value, is_flow=is_flow)))
        elif value:
            new.append((name, value))
    if not new and not change.copy:
        return edits
    if any(name in known for name, _ in new) or (change.copy and "archives" in known):
        return None
    added = _added(text, record, Change(status=change.status if new else "", copy=change.copy))
    return [*edits, added] if added else None


def _is_on_one_line(scalar: Scalar) -> bool:
    return bool(scalar.text) and scalar.mark.line == scalar.mark.end_line


def _added(text: str, record: Mapping, change: Change) -> Piece | None:
    """New fields behind the last of those that stand before them in the usual order."""
    earlier = [each.value for each in record.entries if each.key.text in _BEFORE]
    last = earlier[-1] if earlier else None
    if not isinstance(last, Scalar) or not _is_on_one_line(last) or last.style in {"|", ">"}:
        return None
    at = offsets_of(text, last.mark)[1]
    if text[offsets_of(text, record.mark)[0]] == "{":
        return Piece(at, at, _inside(change))
    end = text.find("\n", at)
    at = len(text) if end < 0 else end
    indent = " " * (record.mark.column - 1)
    return Piece(at, at, "".join(f"\n{indent}{line}" for line in change.lines()))


def _inside(change: Change) -> str:
    told = f", status: {change.status}" if change.status else ""
    if not change.copy:
        return told
    day = f", captured: {change.copy.captured}" if change.copy.captured else ""
    return f"{told}, archives: [{{url: {quoted(change.copy.url)}{day}}}]"


def _like(there: Scalar, text: str, *, is_flow: bool) -> str:
    return quoted(text) if there.style else word(text, in_flow=is_flow)


def _said(node: Node, mark: Mark, change: Change) -> Said:
    """Everything that stands below a node, with a change of the record at a place."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_said(each, mark, change) for each in node.items]
    told = {each.key.text: _said(each.value, mark, change) for each in node.entries}
    if node.mark[:2] != mark[:2]:
        return told
    new: dict[str, Said] = {"url": change.url, "status": change.status}
    told |= {name: text for name, text in new.items() if text}
    if change.copy:
        copy = {"url": change.copy.url, "captured": change.copy.captured}
        told["archives"] = [{name: text for name, text in copy.items() if text}]
    return told
