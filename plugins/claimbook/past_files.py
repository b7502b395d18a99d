"""Which files were read in earlier runs, and what tells that they are the same."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from claimbook.data import from_bytes, to_bytes
from claimbook.folder import KnownFile, PastFile, mark_of
from claimbook.memory import FORGETFUL, Entry
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
        for path, taken, data in Shelf(self._root).recall(_ROOM):
            try:
                yield path, PastFile(tuple(from_bytes(data)), taken)
            except (ValueError, TypeError):
                continue

    def kept(self, files: Sequence[SourceFile], most: int) -> tuple[SourceFile, ...]:
        """Remember the files that were read now, and forget those that are gone.

        Returns the same files; of a large project without their bytes, which are read again, up
        to ``most``, when they are wanted.
        """
        paths = {each.path for each in files}
        fresh = [each for each in files if not isinstance(each, KnownFile)]
        memory = memory_for(len(files), self._root)
        memory.keep(_ROOM, self._entries(fresh), self.known.keys() - paths)
        if memory is FORGETFUL:
            return tuple(files)
        return tuple(self._light(each, most) for each in files)

    def _light(self, file: SourceFile, most: int) -> SourceFile:
        # A name that is no UTF-8 is not the name on disk.
        is_light = isinstance(file, KnownFile) or not file.path.endswith(".yml")
        if is_light or "\ufffd" in file.path:
            return file
        return KnownFile(file.path, str(self._root / file.path), most, file.digest)

    def _entries(self, files: Iterable[SourceFile]) -> Iterator[Entry]:
        for each in files:
            mark = self._mark(each)
            if mark and max(mark[1], mark[2]) < self._began - _SETTLED:
                yield Entry(each.path, each.digest, to_bytes(mark))

    def _mark(self, file: SourceFile) -> tuple[int, ...] | None:
        place = self._root / file.path
        try:
            return None if place.is_symlink() else mark_of(place.stat())
        except OSError:
            return None
