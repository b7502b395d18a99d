"""Units of earlier runs, good while their file and what they looked up are the same."""

from collections.abc import Iterable, Iterator, Mapping

from claimbook.corpus import Corpus
from claimbook.lookups import Answers, Question
from claimbook.memory import Entry, Memory
from claimbook.unit import Unit
from claimbook.unit_data import unpack_unit

_ROOM = "units"
_DIGEST = 16


class Remembered:
    """What a memory knows of the claim files of a corpus.

    ``backdrop`` is the corpus without its claims, ``digests`` are those of all files by path,
    and ``world`` is one of what decides about every claim.
    """

    def __init__(
        self, memory: Memory, backdrop: Corpus, digests: Mapping[str, bytes], world: bytes
    ) -> None:
        self._memory, self._digests, self._world = memory, digests, world
        self._answers = Answers(backdrop, lambda path: digests[path].hex())
        self._gone: list[str] = []

    def units(self) -> Iterator[Unit]:
        """The units of all files whose file, and all that it rests on, is as it was."""
        for path, key, data in self._memory.recall(_ROOM):
            if path not in self._digests:
                self._gone.append(path)
            elif key == self.key(path):
                unit = self._unit(data)
                if unit:
                    yield unit

    def _unit(self, data: bytes) -> Unit | None:
        try:
            unit = unpack_unit(data[_DIGEST:])
        except ValueError:
            return None
        return unit if self.answer(unit.asked) == data[:_DIGEST] else None

    def keep(self, made: Iterable[tuple[Unit, bytes]]) -> None:
        """Remember new units, each with what it is packed in."""
        entries = (
            Entry(unit.path, self.key(unit.path), self.answer(unit.asked) + data)
            for unit, data in made
        )
        self._memory.keep(_ROOM, entries, ())

    def forget(self) -> None:
        """Forget the files that are gone."""
        self._memory.keep(_ROOM, (), self._gone)

    def key(self, path: str) -> bytes:
        """What decides about a file by itself; nothing for a file that is gone."""
        return self._world + self._digests[path] if path in self._digests else b""

    def answer(self, asked: Iterable[Question]) -> bytes:
        """A digest of what is answered today."""
        return self._answers.digest(asked)
