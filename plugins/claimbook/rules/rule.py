"""What a rule is: a code, a check, and the fields it cannot do without."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from claimbook.corpus import Corpus
from claimbook.diagnostics import Code, Edit, Label, Severity
from claimbook.settings import Settings
from claimbook.text import Span

T = TypeVar("T")


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
    _indexes: dict[Callable[[Corpus], Any], Any] = field(default_factory=dict, repr=False)

    def index(self, make: Callable[[Corpus], T]) -> T:
        """What ``make`` makes of the corpus, made once for all subjects of all rules."""
        if make not in self._indexes:
            self._indexes[make] = make(self.corpus)
        made: T = self._indexes[make]
        return made


class Scope(StrEnum):
    """What a rule is called with.

    ``CLAIM``: each claim, drafts too, as a :class:`~claimbook.corpus.FiledClaim`. ``SOURCE``:
    each source, shared or written out in a claim, as a :class:`~claimbook.corpus.FiledSource`.
    ``CORPUS``: the :class:`~claimbook.corpus.Corpus`, once.
    """

    CLAIM = "claim"
    SOURCE = "source"
    CORPUS = "corpus"


Check = Callable[..., Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its permanent identity.

    ``needs`` are fields of the claim (or source); where one of them could not be read, the rule
    is silent, so that one cause makes one diagnostic.
    """

    code: Code
    scopes: tuple[Scope, ...]
    kinds: tuple[type, ...]
    check: Check
    needs: frozenset[str]

    def __call__(self, subject: Any, context: Context) -> Iterable[Finding]:  # noqa: ANN401
        """Run the check on one subject."""
        return self.check(subject, context)


def rule(
    code: str, name: str, severity: Severity, *scopes: Scope, needs: Iterable[str] = ()
) -> Callable[[Check], Rule]:
    """Declare a rule; the decorated function takes ``(subject, context)`` and yields findings.

    It is called with every subject of its ``scopes``; with claims, if none is given.
    """

    def declare(check: Check) -> Rule:
        given = Code(code, name, severity)
        return Rule(given, scopes or (Scope.CLAIM,), (), check, frozenset(needs))

    return declare


def value_rule(code: str, name: str, severity: Severity, *kinds: type) -> Callable[[Check], Rule]:
    """Declare a rule about single values; it gets each :class:`~claimbook.fields.Held`.

    It is called with every value of the given ``kinds`` in whatever record.
    """

    def declare(check: Check) -> Rule:
        return Rule(Code(code, name, severity), (), kinds, check, frozenset())

    return declare
