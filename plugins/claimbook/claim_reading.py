"""Reading claim files, each by itself: decoded, checked beside what it rests on, and packed.

Nothing here needs the other claims, so files can be worked on in any order, in several processes
at once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from claimbook.assemble import DecodedFile, is_id
from claimbook.check import Checker, placed
from claimbook.corpus import Corpus, FiledClaim, due_day
from claimbook.crew import at_work_on
from claimbook.data import digest, git_name, to_bytes
from claimbook.decode import Filing, Role
from claimbook.diagnostics import Diagnostic
from claimbook.faces import face
from claimbook.gist import gist_of
from claimbook.lookups import NotedDay, noting
from claimbook.packing import pack
from claimbook.records import Claim
from claimbook.rules.rule import Context
from claimbook.settings import Settings
from claimbook.text import SourceFile
from claimbook.unit import Filed, Unit, decode_file
from claimbook.unit_data import pack_unit


@dataclass(frozen=True, slots=True)
class Reading:
    """How claim files become units: beside which corpus, by which settings, on which day.

    ``backdrop`` is the corpus without its claims, but with their ids.
    """

    backdrop: Corpus
    settings: Settings
    today: date
    _benches: list["_Bench"] = field(default_factory=list, repr=False, compare=False)

    def units(self, files: Sequence[Filed]) -> list[bytes]:
        """The units of some claim files, in their order, packed."""
        bench = self._bench()
        return [pack_unit(bench.unit(file, filing)) for file, filing in files]

    def _bench(self) -> "_Bench":
        # Made where the work is done: it is not to be sent to other processes.
        if not self._benches:
            self._benches.append(_Bench(self))
        return self._benches[0]

    def __reduce__(self) -> tuple[Any, ...]:
        return Reading, (self.backdrop, self.settings, self.today)


class _Bench:
    """The tools for reading claim files: rules in a context that takes notes."""

    def __init__(self, reading: Reading) -> None:
        self._settings = reading.settings
        corpus, self._notes = noting(reading.backdrop)
        self._day = NotedDay.of(reading.today)
        self._checker = Checker(Context(corpus, reading.settings, self._day), has_others=False)

    def unit(self, given: SourceFile, filing: Filing) -> Unit:
        """Read, decode and check one file."""
        at_work_on(given.path)
        file = given.whole()
        decoded = decode_file(file, filing, self._settings)
        self._notes.clear()
        self._day.clear()
        self._checker.has_postponed = False
        ruled = tuple(self._ruled(file, decoded))
        row = None if decoded.record is None else pack(decoded.record)
        return Unit(
            file.path,
            digest(to_bytes(face(row))) if row else b"",
            decoded.diagnostics,
            ruled,
            decoded.suppressions,
            decoded.is_sound,
            self._checker.has_postponed,
            b"" if decoded.record is None else gist_of(decoded.record),
            self._day.until,
            _due(decoded.record),
            git_name(file.data),
            self._notes.questions,
            to_bytes(row) if row else b"",
            file.digest,
        )

    def _ruled(self, file: SourceFile, decoded: DecodedFile) -> Iterator[Diagnostic]:
        if decoded.record is None or not is_id(decoded.filing.id):
            return
        is_draft = decoded.filing.role is Role.DRAFT
        claim = FiledClaim(decoded.filing.id, file.path, decoded.record, is_draft)
        yield from placed(self._checker.claim(claim), {file.path: file})


def _due(record: Claim | None) -> str:
    day = due_day(record) if record else None
    return day.isoformat() if day else ""
