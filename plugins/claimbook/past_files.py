"""Which files were read in earlier runs, and what tells that they are the same."""

import os
import stat
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from claimbook.data import reader_of, to_bytes
from claimbook.folder import KnownFile, PastFile, mark_of
from claimbook.memory import FORGETFUL, Entry
from claimbook.shelf import Shelf, memory_for
from claimbook.text import SourceFile

_ROOM = "files"
# Changed twice within a tick of the clock, a file bears the same mark (Git calls it racy).
_SETTLED = 2_000_000_000
_PAST = reader_of(dict[str, PastFile])


class PastFiles:
    """The files below the project ``root`` as the last run left them."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._began = time.time_ns()
        self.known = self._recalled()

    def _recalled(self) -> Mapping[str, PastFile]:
        for entry in Shelf(self._root).recall(_ROOM):
            with suppress(ValueError):
                return _PAST(entry.data)
        return {}

    def kept(self, files: Sequence[SourceFile], most: int) -> tuple[SourceFile, ...]:
        """Remember the files that were read now, and forget those that are gone.

        Returns the same files; of a large project without their bytes, which are read again, up
        to ``most``, when they are wanted.
        """
        memory = memory_for(len(files), self._root)
        if memory is FORGETFUL:
            return tuple(files)
        light = [self._light(each, most) for each in files]
        are_known = all(isinstance(each, KnownFile) and not each.is_new for each in files)
        if not are_known or len(files) != len(self.known):
            # Digests are taken only once.
            past = ((new.path, self._past(old, new)) for old, new in zip(files, light, strict=True))
            kept = to_bytes({path: each for path, each in past if each})
            memory.keep(_ROOM, [Entry(_ROOM, b"", kept)], ())
        return tuple(light)

    def _light(self, file: SourceFile, most: int) -> SourceFile:
        # A name that is no UTF-8 is not the name on disk.
        is_light = isinstance(file, KnownFile) or not file.path.endswith(".yml")
        if is_light or "\ufffd" in file.path:
            return file
        return KnownFile(file.path, f"{self._root}/{file.path}", most, file.digest)

    def _past(self, file: SourceFile, light: SourceFile) -> PastFile | None:
        """What is kept of a file; nothing of one that may change within a tick of the clock."""
        if isinstance(file, KnownFile) and not file.is_new:
            return self.known[file.path]
        mark = self._mark(file)
        is_settled = mark and max(mark[1], mark[2]) < self._began - _SETTLED
        return PastFile(mark, light.digest) if mark and is_settled else None

    def _mark(self, file: SourceFile) -> tuple[int, ...] | None:
        try:
            found = os.lstat(f"{self._root}/{file.path}")
        except OSError:
            return None
        return mark_of(found) if stat.S_ISREG(found.st_mode) else None
