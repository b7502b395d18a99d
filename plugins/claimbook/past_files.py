"""Which files were read in earlier runs, and what tells that they are the same."""

import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from claimbook.data import from_bytes, to_bytes
from claimbook.folder import KnownFile, PastFile, mark_of
from claimbook.shelf import Shelf, memory_for
from claimbook.text import SourceFile

_ROOM = "files"
# Changed twice within a tick of the clock, a file bears the same mark (Git calls it racy).
_SETTLED = 2_000_000_000


class PastFiles:
    """The files below the project ``root`` as the last run left them."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._began = time.time_ns()
        self.known: Mapping[str, PastFile] = dict(self._recalled())

    def _recalled(self) -> Iterator[tuple[str, PastFile]]:
        for path, (taken, data) in Shelf(self._root).recall(_ROOM).items():
            try:
                yield path, PastFile(tuple(from_bytes(data)), taken)
            except (ValueError, TypeError):
                continue

    def keep(self, files: Iterable[SourceFile]) -> None:
        """Remember the files that were read now, and forget those that are gone."""
        found = {each.path: each for each in files}
        fresh = [each for each in found.values() if not isinstance(each, KnownFile)]
        memory = memory_for(len(found), self._root)
        memory.keep(_ROOM, self._entries(fresh), self.known.keys() - found.keys())

    def _entries(self, files: Iterable[SourceFile]) -> Iterator[tuple[str, bytes, bytes]]:
        for each in files:
            mark = self._mark(each)
            if mark and max(mark[1], mark[2]) < self._began - _SETTLED:
                yield each.path, each.digest, to_bytes(mark)

    def _mark(self, file: SourceFile) -> tuple[int, ...] | None:
        place = self._root / file.path
        try:
            return None if place.is_symlink() else mark_of(place.stat())
        except OSError:
            return None
