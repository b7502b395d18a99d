"""What is remembered of the search: which page stands in which index, and as what."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

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
_ALL = "all"


def recall(memory: Memory, room: str, state: bytes) -> Remembered:
    """What is known of the index whose digest is ``state``."""
    for _, key, data in memory.recall(room):
        if key == state:
            pages, parts = from_bytes(data)
            return Remembered(dict(map(_known, pages)), [Part(*each) for each in parts])
    return _NOTHING


def _known(row: Sequence[Any]) -> tuple[str, Known]:
    path, page, content, indexed, name = row
    return path, Known(page, Content(*content), indexed, name)


def remember(memory: Memory, room: str, state: bytes, found: Remembered) -> None:
    """Remember what stands in the index whose digest is ``state``."""
    pages = [[path, *known] for path, known in found.pages.items()]
    memory.keep(room, [Entry(_ALL, state, to_bytes([pages, found.parts]))], ())
