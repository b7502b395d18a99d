"""YAML text to nodes that remember where they stand.

Read from parser events, never through ``yaml.load`` or ``compose``: those resolve scalars
(``no`` becomes False), follow aliases without end and overflow the stack on deep nesting.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from claimbook import codes
from claimbook.characters import decoded, hidden_in_value, without_hidden
from claimbook.diagnostics import Code, Diagnostic, Outcome, diagnose, shortened
from claimbook.suppressions import Suppression, suppressions_in
from claimbook.text import FILE_START, Mark, SourceFile, Span, mark_at
from claimbook.yaml_comments import Taken
from claimbook.yaml_errors import explain_yaml_error

# The loaders are used for their parser only; libyaml's is twenty times as fast as Python's.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


# What programs that resolve scalars take for no value where it stands without quotes.
NULLS = frozenset({"null", "Null", "NULL", "~"})


class Scalar(NamedTuple):
    """A piece of text; what it means is for the schema to say."""

    text: str
    mark: Mark
    style: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was written, as in ``key:``."""
        return not self.text and not self.style


class Sequence(NamedTuple):
    """A list of nodes."""

    items: tuple["Node", ...]
    mark: Mark


class Entry(NamedTuple):
    """A key and its value."""

    key: Scalar
    value: "Node"


class Mapping(NamedTuple):
    """Keys and values in the order of the file; keys are unique."""

    entries: tuple[Entry, ...]
    mark: Mark


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML document and the suppressions that stand in its comments."""

    root: Node
    suppressions: tuple[Suppression, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may hold: bytes, levels of nesting, nodes."""

    file_bytes: int = 65_536
    depth: int = 12
    nodes: int = 10_000


DEFAULT_LIMITS = Limits()


def parse(file: SourceFile, limits: Limits = DEFAULT_LIMITS) -> Outcome[Document]:
    """Read one YAML document into nodes that remember where they stand.

    Scalars stay text: what ``no`` or ``2024-02-30`` means is for the schema to say. Any bytes
    may come in; what is wrong with them comes out as diagnostics, never as an exception.
    """
    if len(file.data) > limits.file_bytes:
        return _refused(
            file,
            codes.FILE_TOO_LARGE,
            f"the file has more than {limits.file_bytes:,} bytes, the most that is read",
            "split it, or move long sources to `claims/sources/`",
        )
    content = decoded(file)
    if content.value is None:
        return Outcome(None, content.diagnostics)
    builder = _Builder(file.path, limits)
    root = builder.build(content.value)
    if root is None:
        return Outcome(None, tuple(builder.diagnostics))
    suppressions = tuple(suppressions_in(content.value, builder.scalars))
    return Outcome(Document(root, suppressions), tuple(builder.diagnostics))


def _refused(file: SourceFile, code: Code, message: str, hint: str) -> Outcome[Document]:
    return Outcome(None, (diagnose(code, Span.of(file.path, FILE_START), message, hint),))


class _Stop(Exception):  # noqa: N818 - control flow inside this module only
    """Reading cannot go on; the reason is already among the diagnostics."""


class _Builder:
    """Turns parser events into nodes; one instance reads one file."""

    def __init__(self, path: str, limits: Limits) -> None:
        self.path = path
        self.limits = limits
        self.diagnostics: list[Diagnostic] = []
        self.scalars: list[Taken] = []
        self._nodes = 0
        self._lines: list[str] = []
        self._may_be_cut = False
        self._last = (1, 1)

    def build(self, text: str) -> Node | None:
        """The root node, or None where the text cannot be read."""
        self._last = mark_at(text, len(text), len(text))[2:]
        self._lines = text.split("\n")
        self._may_be_cut = _COMMENT_LIKE_TEXT.search(text) is not None
        events = iter(yaml.parse(text, Loader=_LOADER))
        try:
            return self._document(events)
        except _Stop:
            return None
        except yaml.MarkedYAMLError as error:
            last = self.scalars[-1].mark if self.scalars else None
            self.diagnostics.append(explain_yaml_error(self.path, text, error, last))
        except yaml.YAMLError as error:
            where = Span.of(self.path, FILE_START)
            self.diagnostics.append(diagnose(codes.YAML_SYNTAX, where, _one_line(error)))
        return None

    def _document(self, events: Iterator[Any]) -> Node:
        root: Node | None = None
        for event in events:
            kind = type(event)
            if kind is yaml.DocumentStartEvent and root is not None:
                self._say(
                    codes.SECOND_DOCUMENT,
                    self._mark(event),
                    "a second YAML document begins here",
                    "keep one claim per file: remove the `---`, or move the rest to its own file",
                )
                raise _Stop
            if kind in _NODE_EVENTS:
                root = self._node(event, events, 1)
        if root is None or (isinstance(root, Scalar) and root.is_empty):
            self._say(codes.EMPTY_FILE, FILE_START, "the file holds nothing", _HOW_TO_BEGIN)
            raise _Stop
        return root

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:  # noqa: ANN401
        self._guard(event, depth)
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self._scalar(event)
        if kind is yaml.MappingStartEvent:
            return self._mapping(event, events, depth)
        if kind is yaml.SequenceStartEvent:
            return self._sequence(event, events, depth)
        return Scalar("", self._mark(event), "")

    def _guard(self, event: Any, depth: int) -> None:  # noqa: ANN401
        self._nodes += 1
        if self._nodes > self.limits.nodes:
            self._say(
                codes.TOO_MANY_NODES,
                self._mark(event),
                f"the file holds more than {self.limits.nodes:,} values",
                "split it",
            )
            raise _Stop
        if depth > self.limits.depth:
            self._say(
                codes.TOO_DEEP,
                self._mark(event),
                f"values are nested more than {self.limits.depth} levels deep",
                "no field of a claim nests so deep: check the indentation and the brackets",
            )
            raise _Stop
        if event.anchor is not None:
            self._refuse_anchor(event)
        if getattr(event, "tag", None) is not None:
            self._say(
                codes.YAML_TAG,
                self._mark(event),
                f"the tag `{shortened(event.tag.replace(_OWN_TAGS, '!!'))}` stands before a value",
                "remove it: the field decides what its value means; put a text that begins with "
                "`!` in quotes",
            )

    def _refuse_anchor(self, event: Any) -> None:  # noqa: ANN401
        sign = "*" if type(event) is yaml.AliasEvent else "&"
        self._say(
            codes.YAML_ALIAS,
            self._mark(event),
            f"`{sign}{shortened(event.anchor)}` is a YAML {'alias' if sign == '*' else 'anchor'}",
            f"write the value out; put a text that begins with `{sign}` in quotes",
        )

    def _scalar(self, event: Any) -> Scalar:  # noqa: ANN401
        mark = self._mark(event)
        style = event.style or ""
        self.scalars.append(Taken(mark, style in {"|", ">"}))
        if style == '"':
            self.diagnostics.extend(hidden_in_value(self.path, mark, event.value))
            return Scalar(without_hidden(event.value), mark, style)
        if self._may_be_cut and not style and event.value:
            self._warn_of_cut(mark)
        return Scalar(event.value, mark, "" if style == ":" else style)

    def _warn_of_cut(self, mark: Mark) -> None:
        """In unquoted text a ` #` begins a comment, and what follows is lost without a word."""
        line = self._lines[mark.end_line - 1]
        found = _COMMENT_LIKE_TEXT.match(line, mark.end_column - 1)
        if found:
            place = Mark(mark.end_line, found.start(1) + 1, mark.end_line, len(line.rstrip()) + 1)
            message = f"the text ends before `{shortened(found[1])}`, which YAML reads as a comment"
            hint = "put the whole text in quotes; if a comment is meant, write a space behind `#`"
            self._say(codes.CUT_BY_COMMENT, place, message, hint)

    def _sequence(self, event: Any, events: Iterator[Any], depth: int) -> Sequence:  # noqa: ANN401
        items: list[Node] = []
        for each in events:
            if type(each) is yaml.SequenceEndEvent:
                return Sequence(tuple(items), self._covering(event, each, items))
            items.append(self._node(each, events, depth + 1))
        raise _Stop

    def _mapping(self, event: Any, events: Iterator[Any], depth: int) -> Mapping:  # noqa: ANN401
        entries: dict[str, Entry] = {}
        for each in events:
            if type(each) is yaml.MappingEndEvent:
                values = [entry.value for entry in entries.values()]
                return Mapping(tuple(entries.values()), self._covering(event, each, values))
            key = self._node(each, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            self._add(entries, key, value)
        raise _Stop

    def _add(self, entries: dict[str, Entry], key: Node, value: Node) -> None:
        if not isinstance(key, Scalar):
            hint = "write one word before the colon"
            self._say(codes.COMPLEX_KEY, key.mark, "the name of a field is a list or a group", hint)
        elif len(key.text) > _LONGEST_KEY:
            message = f"the name of a field has {len(key.text):,} characters"
            hint = "write one word before the colon; put a text that holds a colon in quotes"
            self._say(codes.COMPLEX_KEY, key.mark, message, hint)
        elif key.text in entries:
            first = entries[key.text].key.mark
            self._say(
                codes.DUPLICATE_KEY,
                key.mark,
                f"`{shortened(key.text)}` stands twice among the same fields",
                f"keep one of them; the first is in line {first.line}",
            )
        else:
            entries[key.text] = Entry(key, value)

    def _mark(self, event: Any) -> Mark:  # noqa: ANN401
        start, end = event.start_mark, event.end_mark
        line = end.line + 1
        if line < self._last[0]:
            return Mark(start.line + 1, start.column + 1, line, end.column + 1)
        return Mark(*self._place(start), *self._place(end))

    def _covering(self, start: Any, end: Any, children: list[Node]) -> Mark:  # noqa: ANN401
        # A block collection's end event stands where the next token begins, lines further down.
        begin = self._place(start.start_mark)
        if end.start_mark.index != end.end_mark.index or not children:
            return Mark(*begin, *self._place(end.end_mark))
        return Mark(*begin, *children[-1].mark[2:])

    def _place(self, mark: Any) -> tuple[int, int]:  # noqa: ANN401
        # The parser adds a line end to a text that has none, and may stop behind it.
        return min((mark.line + 1, mark.column + 1), self._last)

    def _say(self, code: Code, mark: Mark, message: str, hint: str) -> None:
        self.diagnostics.append(diagnose(code, Span.of(self.path, mark), message, hint))


_LONGEST_KEY = 200
# People put a space behind the `#` of a comment, and none in `#1` or `#hashtag`.
_COMMENT_LIKE_TEXT = re.compile(r"[ \t]+(#\w\S*)")
_OWN_TAGS = "tag:yaml.org,2002:"
_HOW_TO_BEGIN = "begin with `claim:`, or run `claimbook new`"
_NODE_EVENTS = frozenset(
    {yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent, yaml.AliasEvent}
)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
