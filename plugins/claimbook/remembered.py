"""Units of earlier runs, good while their file and what they looked up are the same.

All units lie together, for every run wants all of them; their records lie apart, for most runs
want few.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date

from claimbook.corpus import Corpus
from claimbook.data import Fixed, from_bytes, reader_of, to_bytes
from claimbook.diagnostics import Diagnostic
from claimbook.lookups import Answers, Question
from claimbook.memory import Entry, Memory
from claimbook.unit import Unit
from claimbook.unit_data import UnitRow, diagnostic_of, diagnostic_row, row_of, unit_of

_UNITS, _RECORDS, _BETWEEN = "units", "records", "between"
# Who has asked for so many records will ask for most, in their order.
_FEW, _MANY = 100, 1000
# Behind every name.
_END = "\U0010ffff"


class Past(Fixed, array_like=True):
    """A unit as it is kept: with what it is good for, and the answers to what it asked.

    It was made on a ``day``, and is good ``until`` another, as ISO writes them; or for ever. What
    it ``asked`` is packed, for it is looked at only when something else has changed.
    """

    key: bytes
    answer: bytes
    day: str
    until: str
    asked: bytes
    row: UnitRow


_PASTS = reader_of(list[Past])


class Remembered:
    """What a memory knows of the claim files of a corpus.

    ``backdrop`` is the corpus without its claims, ``digests`` are those of all files by path,
    ``world`` is one of what decides about every claim besides ``today``, and ``surroundings`` one
    of all that claims can look up.
    """

    def __init__(
        self,
        memory: Memory,
        backdrop: Corpus,
        digests: Mapping[str, bytes],
        today: date,
        world: bytes,
        surroundings: bytes,
    ) -> None:
        self._memory, self._digests, self._world = memory, digests, world
        self._today = today.isoformat()
        self._keys = {path: world + each for path, each in digests.items()}
        self.surroundings = surroundings
        self._answers = Answers(backdrop, lambda path: digests[path].hex())
        self._kept: dict[str, Past] = {}
        self._is_news = False
        self._gone: list[str] = []
        self._waiting: list[Entry] = []
        # The records from one name to another, as far as there are any.
        self._records: dict[str, tuple[bytes, bytes]] = {}
        self._reach = _END, ""
        self._times_asked = 0

    def units(self) -> Iterator[Unit]:
        """The units of all files whose file, and all that it rests on, is as it was."""
        for entry in self._memory.recall(_UNITS):
            yield from self._still_true(entry)

    def _still_true(self, entry: Entry) -> Iterator[Unit]:
        try:
            past = _PASTS(entry.data)
            are_same = entry.key == self.surroundings
            for each in past:
                if self.is_good(each, each.row.path) and (are_same or self.is_true(each)):
                    unit = unit_of(each.row)
                    self._kept[unit.path] = each
                    yield unit
            self._gone = [each.row.path for each in past if each.row.path not in self._digests]
            self._is_news = not are_same or len(self._kept) < len(past)
        except (ValueError, TypeError, IndexError):
            self._is_news = True

    def take(self, past: Past) -> None:
        """Keep a unit that is known to be true."""
        self._kept[past.row.path] = past

    def is_good(self, past: Past, path: str) -> bool:
        """Whether a unit is about the file in ``path`` as it is, and about this day."""
        if past.key != self._keys.get(path) or self._today < past.day:
            return False
        return self._today == past.day or not past.until or self._today < past.until

    def is_true(self, past: Past) -> bool:
        """Whether what it has looked up is as it was."""
        return past.answer == self.answer(Question(*each) for each in from_bytes(past.asked))

    def note(self, units: Iterable[Unit]) -> None:
        """Remember new units, and their records before long."""
        fresh = list(units)
        for each in fresh:
            answer, asked = self.answer(each.asked), to_bytes(each.asked)
            days, key = (self._today, each.until), self._world + self._digests[each.path]
            self._kept[each.path] = Past(key, answer, *days, asked, row_of(each))
        self._is_news = self._is_news or bool(fresh)
        self._waiting += [
            Entry(each.path, self._digests[each.path], each.record) for each in fresh if each.record
        ]
        if len(self._waiting) >= _MANY:
            self._keep_waiting()

    def _keep_waiting(self) -> None:
        self._memory.keep(_RECORDS, self._waiting, ())
        self._waiting = []

    def save(self) -> None:
        """Keep all units for the next run."""
        if self._is_news:
            data = to_bytes([*self._kept.values()])
            self._memory.keep(_UNITS, [Entry(_UNITS, self.surroundings, data)], ())
        self._memory.keep(_RECORDS, self._waiting, self._gone)
        self._waiting = []

    @property
    def state(self) -> bytes:
        """A digest of all that decides about claims besides their own files."""
        return self._world + self.surroundings

    def between(self, state: bytes) -> tuple[Diagnostic, ...] | None:
        """What was found between claims in this state; None where it is not known."""
        for entry in self._memory.recall(_BETWEEN):
            with suppress(ValueError, TypeError):
                if entry.key == state:
                    return tuple(diagnostic_of(each) for each in from_bytes(entry.data))
        return None

    def note_between(self, state: bytes, found: Iterable[Diagnostic]) -> None:
        """Remember what was found between claims."""
        data = to_bytes([diagnostic_row(each) for each in found])
        self._memory.keep(_BETWEEN, [Entry(_BETWEEN, state, data)], ())

    def past(self, path: str) -> Past:
        """What is known of a unit. Raises :class:`KeyError`."""
        return self._kept[path]

    def record(self, path: str) -> bytes:
        """The packed record of a claim, of an earlier run; empty where it is not at hand."""
        first, last = self._reach
        if not first <= path <= last:
            self._recall(path)
        self._times_asked += 1
        key, data = self._records.get(path, (b"", b""))
        return data if key == self._digests.get(path) else b""

    def _recall(self, path: str) -> None:
        """Look for the record of a claim, and for those behind it."""
        most = 1 if self._times_asked < _FEW else _MANY
        found = [*self._memory.recall(_RECORDS, path, most)]
        self._records = {name: (key, data) for name, key, data in found}
        # Where there are none, that need not be found out for each.
        self._reach = path, found[-1].name if len(found) == most else _END

    def answer(self, asked: Iterable[Question]) -> bytes:
        """A digest of what is answered today."""
        return self._answers.digest(asked)
