"""Who does the work: this process alone, or several at once.

The core hands out work and asks for results in order; it does not know where they are made.
"""

from collections.abc import Callable, Iterator, Sequence
from contextvars import ContextVar
from typing import Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")
# Large enough that handing out costs nothing beside the work, small enough to share it evenly.
_MOST_AT_ONCE = 256
_SHARES = 8
_NOTED: ContextVar[Callable[[str], object] | None] = ContextVar("noted", default=None)


def at_work_on(name: str) -> None:
    """Say what is worked on from now on: who asks why a worker is gone is told this name."""
    note = _NOTED.get()
    if note:
        note(name)


def noted_by(note: Callable[[str], object]) -> None:
    """Let ``note`` be called with every name that this worker is :func:`at_work_on`."""
    _NOTED.set(note)


class Crew(Protocol):
    """Workers for pieces of work that do not depend on one another.

    ``workers`` is how many there are. Where ``shares_memory``, they see everything that this
    process knows when the work begins, and may write where it may write.
    """

    workers: int
    shares_memory: bool

    def map(self, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        """The results of ``work`` for every item, in the order of the items."""


class Alone:
    """No crew: everything is done here, one piece after the other."""

    workers = 1
    shares_memory = True

    def map(self, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        """The results, each made when it is asked for."""
        return map(work, items)


ALONE = Alone()


def batches(items: Sequence[T], crew: Crew) -> list[Sequence[T]]:
    """Cut ``items`` into pieces for a crew; their order stays."""
    fair = -(-len(items) // (crew.workers * _SHARES))
    size = max(1, min(_MOST_AT_ONCE, fair))
    return [items[start : start + size] for start in range(0, len(items), size)]
