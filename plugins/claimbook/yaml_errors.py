"""What YAML's parser says, in the words of somebody who writes a claim.

The parser stops where it is lost, which is often lines behind the mistake. What stands around
that place tells what was meant; :mod:`claimbook.yaml_mistakes` looks there. What it does not
know is translated from the parser's own words here.
"""

import re
from typing import Any, NamedTuple

from claimbook import codes
from claimbook.diagnostics import Diagnostic, diagnose
from claimbook.text import FILE_START, Mark, Span
from claimbook.yaml_mistakes import Halt, Mistake, mistake


class _Translation(NamedTuple):
    needle: str
    message: str
    hint: str


_KNOWN = (
    _Translation(
        "did not find expected key",
        "this does not continue what stands above",
        "align it with the fields above, or put the text around it in quotes as a whole",
    ),
    _Translation(
        "did not find expected '-' indicator",
        "a list stands above, but this line does not begin with `- `",
        "begin it with `- `, or align it with the field it belongs to",
    ),
    _Translation(
        "unknown escape character",
        "a backslash inside double quotes begins an escape that YAML does not know",
        "write `\\\\` for a backslash, or use single quotes around the text",
    ),
    _Translation(
        "block sequence entries are not allowed",
        "a list cannot begin on the line of its field",
        "write each entry on a line of its own below, or all of them as `[one, two]`",
    ),
    _Translation(
        "did not find expected <document start>",
        "the text goes on after its end",
        "indent it so that it belongs to the field above",
    ),
    _Translation(
        "did not find expected comment or line break",
        "text stands on the same line behind `>` or `|`",
        "begin the text on the next line, indented; if the sign is part of it, put it in quotes",
    ),
    _Translation(
        "found an indentation indicator equal to 0",
        "a digit stands behind `>` or `|`",
        "begin the text on the next line, indented; if the sign is part of it, put it in quotes",
    ),
    _Translation(
        "directive",
        "a line begins with `%`, which YAML keeps for itself",
        "indent it so that it belongs to the field above",
    ),
    _Translation(
        "found unexpected non-alphabetical character",
        "a line begins with `%`, which YAML keeps for itself",
        "indent it so that it belongs to the field above",
    ),
    _Translation(
        "did not find URI escape",
        "a value cannot begin with `!`",
        "put the whole value in quotes",
    ),
)


# Where libyaml is not at hand, the library's own parser says the same in other words: what it
# says, in what it says it, and libyaml's words.
_OTHERWISE = (
    (r"expected <block end>, but found .*", "block mapping", "did not find expected key"),
    (r"expected <block end>, but found .*", "", "did not find expected '-' indicator"),
    (r"sequence entries are not allowed here", "", "block sequence entries are not allowed"),
    (r"expected (',' or '[]}]'), but got .*", "", r"did not find expected \1"),
    (r"expected the node content, but found .*", "", "did not find expected node content"),
    (r"expected a comment or a line break, .*", "", "did not find expected comment or line break"),
    (r"expected chomping .*, but found .*", "", "did not find expected comment or line break"),
    (r"found unknown escape character .*", "", "found unknown escape character"),
    (r"expected '<document start>', .*", "", "did not find expected <document start>"),
)


def explain_yaml_error(path: str, text: str, error: Any, last: Mark | None = None) -> Diagnostic:  # noqa: ANN401
    """Turn a ``MarkedYAMLError`` into a diagnostic at the place of the mistake.

    ``last`` is where the last piece of text stands that could be read.
    """
    found = _explained(text, error, last)
    labels = found.labels_in(path)
    code = codes.TAB if found.is_tab else codes.YAML_SYNTAX
    return diagnose(code, Span.of(path, found.mark), found.message, found.hint, labels=labels)


def _explained(text: str, error: Any, last: Mark | None) -> Mistake:  # noqa: ANN401
    problem = _in_libyamls_words(
        str(error.problem or error.context or "not YAML"), str(error.context or "")
    )
    stopped = error.problem_mark or error.context_mark
    if stopped is None:
        return Mistake(FILE_START, *_translated(problem))
    # Its own parser points behind the backslash.
    is_behind = str(error.problem).startswith("found unknown escape character '")
    place = (stopped.line, stopped.column - is_behind)
    halt = Halt.at(text, problem, place, _place(error.context_mark), last)
    return mistake(halt) or Mistake(halt.here, *_translated(problem))


def _in_libyamls_words(problem: str, context: str) -> str:
    said = " ".join(problem.split())
    for pattern, where, words in _OTHERWISE:
        found = re.fullmatch(pattern, said)
        if found and where in context:
            return found.expand(words)
    return said


def _place(mark: Any) -> tuple[int, int] | None:  # noqa: ANN401
    return None if mark is None else (mark.line, mark.column)


def _translated(problem: str) -> tuple[str, str]:
    for known in _KNOWN:
        if known.needle in problem:
            return known.message, known.hint
    return f"this is not YAML: {problem}", "compare the line with `claimbook explain CB005`"
