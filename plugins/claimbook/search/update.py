"""Keeping the search of a tree current: what stands in an index already is not indexed again.

The parts stay as some build has written them. Beside them stands a recent index of the pages that
have changed since, and a table tells browsers which entries of the parts count no more.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimbook.data import digest, to_bytes
from claimbook.diagnostics import Outcome
from claimbook.memory import Memory
from claimbook.search.known import Known, Remembered, recall, remember
from claimbook.search.page import NOTHING, content_of
from claimbook.search.plan import is_recent
from claimbook.search.program import ProgramError
from claimbook.search.whole import (
    FOLDER,
    PAGE,
    RECENT,
    TABLE,
    Site,
    about_failure,
    remove_index,
    table,
    write_all,
)
from claimbook.search.writing import Put
from claimbook.tree import Stamp, Stamps, Tree

_TOP = f"{FOLDER}/"
_RECENT, _TABLE = f"{_TOP}{RECENT}", f"{_TOP}{TABLE}"
_CHANGING = (_RECENT, _TABLE)


@dataclass(frozen=True, slots=True)
class Update:
    """The search of the ``site`` in a ``tree``, whose other files have ``stamps``."""

    site: Site
    tree: Tree
    stamps: Stamps
    memory: Memory

    def make(self) -> Outcome[Stamps]:
        """Bring the search up to date; the value has the stamps of its files."""
        seen = self._state(self._published())
        before = recall(self.memory, self._room, seen)
        pages = self._pages(before)
        try:
            index, after = self._made(before, pages)
        except ProgramError as error:
            remove_index(self.tree.folder)
            place = self.tree.published or self.tree.folder
            return Outcome(None, (about_failure(place, error),))
        state = self._state(index)
        if (state, after) != (seen, before):
            remember(self.memory, self._room, state, after)
        return Outcome(index)

    @property
    def _room(self) -> str:
        return f"search {self.tree.published}"

    def _published(self) -> Stamps:
        return {path: each for path, each in self.tree.there.items() if path.startswith(_TOP)}

    def _state(self, index: Stamps) -> bytes:
        files = [(path, index[path].digest) for path in sorted(index)]
        return digest(to_bytes([self.site.language, files]))

    def _pages(self, before: Remembered) -> dict[str, Known]:
        paths = {path for path in self.stamps if path.endswith(PAGE)}
        lost = {path for path, known in before.pages.items() if known.name}
        return {path: self._page(path, before.pages.get(path)) for path in sorted(paths | lost)}

    def _page(self, path: str, before: Known | None) -> Known:
        stamp = self.stamps.get(path)
        if before and stamp and before.page == stamp.digest:
            return before
        indexed, name = (before.indexed, before.name) if before else (b"", "")
        if stamp is None:
            return Known(b"", NOTHING, indexed, name)
        content = content_of((self.tree.folder / path).read_bytes())
        return Known(stamp.digest, content, indexed, name)

    def _made(self, before: Remembered, pages: dict[str, Known]) -> tuple[Stamps, Remembered]:
        if before.parts:
            made = self._kept(before, pages) or self._with_recent(before, pages)
            if made is not None:
                return made, Remembered(pages, before.parts)
        return self._anew(pages)

    def _kept(self, before: Remembered, pages: dict[str, Known]) -> Stamps | None:
        """The very same index, where the very same is to be indexed."""
        if _contents(before.pages) != _contents(pages):
            return None
        return self._linked(path for path in self._published())

    def _with_recent(self, before: Remembered, pages: dict[str, Known]) -> Stamps | None:
        """The parts as they are and an index of what is new, where that is little."""
        news = [path for path, known in pages.items() if known.is_news]
        outdated = [known.name for known in pages.values() if known.is_outdated]
        if not is_recent(len(news), len(outdated), sum(1 for each in pages.values() if each.name)):
            return None
        parts = self._linked(path for path in self._published() if not path.startswith(_CHANGING))
        if parts is None:
            return None
        told = table(before.parts, outdated, len(news))
        return {**parts, **self._recent(news), _TABLE: self.tree.put(_TABLE, told)}

    def _recent(self, news: list[str]) -> Stamps:
        placed: dict[str, Stamp] = {}
        if news:
            self.site.write([(RECENT, news)], self._put(placed))
        return placed

    def _put(self, placed: dict[str, Stamp]) -> Put:
        def put(path: str, content: bytes) -> None:
            placed[f"{_TOP}{path}"] = self.tree.put(f"{_TOP}{path}", content)

        return put

    def _anew(self, pages: dict[str, Known]) -> tuple[Stamps, Remembered]:
        contents = {path: known.content for path, known in pages.items()}
        index: dict[str, Stamp] = {}
        parts, names = write_all(self.site, contents, self._put(index))
        self._put(index)(TABLE, table(parts))
        indexed = {
            path: Known(known.page, known.content, known.content.digest, names.get(path, ""))
            for path, known in pages.items()
            if known.page
        }
        return index, Remembered(indexed, parts)

    def _linked(self, paths: Iterable[str]) -> dict[str, Stamp] | None:
        """These files as they are published; None where one of them is not there any more."""
        found: dict[str, Stamp] = {}
        for path in paths:
            stamp = self.tree.keep(path, self.tree.there[path].digest)
            if stamp is None:
                return None
            found[path] = stamp
        return found


def _contents(pages: Mapping[str, Known]) -> dict[str, bytes]:
    return {path: known.content.digest for path, known in pages.items() if known.content.size}
