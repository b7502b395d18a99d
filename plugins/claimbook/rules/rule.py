"""What a rule is: a code, a check, and the fields it cannot do without."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from claimbook.corpus import Corpus
from claimbook.diagnostics import Code, Edit, Label, Severity
from claimbook.settings import Settings
from claimbook.text import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule has found.

    ``span`` is the place of the field. Where the finding is about a part of the field's text,
    ``value`` is that text and ``within`` the part's two offsets in it; the compiler turns them
    into the exact place in the file.
    """

    span: Span
    message: str
    hint: str | None = None
    value: str | None = None
    within: tuple[int, int] | None = None
    labels: tuple[Label, ...] = ()
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """All a rule may know besides the record it looks at."""

    corpus: Corpus
    settings: Settings
    today: date


class Scope(StrEnum):
    """What a rule is called with: each claim, each shared source, or the corpus once."""

    CLAIM = "claim"
    SOURCE = "source"
    CORPUS = "corpus"


Check = Callable[..., Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its permanent identity.

    ``needs`` are fields of the claim; a claim in which one of them could not be read is not
    checked by this rule, so that one cause makes one diagnostic.
    """

    code: Code
    scope: Scope
    check: Check
    needs: frozenset[str]

    def __call__(self, subject: Any, context: Context) -> Iterator[Finding]:  # noqa: ANN401
        """Run the check on one subject."""
        yield from self.check(subject, context)


def rule(
    code: str,
    name: str,
    severity: Severity,
    *,
    scope: Scope = Scope.CLAIM,
    needs: Iterable[str] = (),
) -> Callable[[Check], Rule]:
    """Declare a rule; the decorated function takes ``(subject, context)`` and yields findings.

    The subject is a :class:`~claimbook.corpus.FiledClaim` for claims (drafts too), a ``Filed[Source]`` for
    shared sources, the :class:`~claimbook.corpus.Corpus` for the corpus.
    """

    def declare(check: Check) -> Rule:
        return Rule(Code(code, name, severity), scope, check, frozenset(needs))

    return declare
