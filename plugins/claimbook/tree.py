"""A folder that becomes a site, written only where it differs from what stands there already.

Two folders take turns: one is published, the other holds the site before it. A build brings the
older one up to date, by links to files that the published one has already, and then they change
places. So a build costs what has changed, and the published site is whole at every moment.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, TypeVar

T = TypeVar("T")
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL


class Stamp(NamedTuple):
    """A file as it was written: the SHA-256 of its content, its size, and when (nanoseconds)."""

    digest: bytes
    size: int
    written: int


Stamps = Mapping[str, Stamp]


@dataclass(frozen=True, slots=True)
class Tree:
    """The folder under work.

    ``here`` are the stamps of what stands in it, by path; ``there`` those of the published site
    in the folder ``published``, where a file that is not as its stamp says counts as not there.
    """

    folder: Path
    here: Stamps = field(default_factory=dict)
    there: Stamps = field(default_factory=dict)
    published: Path | None = None

    def put(self, path: str, content: bytes) -> Stamp:
        """Let ``path`` hold ``content``; written only where it does not yet."""
        taken = sha256(content).digest()
        return self.keep(path, taken) or self._written(path, content, taken)

    def keep(self, path: str, taken: bytes) -> Stamp | None:
        """Let ``path`` hold what has this digest; None where nobody has it to give."""
        known = self.here.get(path)
        if known and known.digest == taken:
            return known
        other = self.there.get(path)
        if other and other.digest == taken and self._linked(path, other):
            return other
        return None

    def take(self, folder: Path, below: str = "") -> dict[str, Stamp]:
        """Let every file below ``folder`` stand in the tree at the same path below ``below``."""
        found = sorted(path for path in folder.rglob("*") if path.is_file())
        names = [(Path(below) / path.relative_to(folder)).as_posix() for path in found]
        return {
            name: self.put(name, path.read_bytes()) for name, path in zip(names, found, strict=True)
        }

    def _linked(self, path: str, stamp: Stamp) -> bool:
        if self.published is None or not _is_as(f"{self.published}/{path}", stamp):
            return False
        place = self._cleared(path)
        try:
            _made(place, lambda: os.link(f"{self.published}/{path}", place))
        except OSError:
            # Not every file system has links.
            return False
        return True

    def _written(self, path: str, content: bytes, taken: bytes) -> Stamp:
        place = self._cleared(path)
        handle = _made(place, lambda: os.open(place, _NEW, 0o666))
        try:
            with os.fdopen(handle, "wb", buffering=0, closefd=False) as stream:
                stream.write(content)
            written = os.fstat(handle).st_mtime_ns
        finally:
            os.close(handle)
        return Stamp(taken, len(content), written)

    def _cleared(self, path: str) -> str:
        """The place of a file, with a folder and nothing in it: what is linked is never changed."""
        place = f"{self.folder}/{path}"
        if path in self.here:
            _remove(place)
        else:
            _make_folder(place.rpartition("/")[0])
        return place

    def prune(self, kept: Iterable[str]) -> None:
        """Remove what stood here and is not among ``kept``, with the folders it leaves empty."""
        wanted = frozenset(kept)
        lost = [path for path in self.here if path not in wanted]
        for path in lost:
            _remove(f"{self.folder}/{path}")
        folders = {path.rpartition("/")[0] for path in lost}
        for folder in sorted(folders, key=len, reverse=True):
            _remove_empty(self.folder / folder, self.folder)


def _made(place: str, make: Callable[[], T]) -> T:
    """Make a file where none may be; one that is there may be a link, and is never changed."""
    try:
        return make()
    except FileExistsError:
        _remove(place)
        return make()


def _is_as(path: str, stamp: Stamp) -> bool:
    try:
        found = os.stat(path, follow_symlinks=False)  # noqa: PTH116 - as below
    except OSError:
        return False
    return found.st_size == stamp.size and found.st_mtime_ns == stamp.written


def _make_folder(folder: str) -> None:
    try:
        os.mkdir(folder)  # noqa: PTH102 - thousands of them: a path object costs more than the call
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - as above


def _remove(place: str) -> None:
    try:
        os.unlink(place)  # noqa: PTH108 - as above
    except FileNotFoundError:
        _make_folder(place.rpartition("/")[0])


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
