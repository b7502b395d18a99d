"""What Claimbook says about a file: codes, diagnostics, and values that carry them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from claimbook.data import Fixed
from claimbook.text import Span

T_co = TypeVar("T_co", covariant=True)


class Severity(StrEnum):
    """How much a diagnostic weighs.

    ``ERROR``: the claim cannot be published honestly. ``WARNING``: fails ``--strict``.
    ``NOTE``: worth knowing, fails nothing.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for an error, growing as the weight falls; for sorting."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True)
class Code:
    """A permanent identity of one kind of diagnostic: ``CB204 undefined-source``."""

    id: str
    name: str
    severity: Severity

    def __str__(self) -> str:
        return f"{self.id} {self.name}"


@dataclass(frozen=True, slots=True)
class Label:
    """A second place that helps to understand a diagnostic."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that would mend the problem: replace what stands at ``span`` by ``text``."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem at one place: what *is* (message), and what to do (hint)."""

    code: Code
    severity: Severity
    message: str
    span: Span
    hint: str | None = None
    labels: tuple[Label, ...] = ()
    edit: Edit | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every place it speaks of: its own, then those of its labels."""
        return (self.span, *(each.span for each in self.labels))

    @property
    def order(self) -> tuple[object, ...]:
        """Sort key: by file, place, then code, so that every report has one order."""
        return (*self.span, self.code.id, self.message)


def diagnose(
    code: Code,
    span: Span,
    message: str,
    hint: str | None = None,
    *,
    labels: tuple[Label, ...] = (),
    edit: Edit | None = None,
) -> Diagnostic:
    """Make a diagnostic with its code's own severity."""
    return Diagnostic(code, code.severity, message, span, hint, labels, edit)


class Outcome(Fixed, Generic[T_co]):
    """What a stage made, and everything it has to say; ``value`` is None where it made nothing."""

    value: T_co | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether any of its diagnostics forbids publication."""
        return has_errors(self.diagnostics)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any diagnostic is an error."""
    return any(each.severity is Severity.ERROR for each in diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by file and place and drop what is said twice."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda each: each.order))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name most like ``word``, or None where none is close (ratio 0.6)."""
    from difflib import get_close_matches  # noqa: PLC0415 - rarely needed, and start-up counts

    options = list(known)
    matches = get_close_matches(word, options, n=1, cutoff=0.6)
    if matches:
        return matches[0]
    folded = {option.casefold(): option for option in options}
    matches = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else None


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A hint that names the nearest known name, or None."""
    match = nearest(word, known)
    return f"did you mean `{match}`?" if match else None


def listing(names: Iterable[str]) -> Iterator[str]:
    """Names in back quotes, for messages."""
    return (f"`{name}`" for name in names)


def shortened(text: str, most: int = 60) -> str:
    """``text`` for a message: on one line, cut where it is longer than ``most``."""
    line = text.replace("\n", "↵").replace("\t", " ")
    return line if len(line) <= most else line[: most - 1] + "…"
