"""Where the trees of a site stand, and the stamps of what was written into them."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from zlib import crc32

from claimbook.data import from_bytes, to_bytes
from claimbook.shelf import make_room
from claimbook.tree import Stamp, Stamps, Tree
from claimbook.writing import write_file

_ROOM = Path(".cache", "claimbook", "trees")
_CHECKED = 4
# Which digests the stamps hold: those of another version are not taken for ours.
_FORM = b"sha256"


@dataclass(frozen=True, slots=True)
class TreeShelf:
    """The trees of the site that is published in ``target``, kept in the project ``root``."""

    root: Path
    target: Path

    @property
    def spare(self) -> Path:
        """Where the folder stands that is not published at the moment."""
        return self._room / self._name

    @property
    def host(self) -> Path:
        """Where the host builds its part."""
        return self._room / f"{self._name}.host"

    @property
    def _room(self) -> Path:
        return self.root.absolute() / _ROOM

    @property
    def _name(self) -> str:
        place = str(self.target.absolute()).encode("utf-8", "surrogateescape")
        return blake2b(place, digest_size=8).hexdigest()

    @property
    def is_beside(self) -> bool:
        """Whether the spare folder can take the target's place by a mere change of names."""
        make_room(self._room)
        above = self.target.absolute().parent
        return above.is_dir() and above.stat().st_dev == self._room.stat().st_dev

    @contextmanager
    def held(self) -> Iterator[bool]:
        """Whether this build alone works on the trees meanwhile; who dies lets go of them."""
        with (self._room / f"{self._name}.lock").open("a") as file:
            try:
                import fcntl  # noqa: PLC0415 - not everywhere

                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except (ImportError, OSError):
                yield False
            else:
                yield True

    def begin(self) -> Tree:
        """The spare tree, with nothing in it but what its stamps say.

        From now on nobody takes it for finished.
        """
        known = self._read("spare")
        self._stamps("spare").unlink(missing_ok=True)
        if not known:
            # Folders have rights, too, and keep those that they were made with.
            shutil.rmtree(self.spare, ignore_errors=True)
        self.spare.mkdir(parents=True, exist_ok=True)
        here = dict(_as_stamped(self.spare, known))
        return Tree(self.spare, here, self._read("site"), self.target.absolute())

    def finish(self, stamps: Stamps) -> None:
        """Remember what stands where, after the trees have changed places."""
        before = self._stamps("site")
        if before.is_file():
            before.replace(self._stamps("spare"))
        packed = to_bytes({path: [*stamp] for path, stamp in stamps.items()})
        write_file(before, _sum(packed) + packed)

    def _stamps(self, of: str) -> Path:
        return self._room / f"{self._name}.{of}"

    def _read(self, of: str) -> Mapping[str, Stamp]:
        with suppress(OSError, ValueError, TypeError):
            data = self._stamps(of).read_bytes()
            if _sum(data[_CHECKED:]) == data[:_CHECKED]:
                return {path: Stamp(*row) for path, row in from_bytes(data[_CHECKED:]).items()}
        return {}


def _sum(packed: bytes) -> bytes:
    return crc32(packed, crc32(_FORM + _rights())).to_bytes(_CHECKED)


def _rights() -> bytes:
    """With which rights files are made here: what was made with others is made anew.

    Else it would depend on all builds before which pages a server may read.
    """
    mask = os.umask(0)
    os.umask(mask)
    return f"{mask:o}".encode()


def _as_stamped(folder: Path, known: Stamps) -> Iterator[tuple[str, Stamp]]:
    """The files below ``folder`` that are as their stamps say; all others are removed."""
    skipped = len(str(folder)) + 1
    for entry in _files(str(folder)):
        path = entry.path[skipped:]
        stamp, found = known.get(path), entry.stat(follow_symlinks=False)
        if stamp and (found.st_size, found.st_mtime_ns) == (stamp.size, stamp.written):
            yield path, stamp
        else:
            Path(entry.path).unlink()


def _files(folder: str) -> Iterator["os.DirEntry[str]"]:
    waiting = [folder]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for each in entries:
                if each.is_dir(follow_symlinks=False):
                    waiting.append(each.path)
                else:
                    yield each
