"""Texts of sources, had and kept one by one: what ``claimbook snapshot`` does."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from difflib import unified_diff
from hashlib import sha256
from itertools import islice
from typing import Any, NamedTuple

from claimbook.diagnostics import shortened
from claimbook.folder import read_bytes
from claimbook.links.fetch import PAGES, FetchError
from claimbook.links.robots import Visitor
from claimbook.own_files import own_text, write_own
from claimbook.plain_addresses import untracked
from claimbook.snapshots.addresses import is_same_page
from claimbook.snapshots.apart import read_apart
from claimbook.snapshots.changes import changes_between
from claimbook.snapshots.naming import Target
from claimbook.snapshots.noting import Note, block, noted
from claimbook.snapshots.saved import MOST_BYTES, Given, Saved, Unread
from claimbook.text import SourceFile
from claimbook.urls import UrlError, parse_url
from claimbook.values import FILE_NAME_PATTERN
from claimbook.workspace import Workspace
from claimbook.writing import replace_file

_KINDS = PAGES | {"application/pdf", "text/plain", "text/vtt", "application/x-subrip"}
_MOST_CHANGES = 20
_FIRST_LINES = 8
_WIDTH = 92
_BY_HAND = "save the page in a browser, and give the file with --from"
_NO_ADDRESS = "it has no `url`"
_SPACES = "only spaces and line ends are different"
_OTHER = "another text is kept there; look at what is different, then say --replace"
_CHANGED = "it was changed meanwhile; say the same again"
_UNUSUAL = "it is written in a way that is not changed here; write into it yourself:"


class Wish(NamedTuple):
    """What a person asked for. Without a ``file`` texts are fetched; days are in ISO 8601."""

    file: str | None
    url: str | None
    captured: str
    today: str
    is_replaced: bool
    is_dry: bool


class Done(NamedTuple):
    """What became of one source. ``details`` are lines for people alone."""

    source: str
    state: str
    path: str = ""
    note: Note | None = None
    saved: Saved | None = None
    problem: str = ""
    hint: str = ""
    details: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        """What is told in a terminal."""
        size = f" ({len(self.saved.text):,} characters)" if self.saved and self.path else ""
        yield f"{self.source}: {self.state} {self.path}".rstrip() + size
        for each in self.saved.warnings if self.saved else ():
            yield f"   = warning: {each}"
        if self.problem:
            yield f"   = error: {self.problem}"
        if self.hint:
            yield f"   = hint: {self.hint}"
        yield from (f"   {each}" for each in self.details)

    def told(self) -> dict[str, Any]:
        """The same for programs."""
        told: dict[str, Any] = {"source": self.source, "state": self.state, "path": self.path}
        told |= self.note._asdict() if self.note else {}
        if self.saved:
            told |= {"media_type": self.saved.media_type}
            told |= {"url": self.note.url if self.note else self.saved.address}
            told |= {"characters": len(self.saved.text), "warnings": self.saved.warnings}
        return told | ({"error": self.problem, "hint": self.hint} if self.problem else {})


def keep_all(
    workspace: Workspace, targets: Iterable[Target], wish: Wish, step: Callable[[str], None]
) -> Iterator[Done]:
    """Have and keep the text of each source; what cannot be had stops no other.

    Of several in one file the last comes first, so that the places of the others stay.
    """
    keeping = _Keeping(workspace, wish)
    visitor = Visitor()
    places = {_upwards(each): each for each in targets}
    for _, each in sorted(places.items()):
        try:
            given = _given(each, wish, visitor)
            saved = _compared(each, _placed(read_apart(given), given, wish))
            yield keeping.keep(each, saved)
        except Unread as error:
            yield Done(each.word, "not saved", problem=error.message, hint=error.hint)
        step(each.word)


def _upwards(target: Target) -> tuple[str, int, int]:
    mark = target.record.at.mark
    return target.path, -mark.line, -mark.column


def _placed(saved: Saved, given: Given, wish: Wish) -> Saved:
    """What was read, with the address at which it was found in the end, as far as that is known."""
    if wish.file is None:
        return saved._replace(address=given.address)
    return saved if saved.address else saved._replace(address=wish.url or "")


def _compared(target: Target, saved: Saved) -> Saved:
    """What was read, with a warning where it comes from somewhere else."""
    url = target.record.url
    if not url or not saved.address or is_same_page(url.href, saved.address):
        return saved
    told = f"it was saved from `{saved.address}`, and the source stands at `{url.href}`"
    return saved._replace(warnings=(*saved.warnings, told))


def _given(target: Target, wish: Wish, visitor: Visitor) -> Given:
    source = target.record.url
    address = wish.url or (source.href if source else "")
    if wish.file is not None:
        return Given(_bytes(wish.file), wish.file, address=address)
    if not address:
        raise Unread(_NO_ADDRESS, _BY_HAND)
    try:
        found = visitor.fetch(address, _KINDS)
    except FetchError as error:
        raise Unread(f"`{address}` cannot be read: {error}", _BY_HAND) from error
    return Given(found.data, "", found.media_type, found.charset, found.address)


def _bytes(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    read = read_bytes(path, path, MOST_BYTES)
    if read.value is None:
        raise Unread(read.diagnostics[0].message, read.diagnostics[0].hint or "")
    return read.value.data


class _Keeping:
    """Files as they are, and as they have become."""

    def __init__(self, workspace: Workspace, wish: Wish) -> None:
        self._root = workspace.root
        self._folder = f"{workspace.settings.claims_dir}/snapshots"
        self._limits = workspace.settings.limits
        self._files = {each.path: each for each in workspace.files}
        self._wish = wish

    def keep(self, target: Target, saved: Saved) -> Done:
        """Write a text and note it, or say why not."""
        path = f"{self._folder}/{_name(target, saved)}"
        old = own_text(self._root, path)
        digest = sha256(saved.text.encode()).hexdigest()
        day = self._wish.captured or saved.captured or self._wish.today
        name, address = path.rpartition("/")[2], _public(saved.address)
        note = Note(name, digest, day, saved.media_type, address)
        done = Done(target.word, "saved", path, note, saved)
        kept = target.record.snapshot
        if old == saved.text and kept and kept.sha256 == digest and not self._wish.captured:
            return done._replace(state="is the same as")
        if old not in {None, saved.text}:
            done = done._replace(details=_changes(old or "", saved.text))
            if not self._wish.is_replaced:
                return done._replace(state="not saved as", problem=_OTHER)
        return self._written(target, done, note, saved)

    def _written(self, target: Target, done: Done, note: Note, saved: Saved) -> Done:
        file = self._files[target.path]
        new = noted(file, target.record.at.mark, note, self._limits)
        if new is None:
            lines = tuple(block(note).splitlines())
            done = done._replace(problem=f"{target.path}: {_UNUSUAL}", details=lines)
        if self._wish.is_dry:
            shown = (*done.details, *_shown(file, new, saved))
            return done._replace(state="would be saved as", details=shown)
        write_own(self._root, done.path, saved.text)
        if new is None or self._replaced(file, new):
            return done._replace(state="saved as")
        return done._replace(state="saved as", problem=f"{target.path}: {_CHANGED}")

    def _replaced(self, file: SourceFile, new: str) -> bool:
        self._files[file.path] = SourceFile(file.path, new.encode())
        return replace_file(self._root / file.path, file.data, new.encode())


def _public(address: str) -> str:
    """An address as it is noted; none where the public cannot reach it."""
    try:
        is_private = parse_url(address).has_private_host
    except UrlError:
        return ""
    return "" if is_private else untracked(address)


def _name(target: Target, saved: Saved) -> str:
    """The name that is noted already, or one by the source's id."""
    kept = target.record.snapshot
    if kept is not None and kept.file.endswith(saved.ending):
        return kept.file
    name = f"{target.stem}{saved.ending}"
    if re.fullmatch(FILE_NAME_PATTERN, name):
        return name
    short = sha256(target.stem.encode()).hexdigest()[:12]
    return f"{target.stem[:80]}-{short}{saved.ending}"


def _changes(old: str, new: str) -> tuple[str, ...]:
    found = [*islice(changes_between(old, new), _MOST_CHANGES + 1)] or [_SPACES]
    return (*found[:_MOST_CHANGES], *(("…",) if len(found) > _MOST_CHANGES else ()))


def _shown(file: SourceFile, new: str | None, saved: Saved) -> Iterator[str]:
    """What would be written, of a text its beginning."""
    first = saved.text.splitlines()[:_FIRST_LINES]
    yield from (f"| {shortened(each, _WIDTH)}" for each in first)
    yield "| …" if saved.text.count("\n") > _FIRST_LINES else "|"
    old, now = file.text.splitlines(), (new or file.text).splitlines()
    yield from unified_diff(old, now, file.path, file.path, lineterm="", n=2)
