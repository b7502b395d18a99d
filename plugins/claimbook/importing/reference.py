"""What a reader of another program's file finds in it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from claimbook import codes
from claimbook.diagnostics import Diagnostic, diagnose
from claimbook.text import Span


class Reference(NamedTuple):
    """A reference as CSL-JSON describes it (CSL 1.0.2, ``csl-data.json``).

    It begins on a ``line`` of the file, counted from 1.
    """

    line: int
    item: Mapping[str, Any]


def broken(path: str, line: int, message: str, hint: str | None = None) -> Diagnostic:
    """A diagnostic about the reference that begins on a line."""
    return diagnose(codes.BROKEN_REFERENCE, Span(path, line, 1, line, 1), message, hint)


def nothing_in(path: str) -> Diagnostic:
    """A diagnostic about a file without a reference."""
    hint = "`--format` says what the file is, where its name and its first words do not"
    return broken(path, 1, "no reference is found here", hint)


def name_of(text: str) -> dict[str, str]:
    """The name of an author: parts where a comma tells them apart, else as a whole."""
    family, comma, given = (part.strip() for part in text.partition(","))
    if comma and family and given:
        return {"family": family, "given": given}
    return {"literal": text.strip(" ,")}


def date_of(text: str) -> dict[str, Any]:
    """A date of which CSL-JSON keeps the words."""
    return {"raw": text.strip()}
