"""What a rule is: a code, a check, and the fields it cannot do without."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from claimbook.corpus import Corpus
from claimbook.diagnostics import Code, Edit, Label, Severity
from claimbook.fields import Content
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
    ``CORPUS``: the :class:`~claimbook.corpus.Corpus`, once; of its claims there may be no more
    than :mod:`claimbook.gist` keeps.
    """

    CLAIM = "claim"
    SOURCE = "source"
    CORPUS = "corpus"


class Part(StrEnum):
    """What a rule about a claim, a source or a value may look at besides that and the settings.

    What a rule found stays true until a part it looks at changes. Of ``SOURCES``, ``CLAIMANTS``
    and ``DOCUMENTS`` it sees the ids and the records that the claim names, sources also those
    they derive from, of ``SNAPSHOTS`` those of its sources. ``CLAIM_IDS`` are the ids of claims and
    drafts, ``OTHERS`` their records: at these a rule looks only for a hint, where it has something
    to say.
    """

    SOURCES = "sources"
    CLAIMANTS = "claimants"
    DOCUMENTS = "documents"
    SNAPSHOTS = "snapshots"
    RATINGS = "ratings"
    TOPICS = "topics"
    CLAIM_IDS = "claim-ids"
    OTHERS = "others"
    TODAY = "today"


Check = Callable[..., Iterable[Finding]]
# Whether a rule about values may find anything among those of a record: one look for all.
Glance = Callable[[Content, Context], bool]


def _at_all(content: Content, context: Context) -> bool:
    del content, context
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its permanent identity.

    ``needs`` are fields of the claim (or source); where one of them could not be read, the rule
    is silent, so that one cause makes one diagnostic. ``looks_at`` is what else it reads; a rule
    of the scope ``CORPUS`` may read everything but claims, of which it reads the gist.
    ``glance`` tells of a rule about values whether it may find anything among those of a record.
    Of an error ``is_excusable`` tells that a claim file may allow it with a reason, as it may
    whatever is no error.
    """

    code: Code
    scopes: tuple[Scope, ...]
    kinds: tuple[type, ...]
    check: Check
    needs: frozenset[str]
    looks_at: frozenset[Part]
    glance: Glance = _at_all
    is_excusable: bool = False

    def __call__(self, subject: Any, context: Context) -> Iterable[Finding]:  # noqa: ANN401
        """Run the check on one subject."""
        return self.check(subject, context)


def rule(
    code: str,
    name: str,
    severity: Severity,
    *scopes: Scope,
    needs: Iterable[str] = (),
    looks_at: Iterable[Part] = (),
    is_excusable: bool = False,
) -> Callable[[Check], Rule]:
    """Declare a rule; the decorated function takes ``(subject, context)`` and yields findings.

    It is called with every subject of its ``scopes``; with claims, if none is given.
    """

    def declare(check: Check) -> Rule:
        given, called_with = Code(code, name, severity), scopes or (Scope.CLAIM,)
        parts = frozenset(looks_at)
        return Rule(
            given, called_with, (), check, frozenset(needs), parts, is_excusable=is_excusable
        )

    return declare


def value_rule(
    code: str,
    name: str,
    severity: Severity,
    *kinds: type,
    glance: Glance = _at_all,
    looks_at: Iterable[Part] = (),
) -> Callable[[Check], Rule]:
    """Declare a rule about single values; it gets each :class:`~claimbook.fields.Held`.

    It is called with every value of the given ``kinds`` in whatever record, if a ``glance`` at
    all of them did not tell that it has nothing to say.
    """

    def declare(check: Check) -> Rule:
        given = Code(code, name, severity)
        return Rule(given, (), kinds, check, frozenset(), frozenset(looks_at), glance)

    return declare
