"""What each worker has before it, in memory that outlives it."""

import mmap

_SIZE = 512


class WorkerNotes:
    """A note for each piece of work, seen by the process that made it and by all its copies.

    A worker has one piece at a time and writes into the note of that piece alone, so no lock is
    needed.
    """

    def __init__(self, pieces: int) -> None:
        self._pieces = pieces
        self._room = mmap.mmap(-1, pieces * _SIZE)

    def write(self, piece: int, name: str) -> None:
        """Note what is worked on in a piece; an empty name says that it is done."""
        told = name.encode("utf-8", "replace")[: _SIZE - 1]
        start = piece * _SIZE
        # The end first: who dies in between leaves the beginning of the name before.
        self._room[start + len(told)] = 0
        self._room[start : start + len(told)] = told

    def names(self) -> list[str]:
        """What is not done, in the order of the pieces."""
        found = (self._told(piece * _SIZE) for piece in range(self._pieces))
        return [each for each in found if each]

    def _told(self, start: int) -> str:
        return self._room[start : start + _SIZE].partition(b"\0")[0].decode("utf-8", "ignore")
