"""YAML that is written otherwise than most claim files: read from the library's parser events."""

import re
from collections.abc import Callable
from typing import Any

import yaml

from claimbook import codes
from claimbook.characters import hidden_in_value, without_hidden
from claimbook.diagnostics import Code, Diagnostic, diagnose, shortened
from claimbook.text import FILE_START, Mark, Span
from claimbook.yaml_nodes import Entry, Limits, Mapping, Node, Scalar, Sequence


class OwnLoader(yaml.SafeLoader):
    """The library's own parser, which takes tabs between words as libyaml does (YAML 1.2.2, 6.2).

    Left to itself it refuses every tab that does not stand in quotes.
    """

    def scan_to_next_token(self) -> None:
        """Go on behind blanks, comments and ends of lines."""
        scan: Any = super().scan_to_next_token
        scan()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            scan()

    def scan_plain_spaces(self, indent: int, start_mark: Any) -> Any:  # noqa: ANN401 - as there
        """The blanks between two words of a text without quotes."""
        length = 0
        while self.peek(length) in {" ", "\t"}:
            length += 1
        blanks: str = self.prefix(length)
        if "\t" in blanks and self.peek(length) not in _BREAKS:
            self.forward(length)
            return [blanks]
        self.forward(len(blanks.rstrip(" ")))
        scan: Any = super().scan_plain_spaces
        return scan(indent, start_mark)

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> Any:  # noqa: ANN401, FBT001 - as there
        """A part of a text in quotes; no escape in it may stand for what is no letter."""
        where = self.get_mark()
        scan: Any = super().scan_flow_scalar_non_spaces
        try:
            pieces = scan(double, start_mark)
            "".join(pieces).encode()
        except (ValueError, OverflowError) as error:
            raise yaml.scanner.ScannerError(_IN_QUOTES, start_mark, _NO_LETTER, where) from error
        return pieces


_IN_QUOTES = "while parsing a quoted scalar"
_NO_LETTER = "found invalid Unicode character escape code"
_BREAKS = frozenset("\r\n\x85\u2028\u2029")
# The loaders are used for their parser only; libyaml's is twenty times as fast as Python's.
_LOADER: Any = getattr(yaml, "CSafeLoader", OwnLoader)

NextEvent = Callable[[], Any]
# What has been read of a list, or of a group of fields by their names.
_Inside = list[Node] | dict[str, Entry]


class _Stop(Exception):  # noqa: N818 - control flow inside this module only
    """Reading cannot go on; the reason is already among the diagnostics."""


class Builder:
    """Turns parser events into nodes; one instance reads one file."""

    def __init__(self, path: str, limits: Limits) -> None:
        self.path = path
        self.limits = limits
        self.diagnostics: list[Diagnostic] = []
        self.scalars: list[Scalar] = []
        self._lines: list[str] = []
        self._last = (1, 1)
        # The mapping of which a second copy was met.
        self._second: dict[str, Entry] | None = None
        self._plain_styles = _PLAIN_STYLES

    def build(self, text: str) -> Node | None:
        """The root node, or None where the text cannot be read."""
        self._last = (text.count("\n") + 1, len(text) - text.rfind("\n"))
        if "#" in text and _COMMENT_LIKE_TEXT.search(text):
            self._lines = text.split("\n")
            self._plain_styles = _PLAIN_STYLES - {""}
        try:
            return self._document(_LOADER(text).get_event)
        except _Stop:
            return None
        except yaml.MarkedYAMLError as error:
            from claimbook.yaml_errors import explain_yaml_error  # noqa: PLC0415 - rarely needed

            last = self.scalars[-1].mark if self.scalars else None
            self.diagnostics.append(explain_yaml_error(self.path, text, error, last))
        except yaml.YAMLError as error:
            where = Span.of(self.path, FILE_START)
            self.diagnostics.append(diagnose(codes.YAML_SYNTAX, where, _one_line(error)))
        return None

    def _document(self, next_event: NextEvent) -> Node:
        root: Node | None = None
        while event := next_event():
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
                root = self._node(event, next_event)
        if root is None or (isinstance(root, Scalar) and root.is_empty):
            self._say(codes.EMPTY_FILE, FILE_START, "the file holds nothing", _HOW_TO_BEGIN)
            raise _Stop
        return root

    def _node(self, event: Any, next_event: NextEvent) -> Node:  # noqa: ANN401, C901, PLR0912, PLR0915
        """The node that begins with ``event``, and everything in it.

        Half of the time of reading is spent in this loop: what is open stands in local names and
        what is around it on a stack; four of five events, unremarkable scalars, call nothing.
        """
        scalar_event: Any = yaml.ScalarEvent
        last_line, most, deepest = self._last[0], self.limits.nodes, self.limits.depth
        new, styles, taken, longest = tuple.__new__, self._plain_styles, self.scalars, LONGEST_KEY
        stack: list[tuple[Any, _Inside, Node | None]] = [(None, [], None)]
        begun, inside, key = stack.pop()
        node: Node
        count = 0
        while True:
            count += 1
            kind = type(event)
            if kind is scalar_event:
                start, end, style = event.start_mark, event.end_mark, event.style
                line, is_plain = end.line + 1, style in styles and event.anchor is event.tag is None
                if is_plain and line < last_line and count <= most and len(stack) < deepest:
                    mark = new(Mark, (start.line + 1, start.column + 1, line, end.column + 1))
                    node = Scalar(event.value, mark, style)
                else:
                    node = self._scalar(event, count, len(stack))
                taken.append(node)
            elif kind in _ENDS:
                count -= 1
                node = self._ended(begun, event, inside)
                begun, inside, key = stack.pop()
            else:
                self._guard(event, count, len(stack))
                if kind in _BEGUN:
                    stack.append((begun, inside, key))
                    begun, inside, key = event, _BEGUN[kind](), None
                    event = next_event()
                    continue
                node = Scalar("", self._mark(event), "")
            if not stack:
                return node
            if isinstance(inside, list):
                inside.append(node)
            elif key is None:
                key = node
            else:
                if type(key) is Scalar and key.text not in inside and len(key.text) <= longest:
                    inside[key.text] = Entry(key, node)
                else:
                    self._refuse_entry(inside, key)
                key = None
            event = next_event()

    def _ended(self, begun: Any, event: Any, inside: _Inside) -> Node:  # noqa: ANN401
        """The list or group between two events."""
        if isinstance(inside, list):
            mark = self._covering(begun, event, inside[-1] if inside else None)
            return Sequence(tuple(inside), mark)
        held = tuple(inside.values())
        mark = self._covering(begun, event, held[-1].value if held else None)
        return Mapping(held, mark)

    def _guard(self, event: Any, count: int, depth: int) -> None:  # noqa: ANN401
        if count > self.limits.nodes:
            self._say(
                codes.TOO_MANY_NODES,
                self._mark(event),
                f"the file holds more than {self.limits.nodes:,} values",
                "split it",
            )
            raise _Stop
        if depth >= self.limits.depth:
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
            self._refuse_tag(event)

    def _refuse_tag(self, event: Any) -> None:  # noqa: ANN401
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

    def _scalar(self, event: Any, count: int, depth: int) -> Scalar:  # noqa: ANN401
        self._guard(event, count, depth)
        mark, style, text = self._mark(event), event.style or "", event.value
        if style == '"':
            self.diagnostics.extend(hidden_in_value(self.path, mark, text))
            text = without_hidden(text)
        elif self._lines and not style and text:
            self._warn_of_cut(mark)
        return Scalar(text, mark, "" if style == ":" else style)

    def _warn_of_cut(self, mark: Mark) -> None:
        """In unquoted text a ` #` begins a comment, and what follows is lost without a word."""
        line = self._lines[mark.end_line - 1]
        found = _COMMENT_LIKE_TEXT.match(line, mark.end_column - 1)
        if found:
            place = Mark(mark.end_line, found.start(1) + 1, mark.end_line, len(line.rstrip()) + 1)
            message = f"the text ends before `{shortened(found[1])}`, which YAML reads as a comment"
            hint = "put the whole text in quotes; if a comment is meant, write a space behind `#`"
            self._say(codes.CUT_BY_COMMENT, place, message, hint)

    def _refuse_entry(self, entries: dict[str, Entry], key: Node) -> None:
        if not isinstance(key, Scalar):
            hint = "write one word before the colon"
            self._say(codes.COMPLEX_KEY, key.mark, "the name of a field is a list or a group", hint)
        elif len(key.text) > LONGEST_KEY:
            message = f"the name of a field has {len(key.text):,} characters"
            hint = "write one word before the colon; put a text that holds a colon in quotes"
            self._say(codes.COMPLEX_KEY, key.mark, message, hint)
        elif self._second is not entries:
            self._refuse_second(entries, key)

    def _refuse_second(self, entries: dict[str, Entry], key: Scalar) -> None:
        """Report a repeated key; where the first key comes again, all that follow it do too."""
        first = entries[key.text].key.mark
        message = f"`{shortened(key.text)}` stands twice among the same fields"
        hint = f"keep one of them; the first is in line {first.line}"
        if len(entries) > 1 and key.text == next(iter(entries)):
            self._second = entries
            if key.mark.column == 1:
                hint = (
                    "a file holds one claim: move the lines from here on into a file of their own; "
                    f"if they are the same claim, keep what begins in line {first.line}"
                )
            else:
                hint = (
                    "begin each entry of a list with `- ` on its first line; if this is the same "
                    f"entry, keep what begins in line {first.line}"
                )
        self._say(codes.DUPLICATE_KEY, key.mark, message, hint)

    def _mark(self, event: Any) -> Mark:  # noqa: ANN401
        start, end = event.start_mark, event.end_mark
        line = end.line + 1
        if line < self._last[0]:
            return Mark(start.line + 1, start.column + 1, line, end.column + 1)
        return Mark(*self._place(start), *self._place(end))

    def _covering(self, start: Any, end: Any, last: Node | None) -> Mark:  # noqa: ANN401
        # A block collection's end event stands where the next token begins, lines further down.
        begin, stop = start.start_mark, end.end_mark
        if last is None or end.start_mark.index != stop.index:
            return Mark(*self._place(begin), *self._place(stop))
        return tuple.__new__(Mark, (begin.line + 1, begin.column + 1, *last.mark[2:]))

    def _place(self, mark: Any) -> tuple[int, int]:  # noqa: ANN401
        # The parser adds a line end to a text that has none, and may stop behind it.
        return min((mark.line + 1, mark.column + 1), self._last)

    def _say(self, code: Code, mark: Mark, message: str, hint: str) -> None:
        self.diagnostics.append(diagnose(code, Span.of(self.path, mark), message, hint))


_BEGUN: dict[Any, type[list[Node]] | type[dict[str, Entry]]] = {
    yaml.SequenceStartEvent: list,
    yaml.MappingStartEvent: dict,
}
_ENDS = frozenset({yaml.SequenceEndEvent, yaml.MappingEndEvent})
# In these, what stands in the file is what was read; what does not cannot be hidden.
_PLAIN_STYLES = frozenset({"", "'", "|", ">"})
LONGEST_KEY = 200
# People put a space behind the `#` of a comment, and none in `#1` or `#hashtag`.
_COMMENT_LIKE_TEXT = re.compile(r"[ \t]+(#\w\S*)")
_OWN_TAGS = "tag:yaml.org,2002:"
_HOW_TO_BEGIN = "begin with `claim:`, or run `claimbook new`"
_NODE_EVENTS = frozenset(
    {yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent, yaml.AliasEvent}
)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
