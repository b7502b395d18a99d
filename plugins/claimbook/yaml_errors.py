"""What YAML's parser says, in the words of somebody who writes a claim."""

from typing import Any, NamedTuple

from claimbook import codes
from claimbook.diagnostics import Code, Diagnostic, Label, diagnose
from claimbook.text import Mark, Span, mark_at, offsets_of


class _Explanation(NamedTuple):
    needle: str
    message: str
    hint: str


_KNOWN = (
    _Explanation(
        "mapping values are not allowed",
        "a colon and a space stand inside an unquoted value, which YAML reads as a second key",
        "put the whole value in quotes, or write `>-` after the key and the text on the next line",
    ),
    _Explanation(
        "could not find expected ':'",
        "this line is neither `key: value` nor part of the value above",
        "add the colon, or indent the line so that it belongs to the value above",
    ),
    _Explanation(
        "did not find expected key",
        "this line does not continue what stands above",
        "align it with the keys above; close every quotation mark and put text that begins with "
        "a quotation mark in quotes as a whole",
    ),
    _Explanation(
        "did not find expected '-' indicator",
        "a list stands above, but this line does not begin with `- `",
        "begin it with `- `, or align it with the key it belongs to",
    ),
    _Explanation(
        "did not find expected ',' or ']'",
        "a list that opened with `[` is not closed here",
        "put `]` at its end, or quotes around the text",
    ),
    _Explanation(
        "did not find expected ',' or '}'",
        "a mapping that opened with `{` is not closed here",
        "put `}` at its end, or quotes around the text",
    ),
    _Explanation(
        "unexpected end of stream",
        "a quotation mark is opened and never closed",
        'close it; inside double quotes write a quotation mark as `\\"`',
    ),
    _Explanation(
        "unknown escape character",
        "a backslash inside double quotes begins an escape that YAML does not know",
        "write `\\\\`, or use single quotes",
    ),
    _Explanation(
        "cannot start any token",
        "a value cannot begin with this character",
        "put the value in quotes",
    ),
    _Explanation(
        "block sequence entries are not allowed",
        "a list cannot begin on the line of its key",
        "begin the list on the next line",
    ),
    _Explanation(
        "did not find expected <document start>",
        "the text goes on after its end",
        "indent it so that it belongs to the key above",
    ),
    _Explanation(
        "did not find expected alphabetic or numeric character",
        "`*` or `&` begins this value, which YAML reads as an alias",
        "put the value in quotes",
    ),
)


def explain_yaml_error(path: str, text: str, error: Any) -> Diagnostic:  # noqa: ANN401
    """Turn a ``MarkedYAMLError`` into a diagnostic at the place where reading stopped."""
    where = _place(text, error.problem_mark or error.context_mark)
    problem = " ".join(str(error.problem or error.context or "not YAML").split())
    code = codes.TAB if _is_tab(text, where) else codes.YAML_SYNTAX
    message, hint = _words(code, problem)
    labels = _context(path, text, error, where)
    return diagnose(code, Span.of(path, where), message, hint, labels=labels)


def _words(code: Code, problem: str) -> tuple[str, str]:
    if code is codes.TAB:
        return "a tab stands where YAML wants spaces", "replace the tab by two spaces"
    for known in _KNOWN:
        if known.needle in problem:
            return known.message, known.hint
    return f"this is not YAML: {problem}", "see the example in `claimbook explain CB005`"


def _place(text: str, mark: Any) -> Mark:  # noqa: ANN401
    if mark is None:
        return mark_at(text, 0, 0)
    start, _ = offsets_of(text, Mark(mark.line + 1, mark.column + 1, mark.line + 1, 1))
    if start >= len(text):
        start = len(text.rstrip())
    end = text.find("\n", start)
    return mark_at(text, start, min(start + 1, end if end >= 0 else len(text)))


def _is_tab(text: str, where: Mark) -> bool:
    start, _ = offsets_of(text, where)
    line_start = text.rfind("\n", 0, start) + 1
    return text[start : start + 1] == "\t" or "\t" in _leading(text[line_start:])


def _leading(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def _context(path: str, text: str, error: Any, where: Mark) -> tuple[Label, ...]:  # noqa: ANN401
    if error.context_mark is None or error.problem_mark is None:
        return ()
    opened = _place(text, error.context_mark)
    if opened == where or opened.line == where.line:
        return ()
    return (Label(Span.of(path, opened), "what is being read began here"),)
