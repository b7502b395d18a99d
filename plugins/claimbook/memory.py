"""What is remembered of earlier runs: data by name, good only while its key is the same."""

from collections.abc import Iterable, Mapping
from typing import Protocol


class Memory(Protocol):
    """Keeps bytes under a name until the key under which they were kept changes."""

    def recall(self, room: str) -> Mapping[str, tuple[bytes, bytes]]:
        """Everything in a room: key and bytes by name."""

    def keep(
        self, room: str, entries: Iterable[tuple[str, bytes, bytes]], gone: Iterable[str]
    ) -> None:
        """Remember name, key and bytes of some entries, and forget the names in ``gone``."""


class Forgetful:
    """Remembers nothing."""

    def recall(self, room: str) -> Mapping[str, tuple[bytes, bytes]]:
        """Nothing."""
        del room
        return {}

    def keep(
        self, room: str, entries: Iterable[tuple[str, bytes, bytes]], gone: Iterable[str]
    ) -> None:
        """Let go of it."""


FORGETFUL = Forgetful()
