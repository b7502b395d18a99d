"""Claims whose records are made when somebody asks for them: most builds ask for a few."""

from collections.abc import Callable
from typing import Any

from claimbook.corpus import FiledClaim
from claimbook.records import Claim


class Later:
    """A record that is made when it is first asked for."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Claim | None]) -> None:
        self._make: Callable[[], Claim | None] | None = make
        self._made: Claim | None = None

    def record(self) -> Claim:
        """The record. Raises :class:`ValueError` where there is none any more."""
        if self._make is not None:
            # What it is made of is not needed again.
            self._made, self._make = self._make(), None
        if self._made is None:
            raise ValueError("the file of a claim has vanished")
        return self._made


class LaterClaim(FiledClaim):
    """A claim with its id and file, and its record later."""

    __slots__ = ("_later",)
    _later: Later

    def __init__(self, name: str, path: str, later: Later, *, is_draft: bool) -> None:
        object.__setattr__(self, "id", name)
        object.__setattr__(self, "path", path)
        object.__setattr__(self, "is_draft", is_draft)
        object.__setattr__(self, "_later", later)

    @property
    def record(self) -> Claim:
        """The claim."""
        return self._later.record()

    def __reduce__(self) -> tuple[Any, ...]:
        # Who is sent it has not what it is made of.
        return FiledClaim, (self.id, self.path, self.record, self.is_draft)
