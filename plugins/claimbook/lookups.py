"""What a piece of work has looked up, so that it is done again only when an answer changes.

The work is given a corpus that takes notes. Nothing has to be declared, and nothing can be
forgotten: what was not asked for cannot have decided anything. (The idea of self-adjusting
builds: redo, Shake.)
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple, TypeVar

from claimbook.corpus import Corpus
from claimbook.data import digest

T = TypeVar("T")
# What is certain about a day takes the time zones of the Earth into account.
_MARGIN = timedelta(days=3)


class Question(NamedTuple):
    """What was looked up: a part of the corpus and a name in it; without a name, all of it."""

    part: str
    name: str = ""


class Notes:
    """What was looked up, part by part, since the notes were last cleared."""

    def __init__(self) -> None:
        self._parts: dict[str, set[str]] = {}

    def page(self, part: str) -> set[str]:
        """Where the names that were looked up in one part are noted."""
        return self._parts.setdefault(part, set())

    def clear(self) -> None:
        """Begin anew."""
        for names in self._parts.values():
            if names:
                names.clear()

    @property
    def questions(self) -> tuple[Question, ...]:
        """All that was looked up, in one order."""
        parts = sorted(self._parts.items())
        return tuple([Question(part, name) for part, names in parts for name in sorted(names)])


class NotedDay(date):
    """A day that notes what it is compared with, so that it is known for how long that is so."""

    _near: date | None

    @classmethod
    def of(cls, day: date) -> "NotedDay":
        """The same day, which has not been compared with anything."""
        made = cls(day.year, day.month, day.day)
        made.clear()
        return made

    def clear(self) -> None:
        """Begin anew."""
        self._near = None

    @property
    def until(self) -> str:
        """The first day, as ISO writes it, on which something may come out otherwise.

        Empty where no later day will make a difference.
        """
        return "" if self._near is None else (self._near - _MARGIN).isoformat()

    def _note(self, other: object) -> None:
        # What lies behind this day lies behind all that follow.
        is_behind = isinstance(other, date) and date.__gt__(self, other)
        if isinstance(other, date) and not is_behind:
            is_nearer = self._near is None or other < self._near
            self._near = other if is_nearer else self._near

    def __lt__(self, other: date) -> bool:
        self._note(other)
        return super().__lt__(other)

    def __le__(self, other: date) -> bool:
        self._note(other)
        return super().__le__(other)

    def __gt__(self, other: date) -> bool:
        self._note(other)
        return super().__gt__(other)

    def __ge__(self, other: date) -> bool:
        self._note(other)
        return super().__ge__(other)

    def __eq__(self, other: object) -> bool:
        self._note(other)
        return super().__eq__(other)

    __hash__ = date.__hash__


class NotingMapping(Mapping[str, T]):
    """A mapping that notes which of its names were asked for."""

    def __init__(self, inner: Mapping[str, T], asked: set[str]) -> None:
        self._inner = inner
        self._ask = asked.add

    def __getitem__(self, name: str) -> T:
        self._ask(name)
        return self._inner[name]

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ANN401 - as the base class has it
        """The value of a name, or ``default``."""
        self._ask(name)
        return self._inner.get(name, default)

    def __contains__(self, name: object) -> bool:
        self._ask(str(name))
        return name in self._inner

    def __iter__(self) -> Iterator[str]:
        self._ask("")
        return iter(self._inner)

    def __len__(self) -> int:
        self._ask("")
        return len(self._inner)


class NotingSet(frozenset[str]):
    """A set of ids that notes which were asked for."""

    asked: set[str]

    def __contains__(self, name: object) -> bool:
        self.asked.add(str(name))
        return super().__contains__(name)

    def __iter__(self) -> Iterator[str]:
        self.asked.add("")
        return super().__iter__()

    def __len__(self) -> int:
        self.asked.add("")
        return super().__len__()


def noting(corpus: Corpus) -> tuple[Corpus, Notes]:
    """The corpus as one that takes notes, and where it takes them."""
    notes = Notes()
    parts: dict[str, Mapping[str, Any]] = {
        part: NotingMapping(known, notes.page(part))
        for part in PARTS
        if (known := getattr(corpus, part)) is not None
    }
    ids = {role: _noting_ids(role, known, notes) for role, known in corpus.known_ids.items()}
    return replace(corpus, known_ids=ids, **parts), notes  # type: ignore[arg-type]


PARTS = ("sources", "claimants", "documents", "texts", "snapshots", "topics", "outlets")
_IDS = "ids of "


def _noting_ids(role: str, known: AbstractSet[str], notes: Notes) -> NotingSet:
    ids = NotingSet(known)
    ids.asked = notes.page(f"{_IDS}{role}")
    return ids


class Learned(dict[Question, bytes]):
    """Digests of answers, all of one length, each found out when it is first asked for."""

    def __init__(self, answer: Callable[[Question], bytes]) -> None:
        super().__init__()
        self._find = answer

    def __missing__(self, question: Question) -> bytes:
        found = self[question] = self._find(question)
        return found


# What is answered most often.
_USUAL = {each: digest(each.encode()) for each in ("True", "False", "-")}


def _digest_of(answer: str) -> bytes:
    return _USUAL.get(answer) or digest(answer.encode())


class Answers:
    """What the corpus answers today, as digests.

    ``digest_of`` gives the digest of a file by its path.
    """

    def __init__(self, corpus: Corpus, digest_of: Callable[[str], str]) -> None:
        self._corpus = corpus
        self._digest_of = digest_of
        self._known = Learned(lambda each: _digest_of(self._answer(each)))

    def digest(self, questions: Iterable[Question]) -> bytes:
        """One digest of all answers; the questions come in a fixed order."""
        return digest(b"".join(map(self._known.__getitem__, questions)))

    def _answer(self, question: Question) -> str:
        part, name = question
        if part.startswith(_IDS):
            ids = self._corpus.known_ids.get(part.removeprefix(_IDS), frozenset())
            return "\n".join(sorted(ids)) if not name else str(name in ids)
        found: Mapping[str, object] = getattr(self._corpus, part)
        if not name:
            return "\n".join(f"{each}={self._content(part, each)}" for each in found)
        return self._content(part, name) if name in found else "-"

    def _content(self, part: str, name: str) -> str:
        if part in {"texts", "snapshots"}:
            return self._digest_of(name)
        path = getattr(getattr(self._corpus, part)[name], "path", "")
        # Topics and outlets stand together in one file each, so their own words are compared.
        return self._digest_of(path) if path else repr(getattr(self._corpus, part)[name])
