"""What a piece of work has looked up, so that it is done again only when an answer changes.

The work is given a corpus that takes notes. Nothing has to be declared, and nothing can be
forgotten: what was not asked for cannot have decided anything. (The idea of self-adjusting
builds: redo, Shake.)
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import NamedTuple, TypeVar

from claimbook.corpus import Corpus

T = TypeVar("T")


class Question(NamedTuple):
    """What was looked up: a part of the corpus and a name in it; without a name, all of it."""

    part: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class NotingMapping(Mapping[str, T]):
    """A mapping that notes which of its names were asked for."""

    part: str
    inner: Mapping[str, T]
    notes: set[Question]

    def __getitem__(self, name: str) -> T:
        self.notes.add(Question(self.part, name))
        return self.inner[name]

    def __contains__(self, name: object) -> bool:
        self.notes.add(Question(self.part, str(name)))
        return name in self.inner

    def __iter__(self) -> Iterator[str]:
        self.notes.add(Question(self.part))
        return iter(self.inner)

    def __len__(self) -> int:
        self.notes.add(Question(self.part))
        return len(self.inner)


class NotingSet(frozenset[str]):
    """A set of ids that notes which were asked for."""

    part: str
    notes: set[Question]

    def __contains__(self, name: object) -> bool:
        self.notes.add(Question(self.part, str(name)))
        return super().__contains__(name)

    def __iter__(self) -> Iterator[str]:
        self.notes.add(Question(self.part))
        return super().__iter__()

    def __len__(self) -> int:
        self.notes.add(Question(self.part))
        return super().__len__()


def noting(corpus: Corpus) -> tuple[Corpus, set[Question]]:
    """The corpus as one that takes notes, and where it takes them."""
    notes: set[Question] = set()
    parts: dict[str, Mapping[str, object]] = {
        name: NotingMapping(name, getattr(corpus, name), notes) for name in PARTS
    }
    ids = {role: _noting_ids(role, known, notes) for role, known in corpus.known_ids.items()}
    return replace(corpus, known_ids=ids, **parts), notes  # type: ignore[arg-type]


PARTS = ("sources", "claimants", "documents", "texts", "topics", "outlets")
_IDS = "ids of "


def _noting_ids(role: str, known: AbstractSet[str], notes: set[Question]) -> NotingSet:
    ids = NotingSet(known)
    ids.part, ids.notes = f"{_IDS}{role}", notes
    return ids


class Answers:
    """What the corpus answers today, as digests.

    ``digest_of`` gives the digest of a file by its path.
    """

    def __init__(self, corpus: Corpus, digest_of: Callable[[str], str]) -> None:
        self._corpus = corpus
        self._digest_of = digest_of
        self._known: dict[Question, str] = {}

    def digest(self, questions: Iterable[Question]) -> bytes:
        """One digest of all answers; the questions come in a fixed order."""
        taken = blake2b(digest_size=16)
        for each in questions:
            taken.update(self._answer(each).encode())
        return taken.digest()

    def _answer(self, question: Question) -> str:
        known = self._known.get(question)
        if known is None:
            known = self._known[question] = self._made(question)
        return known

    def _made(self, question: Question) -> str:
        part, name = question
        if part.startswith(_IDS):
            ids = self._corpus.known_ids.get(part.removeprefix(_IDS), frozenset())
            return "\n".join(sorted(ids)) if not name else str(name in ids)
        found: Mapping[str, object] = getattr(self._corpus, part)
        if not name:
            return "\n".join(f"{each}={self._content(part, each)}" for each in found)
        return self._content(part, name) if name in found else "-"

    def _content(self, part: str, name: str) -> str:
        if part == "texts":
            return self._digest_of(name)
        path = getattr(getattr(self._corpus, part)[name], "path", "")
        # Topics and outlets stand together in one file each, so their own words are compared.
        return self._digest_of(path) if path else repr(getattr(self._corpus, part)[name])
