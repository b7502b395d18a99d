"""Things that are made one after the other, none before somebody wants it."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Drawn(Generic[T]):
    """What an iterator gives, as often as it is asked for; drawn only as far as was needed."""

    def __init__(self, source: Iterable[T]) -> None:
        self._source = iter(source)
        self._found: list[T] = []

    def __iter__(self) -> Iterator[T]:
        at = 0
        while at < len(self._found) or self._draw():
            yield self._found[at]
            at += 1

    def _draw(self) -> bool:
        for each in self._source:
            self._found.append(each)
            return True
        return False
