"""What is remembered of the search: which page stands in which index, and as what."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claimbook.data import from_bytes, to_bytes
from claimbook.memory import Entry, Memory
from claimbook.search.page import Content


class Known(NamedTuple):
    """A page as it was at the last build.

    ``page`` is a digest of the whole page, ``content`` what of it is indexed. ``indexed`` is the
    digest of what the parts have of it, and ``name`` its name there; both empty where they have
    nothing.
    """

    page: bytes
    content: Content
    indexed: bytes = b""
    name: str = ""

    @property
    def is_news(self) -> bool:
        """Whether no part has it as it is now."""
        return self.content.size > 0 and self.content.digest != self.indexed

    @property
    def is_outdated(self) -> bool:
        """Whether a part has it as it is no more."""
        return self.name != "" and self.content.digest != self.indexed


class Part(NamedTuple):
    """An index: its folder below that of the search, and the day of its oldest claim."""

    folder: str
    since: str


class Remembered(NamedTuple):
    """The pages of the last build by path, and the parts; both empty where nothing is known."""

    pages: Mapping[str, Known]
    parts: Sequence[Part]


_NOTHING = Remembered({}, ())
_PARTS = ""


def recall(memory: Memory, room: str, state: bytes) -> Remembered:
    """What is known of the index whose digest is ``state``."""
    kept = {name: (key, data) for name, key, data in memory.recall(room)}
    key, parts = kept.pop(_PARTS, (b"", b""))
    if key != state:
        return _NOTHING
    pages = {path: _known(page, data) for path, (page, data) in kept.items()}
    return Remembered(pages, [Part(*each) for each in from_bytes(parts)])


def _known(page: bytes, data: bytes) -> Known:
    content, indexed, name = from_bytes(data)
    return Known(page, Content(*content), indexed, name)


def remember(
    memory: Memory, room: str, state: bytes, before: Remembered, after: Remembered
) -> None:
    """Remember what has changed since ``before``."""
    changed = [
        Entry(path, known.page, to_bytes([[*known.content], known.indexed, known.name]))
        for path, known in after.pages.items()
        if before.pages.get(path) != known
    ]
    parts = Entry(_PARTS, state, to_bytes([[*each] for each in after.parts]))
    memory.keep(room, [*changed, parts], before.pages.keys() - after.pages.keys())
