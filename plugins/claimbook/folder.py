"""Reading a folder that strangers may have filled: sorted, bounded, never following a link out."""

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from claimbook import codes
from claimbook.characters import decoded, forbidden_in
from claimbook.diagnostics import Code, Diagnostic, Outcome, diagnose
from claimbook.text import FILE_START, FOLDER_LEVELS, TEXT_BYTES, TEXT_SUFFIXES, SourceFile, Span

# Of more files together not all are in memory at once.
_MOST_WHOLE = 1000
_COMPANIONS = frozenset({"license", "licence", "readme", "copying", "notice"})
_KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISDIR, "a folder"),
)
# A machine that fails says nothing about a file: no claim is left out for it.
_OF_THE_MACHINE = frozenset(
    {
        *(errno.EIO, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ETIMEDOUT),
        getattr(errno, "ESTALE", errno.EIO),
    }
)


class PastFile(NamedTuple):
    """A file as it was: what tells that it is the same, and a digest of its bytes."""

    mark: tuple[int, ...]
    digest: bytes


def mark_of(found: os.stat_result) -> tuple[int, ...]:
    """What changes with a file's content: as Git's index has it, with the time of the change."""
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_mode)


class KnownFile(SourceFile):
    """A file of which the digest is known; its bytes are read when they are wanted.

    ``is_new`` tells that its digest was taken now, and not in an earlier run.
    """

    __slots__ = ("_known", "is_new")
    _known: tuple[str, int, bytes]
    is_new: bool

    def __init__(
        self, path: str, place: str, most: int, digest: bytes, *, is_new: bool = False
    ) -> None:
        object.__setattr__(self, "path", path)
        object.__setattr__(self, "_known", (place, most, digest))
        object.__setattr__(self, "is_new", is_new)

    @property
    def data(self) -> bytes:
        """The bytes as they are now; none where the file has vanished meanwhile."""
        place, most, _ = self._known
        read = read_bytes(place, self.path, most)
        return read.value.data if read.value else b""

    @property
    def digest(self) -> bytes:
        """The digest that is known."""
        return self._known[2]

    def whole(self) -> SourceFile:
        """The file with its bytes at hand."""
        return SourceFile(self.path, self.data)

    def __reduce__(self) -> tuple[type[SourceFile], tuple[str, bytes]]:
        # Who is sent it may work on another machine.
        return SourceFile, (self.path, self.data)


def read_folder(
    root: Path, name: str, file_bytes: int, past: Mapping[str, PastFile] | None = None
) -> Outcome[tuple[SourceFile, ...]]:
    """All records and document texts under ``root/name``, sorted by path.

    Paths are relative to ``root``. A YAML file is read up to ``file_bytes`` and one byte more,
    so that the parser can say that it is too large; one that is as it was in the ``past`` is
    read when somebody wants its bytes, and most of very many are read again then. The value is
    None where there is no folder. Raises :class:`OSError` where the machine fails.
    """
    top = root / name
    if not top.is_dir():
        return Outcome(None)
    if not top.resolve().is_relative_to(root.resolve()):
        return Outcome((), (_unreadable(name, "it is a link that leads out of the project"),))
    reading = _Reading(top.resolve(), file_bytes, past or {})
    reading.folder(top, name, "")
    files = sorted(reading.files, key=lambda each: each.path)
    return Outcome(tuple(files), tuple(reading.diagnostics))


def is_read(path: str, name: str) -> bool:
    """Whether a file with this path is one that :func:`read_folder` reads below ``name``."""
    inner = path.removeprefix(f"{name}/")
    room = inner.split("/")[0]
    if inner == path or f"/{inner}".find("/.") >= 0:
        return False
    is_text = path.endswith(TEXT_SUFFIXES)
    return (
        is_text
        if room == "snapshots"
        else path.endswith(".yml") or (room == "documents" and is_text)
    )


def read_bytes(path: Path | str, shown: str, most: int) -> Outcome[SourceFile]:
    """Read a regular file up to ``most`` bytes and one more; anything else is a diagnostic.

    Raises :class:`OSError` where it is the machine that fails, as disks do.
    """
    try:
        # Without O_NONBLOCK a pipe put in the place of a file would stop us for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        return Outcome(None, (_refused(shown, error),))
    try:
        found = os.fstat(handle)
        kind = _irregular(found.st_mode)
        if kind:
            return Outcome(None, (_unreadable(shown, f"it is {kind}"),))
        return Outcome(SourceFile(shown, _content(handle, found.st_size, most + 1)))
    except OSError as error:
        return Outcome(None, (_refused(shown, error),))
    finally:
        os.close(handle)


def _content(handle: int, size: int, most: int) -> bytes:
    """All bytes of a file, but no more than ``most``; it may have grown beyond its ``size``."""
    parts: list[bytes] = []
    wanted = min(most, size + 1)
    while wanted and (part := os.read(handle, wanted)):
        parts.append(part)
        most = wanted = most - len(part)
    return b"".join(parts)


@dataclass(slots=True)
class _Reading:
    """One walk through a folder."""

    top: Path
    file_bytes: int
    past: Mapping[str, PastFile]
    files: list[SourceFile] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def folder(self, path: Path, shown: str, room: str) -> None:
        """Read a folder; ``room`` is the first folder below the top, which says what is in it."""
        if shown.count("/") > FOLDER_LEVELS:
            self.diagnostics.append(_unreadable(shown, "folders are nested too deep"))
            return
        try:
            entries = sorted(os.scandir(path), key=lambda each: each.name)
        except OSError as error:
            self.diagnostics.append(_refused(shown, error))
            return
        for each in entries:
            if each.name.startswith("."):
                continue
            name = each.name
            # Most names need no second look.
            is_plain = name.isascii() and name.isprintable()
            problem = "" if is_plain else _wrong_in(name := _printable(name))
            if problem:
                # Reported at its folder: no report should have to print such a name.
                self.diagnostics.append(_unreadable(shown, f"in a name in it, {problem}"))
            else:
                self._entry(each, f"{shown}/{name}", room)

    def _entry(self, entry: "os.DirEntry[str]", shown: str, room: str) -> None:
        # A path object of each of many thousand files takes longer than the question to the disk.
        if shown in self.past and self._is_known(entry, shown, room):
            return
        if entry.is_symlink() and not self._may_follow(Path(entry.path), shown):
            return
        if entry.is_dir():
            self.folder(Path(entry.path), shown, room or _printable(entry.name))
        elif room == "snapshots":
            self._snapshot(entry.path, shown)
        else:
            self._file(entry.path, shown, room)

    def _snapshot(self, place: str, shown: str) -> None:
        """Keep a saved text; what was saved besides is nobody's business."""
        if place.endswith(TEXT_SUFFIXES):
            self._keep(read_bytes(place, shown, TEXT_BYTES), place, TEXT_BYTES)

    def _is_known(self, entry: "os.DirEntry[str]", shown: str, room: str) -> bool:
        """Whether a file is as it was, so that it need not be opened."""
        past = self.past[shown]
        if mark_of(entry.stat(follow_symlinks=False)) != past.mark:
            return False
        most = TEXT_BYTES if room == "snapshots" else self.file_bytes
        self.files.append(KnownFile(shown, entry.path, most, past.digest))
        return True

    def _may_follow(self, path: Path, shown: str) -> bool:
        try:
            target = path.resolve(strict=True)
        except (OSError, RuntimeError):
            self.diagnostics.append(_unreadable(shown, "it is a link that leads nowhere"))
            return False
        if not target.is_relative_to(self.top):
            self.diagnostics.append(_unreadable(shown, "it is a link that leads out of the folder"))
            return False
        if target.is_dir():
            self.diagnostics.append(_unreadable(shown, "it is a link to a folder"))
            return False
        return True

    def _file(self, place: str, shown: str, room: str) -> None:
        if place.endswith(".yml"):
            self._keep(read_bytes(place, shown, self.file_bytes), place, self.file_bytes)
            return
        path = Path(place)
        if room == "documents" and path.suffix in TEXT_SUFFIXES:
            self._keep(_checked_text(read_bytes(path, shown, TEXT_BYTES)))
        elif path.stem.casefold() not in _COMPANIONS:
            self.diagnostics.append(_stray(path, shown, room))

    def _keep(self, read: Outcome[SourceFile], place: str = "", most: int = 0) -> None:
        """Keep a file; of many those at a ``place`` where they can be read again, without bytes."""
        self.diagnostics.extend(read.diagnostics)
        file = read.value
        if file is not None and place and len(self.files) >= _MOST_WHOLE:
            file = KnownFile(file.path, place, most, file.digest, is_new=True)
        if file is not None:
            self.files.append(file)


def _wrong_in(name: str) -> str:
    return forbidden_in(name) or ("a line end stands here" if "\n" in name else "")


def _checked_text(read: Outcome[SourceFile]) -> Outcome[SourceFile]:
    if read.value is None:
        return read
    return Outcome(read.value, tuple(_about_text(read.value)))


def _about_text(file: SourceFile) -> Iterator[Diagnostic]:
    if len(file.data) > TEXT_BYTES:
        message = f"the text has more than {TEXT_BYTES:,} bytes, the most that is read"
        yield _at_start(codes.FILE_TOO_LARGE, file.path, message, "keep the part that is checked")
        return
    yield from decoded(file).diagnostics


# Endings that text programs give of their own accord.
_LIKE_TEXT = {"", ".txt", ".text", ".md", ".rtf"}


def _stray(path: Path, shown: str, room: str) -> Diagnostic:
    if path.suffix.casefold() in {".yaml", ".yml"}:
        message = f"`{path.suffix}` files are not read: records end with `.yml`"
        return _at_start(codes.STRAY_FILE, shown, message, f"rename it to `{path.stem}.yml`")
    message = "this file is no record, and nothing here reads it"
    if path.stem.casefold().endswith(".yml"):
        return _at_start(codes.STRAY_FILE, shown, message, f"rename it to `{path.stem}`")
    where = "texts under check belong into `documents/`, saved pages into `snapshots/`"
    if path.suffix.casefold() in _LIKE_TEXT:
        where = f"if it holds a record, rename it to `{path.stem}.yml`; {where}"
    if room == "documents":
        where = f"texts of documents end with {', '.join(TEXT_SUFFIXES)}"
    return _at_start(codes.STRAY_FILE, shown, message, f"{where}; move it or delete it")


def _unreadable(shown: str, reason: str) -> Diagnostic:
    message = f"this cannot be read: {reason}"
    hint = "put an ordinary file in its place, or remove it"
    return _at_start(codes.UNREADABLE_FILE, shown, message, hint)


def _at_start(code: Code, shown: str, message: str, hint: str) -> Diagnostic:
    return diagnose(code, Span.of(shown, FILE_START), message, hint)


def _irregular(mode: int) -> str | None:
    if stat.S_ISREG(mode):
        return None
    return next((name for test, name in _KINDS if test(mode)), "no ordinary file")


def _refused(shown: str, error: OSError) -> Diagnostic:
    if error.errno in _OF_THE_MACHINE:
        raise OSError(error.errno, error.strerror, shown) from error
    return _unreadable(shown, _reason(error))


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "it vanished while the folder was read"
    if isinstance(error, PermissionError):
        return "we have no permission"
    return (error.strerror or str(error)).lower()


def _printable(name: str) -> str:
    """A file name as text; bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", errors="replace")
