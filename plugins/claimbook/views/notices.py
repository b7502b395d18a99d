"""Pages that stand in for a claim: a former address, and a claim that cannot be published."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimbook.diagnostics import Diagnostic
from claimbook.wording import Wording


@dataclass(frozen=True, slots=True)
class Moved:
    """A former address of a claim."""

    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One diagnostic as a preview shows it; ``word`` is the reader's word for its severity."""

    severity: str
    word: str
    code: str
    place: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Problems:
    """What keeps a claim from being published."""

    id: str
    path: str
    problems: tuple[Problem, ...]


def problems_of(name: str, diagnostics: Iterable[Diagnostic], say: Wording) -> Problems:
    """Put diagnostics in the words of a page."""
    ordered = sorted(diagnostics, key=lambda each: each.severity.rank)
    problems = tuple(
        Problem(
            each.severity.value,
            say(f"claim.severity_{each.severity}"),
            str(each.code),
            each.span.place,
            each.message,
            each.hint or "",
        )
        for each in ordered
    )
    path = ordered[0].span.path if ordered else ""
    return Problems(name, path, problems)
