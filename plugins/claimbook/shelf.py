"""What is remembered between runs, in one SQLite file below ``.cache/``.

Data only, checked as it is read, and never missed: the file may be deleted at any time, and what
cannot be read or written is simply not remembered. Two builds at once may share it.
"""

import sqlite3
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from itertools import chain
from pathlib import Path
from zlib import crc32

from claimbook.data import digest
from claimbook.memory import FORGETFUL, Entry, Memory

FILE = Path(".cache", "claimbook", "memory.sqlite3")
_PROGRAM = "CREATE TABLE IF NOT EXISTS program (state BLOB)"
# Rows have numbers: without them SQLite reads all bytes of every row it passes on its way.
_KEPT = """
CREATE TABLE IF NOT EXISTS kept (
  room TEXT, name TEXT, key BLOB, data BLOB, sum INTEGER, PRIMARY KEY (room, name)
)
"""
_WANTED = """
SELECT name, key, data, sum FROM kept WHERE room = ? AND name >= ? ORDER BY name LIMIT ?
"""
_SUFFIXES = frozenset({".py", ".html", ".toml", ".css", ".js", ".md", ".svg"})
_INSTALLED = frozenset({".dist-info", ".egg-info"})
_SECONDS = 5
_FEWEST = 200


def memory_for(files: int, root: Path) -> Memory:
    """The memory of the project in ``root``; a small one is read sooner than remembered."""
    return Shelf(root) if files >= _FEWEST else FORGETFUL


class Shelf:
    """The memory of one project."""

    def __init__(self, root: Path) -> None:
        self._path = root / FILE

    def recall(self, room: str, first: str = "", most: int = -1) -> Iterator[Entry]:
        """What was kept in a room by the very same program; nothing where it cannot be read."""
        if not self._path.is_file():
            return
        try:
            with self._opened() as file:
                for *row, checksum in file.execute(_WANTED, (room, first, most)):
                    entry = Entry(*row)
                    if _is_whole(room, entry, checksum):
                        yield entry
        except (OSError, sqlite3.Error) as error:
            self._let_go(error)

    def keep(self, room: str, entries: Iterable[Entry], gone: Iterable[str]) -> None:
        """Remember some entries and forget the names in ``gone``, all or nothing."""
        waiting = iter(entries)
        first, lost = next(waiting, None), [(room, name) for name in gone]
        if first is None and not lost:
            return
        fresh = (each for each in chain((first,), waiting) if each is not None)
        rows = ((room, *each, _sum(room, each)) for each in fresh)
        try:
            with self._opened() as file:
                file.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?)", rows)
                file.executemany("DELETE FROM kept WHERE room = ? AND name = ?", lost)
        except (OSError, sqlite3.Error) as error:
            self._let_go(error)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """The file, emptied where another program wrote it."""
        make_room(self._path.parent)
        with closing(sqlite3.connect(self._path, timeout=_SECONDS)) as file, file:
            # Losing what was written when the machine stops costs time, nothing else.
            file.execute("PRAGMA synchronous = OFF")
            self._make_ready(file)
            yield file

    def _make_ready(self, file: sqlite3.Connection) -> None:
        file.execute(_PROGRAM)
        state = program_state()
        if file.execute("SELECT state FROM program").fetchone() != (state,):
            file.execute("DROP TABLE IF EXISTS kept")
            file.execute("DELETE FROM program")
            file.execute("INSERT INTO program VALUES (?)", (state,))
        file.execute(_KEPT)

    def _let_go(self, error: Exception) -> None:
        # Another build may be writing, the disk may be full: only what is broken is removed.
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(
            error, sqlite3.OperationalError
        ):
            with suppress(OSError):
                self._path.unlink(missing_ok=True)


def _sum(room: str, entry: Entry) -> int:
    # All of the row: a key of today beside bytes of yesterday would be believed. And the program:
    # another one may have taken the file over between two steps of this one.
    told = b"%b%b%b" % (program_state(), f"{room}/{entry.name}".encode(), entry.key)
    return crc32(entry.data, crc32(told))


def _is_whole(room: str, entry: Entry, checksum: object) -> bool:
    try:
        return _sum(room, entry) == checksum
    except TypeError:
        return False


def make_room(folder: Path) -> None:
    """Make a folder for what is remembered; Git is told to leave it alone, as pytest does it."""
    folder.mkdir(parents=True, exist_ok=True)
    note = folder / ".gitignore"
    if not note.exists():
        note.write_text("*\n", encoding="utf-8")


@cache
def program_state() -> bytes:
    """A digest of this program, and of all that it may use: others may come to other results."""
    told = (sys.version, *sorted(_installed()), package_state(Path(__file__).parent))
    return digest("\n".join(told).encode("utf-8", "surrogatepass"))


def _installed() -> Iterator[str]:
    """The packages beside this one, by folders that installers name after them."""
    for folder in map(Path, sys.path):
        with suppress(OSError):
            yield from (each.name for each in folder.iterdir() if each.suffix in _INSTALLED)


def package_state(folder: Path) -> str:
    """What tells one state of a package from another: its files, how long and from when."""
    found = ((path, path.stat()) for path in sorted(folder.rglob("*")) if path.suffix in _SUFFIXES)
    return "".join(f"{path}\0{each.st_size}\0{each.st_mtime_ns}\n" for path, each in found)
