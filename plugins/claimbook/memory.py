"""What is remembered of earlier runs: data by name, good only while its key is the same."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol


class Entry(NamedTuple):
    """What is kept under a name: bytes, and the key that says what they are good for."""

    name: str
    key: bytes
    data: bytes


class Memory(Protocol):
    """Keeps bytes under a name until the key under which they were kept changes."""

    def recall(self, room: str, first: str = "", most: int = -1) -> Iterator[Entry]:
        """What is in a room, in the order of names, from ``first`` on; ``most`` of it, or all."""

    def keep(self, room: str, entries: Iterable[Entry], gone: Iterable[str]) -> None:
        """Remember some entries, and forget the names in ``gone``."""


class Forgetful:
    """Remembers nothing."""

    def recall(self, room: str, first: str = "", most: int = -1) -> Iterator[Entry]:
        """Nothing."""
        del room, first, most
        return iter(())

    def keep(self, room: str, entries: Iterable[Entry], gone: Iterable[str]) -> None:
        """Let go of it."""


FORGETFUL = Forgetful()


class Unchanging:
    """Remembers what another memory does, and nothing new."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def recall(self, room: str, first: str = "", most: int = -1) -> Iterator[Entry]:
        """What the other remembers."""
        return self._memory.recall(room, first, most)

    def keep(self, room: str, entries: Iterable[Entry], gone: Iterable[str]) -> None:
        """Let go of it."""
        del room, entries, gone
