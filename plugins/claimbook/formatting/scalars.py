"""One text as YAML: plain where that is safe, in double quotes or as a block where it is not."""

import re
from typing import NamedTuple

from claimbook.formatting.manner import Manner
from claimbook.yaml_tree import NULLS, Scalar

WIDTH = 96
# What some reader of YAML takes for a number, a boolean or a date.
_LOOKS_TYPED = re.compile(
    r"[-+]?[0-9.][0-9_.,:eExXoO+-]*|true|false|yes|no|on|off|null|~|[yn]|[-+]?\.(inf|nan)"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}.*",
    re.IGNORECASE,
)
_BAD_START = re.compile(r"[,\[\]{}#&*!|>'\"%@`]|[-?:](?=\s|$)|---|\.\.\.")
_BAD_WITHIN = re.compile(r":(?=\s|$)|\s#|[\n\t]")
_BAD_IN_FLOW = re.compile(r"[,\[\]{}]|:(?=[\"'])|^[?:-]")
_BREAK = re.compile(r"(?<=[^ \t]) (?=[^ \t])")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


class Written(NamedTuple):
    """A value as it stands behind its key, and the lines below it, each indented by two."""

    inline: str
    below: tuple[str, ...] = ()


def written(scalar: Scalar, manner: Manner, column: int, indent: int) -> Written:
    """A scalar whose one-line form would begin at ``column``, its block form at ``indent``."""
    text = _content(scalar, manner)
    is_block = scalar.style in {"|", ">"}
    if "\n" in text:
        return _literal(text, manner)
    if manner is Manner.IS_MARKDOWN and scalar.style == "|":
        return _literal(text, manner)
    if is_block and text:
        return _folded(text, indent)
    line = one_line(scalar, manner)
    if manner is not Manner.IS_WORD and column + len(line) > WIDTH and _BREAK.search(text):
        return _folded(text, indent)
    return Written(line)


def one_line(scalar: Scalar, manner: Manner, *, in_flow: bool = False) -> str:
    """A scalar in one line: plain, or in double quotes."""
    text = _content(scalar, manner)
    if not scalar.style and (text in NULLS or not text):
        return text
    if not _needs_quotes(text, in_flow=in_flow) and not _keeps_quotes(scalar, manner, text):
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """``text`` in double quotes."""
    return '"' + "".join(_ESCAPES.get(char, char) for char in text) + '"'


def key_text(text: str) -> str:
    """A key in its usual form."""
    return text if re.fullmatch(r"[\w][\w.-]*", text) and text not in NULLS else quoted(text)


def _content(scalar: Scalar, manner: Manner) -> str:
    if manner is Manner.FOLDS:
        return re.sub(r"[ \t\n]+", " ", scalar.text).strip()
    return scalar.text if manner is Manner.IS_WORD else scalar.text.strip()


def _needs_quotes(text: str, *, in_flow: bool) -> bool:
    return (
        not text
        or text != text.strip()
        or text in NULLS
        or _BAD_START.match(text) is not None
        or _BAD_WITHIN.search(text) is not None
        or (in_flow and _BAD_IN_FLOW.search(text) is not None)
    )


def _keeps_quotes(scalar: Scalar, manner: Manner, text: str) -> bool:
    """An author who quotes `"1984"` or `"no"` in a text means a text, for other programs too."""
    is_text = manner is not Manner.IS_WORD
    return bool(scalar.style) and is_text and _LOOKS_TYPED.fullmatch(text) is not None


def _literal(text: str, manner: Manner) -> Written:
    sign = "|" if manner is Manner.IS_MARKDOWN else "|-"
    return Written(sign, tuple(text.split("\n")))


def _folded(text: str, indent: int) -> Written:
    lines: list[str] = []
    for word in _BREAK.split(text):
        if lines and indent + len(lines[-1]) + 1 + len(word) <= WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return Written(">-", tuple(lines))
