"""The mistakes people make in YAML, recognised by what stands around the place of the error."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, Self

from claimbook.diagnostics import Label
from claimbook.text import Mark, Span

# `key: value`, perhaps behind the hyphens of a list.
_FIELD = re.compile(
    r"(?P<lead> *(?:- +)*)(?P<key>[^\s:#\"'\[\]{},][^:#]*?)(?P<gap> *):(?P<rest>.*)$"
)
_NO_SPACE_BEHIND_COLON = re.compile(r" *(?:- +)*(?P<key>[a-z_]+):(?P<value>[^ \t\n\r/].*)$")
_NO_SPACE_BEHIND_HYPHEN = re.compile(r" *-(?P<value>[A-Za-z].*)$")
_EQUALS_SIGN = re.compile(r" *(?P<key>[a-z_]+) *= *(?P<value>\S.*)$")
# What a word processor makes of a hyphen at the start of a line.
_BULLET = re.compile(r" *(?P<sign>[–—−•·*]) +(?P<field>[a-z_]+):")
_MERGE = re.compile(r"^(<{7}|={7}|>{7})(?: |$)", re.MULTILINE)
_RESERVED = (
    "cannot start any token",
    "did not find expected node content",
    "mapping keys are not allowed",
)
_LONGEST_EXAMPLE = 70

Place = tuple[int, int]


class Mistake(NamedTuple):
    """What is wrong, where, and what to do."""

    mark: Mark
    message: str
    hint: str
    label: tuple[Mark, str] | None = None
    is_tab: bool = False

    def labels_in(self, path: str) -> tuple[Label, ...]:
        """The second place, as diagnostics want it."""
        return (Label(Span.of(path, self.label[0]), self.label[1]),) if self.label else ()


@dataclass(frozen=True, slots=True)
class Halt:
    """Where the parser stopped: 1-based, as marks are.

    ``here`` is the character it could not read, ``began`` where what it was reading begins,
    ``last`` the last piece of text it could read.
    """

    lines: tuple[str, ...]
    problem: str
    here: Mark
    began: Mark | None
    last: Mark | None

    @classmethod
    def at(
        cls, text: str, problem: str, stopped: Place, began: Place | None, last: Mark | None
    ) -> Self:
        """A halt from the parser's 0-based places."""
        lines = tuple(text.split("\n"))
        start = None if began is None else _character(lines, *began)
        return cls(lines, problem, _character(lines, *stopped), start, last)

    @property
    def line(self) -> str:
        """The line on which the parser stopped."""
        return self.lines[self.here.line - 1]

    @property
    def before(self) -> str:
        """What stands on that line before the place."""
        return self.line[: self.here.column - 1]

    @property
    def is_at_line_start(self) -> bool:
        """Whether nothing but space stands before the place."""
        return not self.before.strip()

    def field_above(self, line: int) -> tuple[int, str] | None:
        """Number and text of the nearest line above ``line`` that is no comment and not empty."""
        for number in range(line - 1, 0, -1):
            text = self.lines[number - 1]
            if text.strip() and not text.lstrip().startswith("#"):
                return number, text
        return None


def mistake(halt: Halt) -> Mistake | None:
    """The mistake that made the parser stop, or None where none is recognised."""
    for recognise in _MISTAKES:
        found = recognise(halt)
        if found is not None:
            return found
    return None


def _character(lines: tuple[str, ...], line: int, column: int) -> Mark:
    """The character at a 0-based place; the last one of the text where that lies behind its end."""
    number = min(line, len(lines) - 1)
    while (
        number > 0 and (number < line or column >= len(lines[number])) and not lines[number].strip()
    ):
        number, column = number - 1, len(lines[number - 1])
    start = min(column, len(lines[number]))
    return Mark(number + 1, start + 1, number + 1, min(start + 1, len(lines[number])) + 1)


def _merge_conflict(halt: Halt) -> Mistake | None:
    for number, line in enumerate(halt.lines, 1):
        found = _MERGE.match(line)
        if found is not None:
            return Mistake(
                Mark(number, 1, number, found.end(1) + 1),
                "a mark of an unresolved merge stands here",
                "keep one of the two versions and delete the lines that begin with `<<<<<<<`, "
                "`=======` and `>>>>>>>`",
            )
    return None


def _tab(halt: Halt) -> Mistake | None:
    lead = halt.line[: len(halt.line) - len(halt.line.lstrip(" \t"))]
    at = lead.find("\t")
    if at < 0 and halt.line[halt.here.column - 1 : halt.here.column] == "\t":
        at = halt.here.column - 1
    if at < 0:
        return None
    number = halt.here.line
    mark = Mark(number, at + 1, number, at + 2)
    return Mistake(
        mark, "a tab stands where YAML wants spaces", "replace the tab by two spaces", is_tab=True
    )


def _unclosed_quote(halt: Halt) -> Mistake | None:
    if "unexpected end of stream" in halt.problem and halt.began is not None:
        return Mistake(
            halt.began,
            "this quotation mark is opened and never closed",
            "close it, or put single quotes around a text that begins with a quotation mark",
        )
    last = halt.last
    if last is None or last.line == last.end_line or not _follows(halt, last):
        return None
    closing = Mark(last.end_line, last.end_column - 1, last.end_line, last.end_column)
    return Mistake(
        Mark(last.line, last.column, last.line, last.column + 1),
        f"this quotation mark is closed only in line {last.end_line}, where more text follows",
        "close it where the quotation ends",
        (closing, "closed here"),
    )


def _text_behind_quote(halt: Halt) -> Mistake | None:
    last = halt.last
    if last is None or last.line != last.end_line or not _follows(halt, last):
        return None
    end = len(halt.line.rstrip())
    return Mistake(
        Mark(halt.here.line, halt.here.column, halt.here.line, max(end, halt.here.column) + 1),
        "the quotation mark that opens this value is closed before its end",
        f"write it as {_quoted(halt.line[last.column - 1 :].strip())}",
        (Mark(last.line, last.end_column - 1, last.line, last.end_column), "closed here"),
    )


def _follows(halt: Halt, last: Mark) -> bool:
    """Whether the parser stopped behind a quoted text, on the same line."""
    opening = halt.lines[last.line - 1][last.column - 1 : last.column]
    if opening not in {"'", '"'} or last.end_line != halt.here.line:
        return False
    between = halt.line[last.end_column - 1 : halt.here.column - 1]
    return halt.here.column >= last.end_column and not between.strip()


def _text_behind_bracket(halt: Halt) -> Mistake | None:
    if "did not find expected" not in halt.problem or halt.is_at_line_start:
        return None
    found = _FIELD.match(halt.line)
    value = found["rest"].strip() if found else halt.line.strip().removeprefix("- ")
    if value[:1] not in {"[", "{"} or not halt.before.rstrip().endswith(("]", "}")):
        return None
    what = "a list" if value[0] == "[" else "a group of fields"
    start = halt.line.index(value) + 1
    return Mistake(
        Mark(halt.here.line, start, halt.here.line, start + 1),
        f"YAML reads a value that begins with `{value[0]}` as {what}, and text follows its end",
        f"put the whole value in quotes: {_quoted(value)}",
    )


def _unclosed_bracket(halt: Halt) -> Mistake | None:
    for sign, closing in (("[", "]"), ("{", "}")):
        if f"did not find expected ',' or '{closing}'" in halt.problem and halt.began is not None:
            return Mistake(
                halt.began,
                f"`{sign}` is opened here and not closed",
                f"put `{closing}` at the end, or quotes around the text if it is no list",
                (halt.here, "reading stopped here"),
            )
    return None


def _no_space_behind_sign(halt: Halt) -> Mistake | None:
    if "mapping values are not allowed" not in halt.problem or not _is_field(halt):
        return None
    above = halt.field_above(halt.here.line)
    if above is None:
        return None
    number, text = above
    return _without_space(number, text)


def _without_space(number: int, text: str) -> Mistake | None:
    """The mistake of a line in which a colon or a hyphen touches what follows it."""
    for sign, pattern in (("colon", _NO_SPACE_BEHIND_COLON), ("hyphen", _NO_SPACE_BEHIND_HYPHEN)):
        found = pattern.match(text)
        if found is not None:
            at, value = found.start("value"), found["value"]
            better = f"{text[:at].strip()} {value.strip()}"
            return Mistake(
                Mark(number, at, number, at + 1),
                _lacking(sign, value),
                f"write `{_short(better)}`",
            )
    return None


def _lacking(sign: str, value: str) -> str:
    """What is wrong with what follows a sign; copied text brings spaces that are none."""
    if value[0].isspace():
        return f"what stands behind this {sign} looks like a space and is another character"
    return f"no space stands behind this {sign}"


def _printed_bullet(halt: Halt) -> Mistake | None:
    above = halt.field_above(halt.here.line)
    found = _BULLET.match(above[1]) if above else None
    if above is None or found is None:
        return None
    at = found.start("sign") + 1
    return Mistake(
        Mark(above[0], at, above[0], at + 1),
        f"an entry of a list begins with a hyphen, not with `{found['sign']}`",
        f"write a hyphen and a space: `- {found['field']}: …`",
    )


def _indented_too_far(halt: Halt) -> Mistake | None:
    if "mapping values are not allowed" not in halt.problem or not _is_field(halt):
        return None
    above = halt.field_above(halt.here.line)
    field = _FIELD.match(above[1]) if above else None
    indent = _indent(halt.line)
    if above is None or field is None or indent <= len(field["lead"]):
        return None
    start = indent + 1
    return Mistake(
        Mark(halt.here.line, start, halt.here.line, halt.here.column),
        "this field is indented deeper than the one above, which has a value of its own",
        f"align it with `{field['key']}` in line {above[0]}",
    )


def _indented_between(halt: Halt) -> Mistake | None:
    expects = ("did not find expected key", "did not find expected '-' indicator")
    if not halt.problem.startswith(expects) or not halt.is_at_line_start or halt.here.column == 1:
        return None
    spaces = halt.here.column - 1
    indents = _indents_above(halt)
    if spaces in indents:
        return None
    near = " or ".join(f"`{text}` in line {number}" for number, text in indents.values())
    if halt.line.lstrip().startswith("- "):
        near = _hyphen_above(halt) or near
    end = len(halt.line.rstrip()) + 1
    return Mistake(
        Mark(halt.here.line, halt.here.column, halt.here.line, end),
        f"this line is indented by {spaces} space{'s' if spaces != 1 else ''}, as no line above is",
        f"align it with {near}" if near else "align it with a line above",
    )


def _hyphen_above(halt: Halt) -> str | None:
    for number in range(halt.here.line - 1, 0, -1):
        if halt.lines[number - 1].lstrip().startswith("- "):
            return f"the hyphen in line {number}"
    return None


def _indents_above(halt: Halt) -> dict[int, tuple[int, str]]:
    """The two nearest indentations above: of the line before, and the next smaller one."""
    found: dict[int, tuple[int, str]] = {}
    number = halt.here.line
    while (above := halt.field_above(number)) is not None and len(found) < 2:  # noqa: PLR2004
        number, text = above
        field = _FIELD.match(text)
        for indent in sorted({_indent(text), len(field["lead"]) if field else _indent(text)}):
            if field and not any(indent >= known for known in found):
                found[indent] = (number, field["key"])
    return found


def _reserved_sign(halt: Halt) -> Mistake | None:
    if any(needle in halt.problem for needle in _RESERVED):
        mark = halt.here
    elif "expected alphabetic or numeric character" in halt.problem and halt.began is not None:
        mark = halt.began
    else:
        return None
    value = halt.lines[mark.line - 1][mark.column - 1 :].strip()
    sign = "a back quote" if value[:1] == "`" else f"`{value[:1]}`"
    message = f"a value cannot begin with {sign}"
    return Mistake(mark, message, f"put the whole value in quotes: {_quoted(value)}")


def _stray_text(halt: Halt) -> Mistake | None:
    if "could not find expected ':'" not in halt.problem or halt.began is None:
        return None
    number = halt.began.line
    line = halt.lines[number - 1]
    return _without_space(number, line) or Mistake(
        Mark(number, _indent(line) + 1, number, len(line.rstrip()) + 1),
        "this line is neither `field: value` nor part of the text above",
        _meant_by(line.strip()),
    )


def _meant_by(line: str) -> str:
    """What to write in place of a line without a colon."""
    equals = _EQUALS_SIGN.match(line)
    if equals is not None:
        better = f"{equals['key']}: {equals['value']}"
        return f"write `{_short(better)}`, with a colon"
    first, _, rest = line.partition(" ")
    # A field's name is lower case; a sentence goes on in lower case too, a value seldom begins so.
    if re.fullmatch(r"[a-z_]+", first) and rest and not rest[0].islower():
        return f"write `{_short(f'{first}: {rest}')}`; or indent it to go on with the text above"
    return "indent it so that it belongs to the text above, or write it as `field: value`"


def _colon_in_text(halt: Halt) -> Mistake | None:
    if "mapping values are not allowed" not in halt.problem:
        return None
    field = _FIELD.match(halt.line)
    hint = (
        "put the whole text in quotes, or write `>-` after the field and the text on the next line"
    )
    if field is not None and field["rest"].strip():
        example = f"{field['key']}: {_quoted(field['rest'].strip())[1:-1]}"
        if len(example) <= _LONGEST_EXAMPLE:
            hint = f"put the whole text in quotes: `{example}`"
    return Mistake(halt.here, "a colon followed by a space stands in a text without quotes", hint)


def _is_field(halt: Halt) -> bool:
    """Whether the parser stopped at the first colon of its line."""
    field = _FIELD.match(halt.line)
    return field is not None and field.start("rest") == halt.here.column


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _quoted(value: str) -> str:
    """``value`` as YAML that is read as it stands, in back quotes for a hint."""
    is_wrapped = len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
    inner = value[1:-1] if is_wrapped else value
    if '"' in inner or "\\" in inner:
        return f"`{_short(chr(39) + inner.replace(chr(39), chr(39) * 2) + chr(39))}`"
    return f"`{_short(chr(34) + inner + chr(34))}`"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_EXAMPLE else f"{text[: _LONGEST_EXAMPLE - 1]}…"


_MISTAKES: tuple[Callable[[Halt], Mistake | None], ...] = (
    _merge_conflict,
    _tab,
    _unclosed_quote,
    _text_behind_quote,
    _text_behind_bracket,
    _unclosed_bracket,
    _printed_bullet,
    _no_space_behind_sign,
    _indented_too_far,
    _indented_between,
    _reserved_sign,
    _stray_text,
    _colon_in_text,
)
