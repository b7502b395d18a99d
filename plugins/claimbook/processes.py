"""Several processes as a crew."""

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from claimbook.crew import ALONE, Crew, noted_by
from claimbook.data import digest
from claimbook.worker_notes import WorkerNotes

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")
R = TypeVar("R")
VARIABLE = "CLAIMBOOK_JOBS"
# Below this, starting processes takes longer than the work.
_FEWEST = 200
# Of `prctl(2)`: the signal that a process gets when the one that made it is gone.
_SET_PARENT_DEATH_SIGNAL = 1


class CrewError(Exception):
    """There are no workers, or one was lost; the message says so, ``hint`` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class Forks:
    """Copies of this process, made for each task and gone after it.

    They know all that this process knows, so only results have to be sent.
    """

    shares_memory = True

    def __init__(self, workers: int) -> None:
        self.workers = workers

    def map(self, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        """The results in the order of the items. Raises :class:`CrewError` for a lost worker."""
        if len(items) < 2 or threading.active_count() > 1:  # noqa: PLR2004 - one needs no help
            # A copy of a process with threads may wait for ever for a lock that none will open.
            yield from map(work, items)
            return
        # Imported where there is work for several: a command for one file starts without.
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
        from multiprocessing import get_context  # noqa: PLC0415

        context, notes = get_context("fork"), WorkerNotes(len(items))
        given = (work, items, notes, os.getpid())
        try:
            with ProcessPoolExecutor(self.workers, context, _begin, given) as pool:
                yield from _results(pool.submit(_do, index) for index in range(len(items)))
        except CrewError as error:
            # Only now that all are gone it is known who had not been told to go.
            raise _with_work(error, notes.names()) from error


class Hired:
    """Any executor of ``concurrent.futures``' interface, on this machine or on others.

    Work is pickled once for all pieces, and unpickled once by each worker that does some of it.
    """

    shares_memory = False

    def __init__(self, executor: "Executor", workers: int) -> None:
        self._executor = executor
        self.workers = workers

    def map(self, work: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
        """The results in the order of the items; work and items are sent there."""
        import pickle  # noqa: PLC0415 - as above

        sent = pickle.dumps(work)
        named = digest(sent)
        yield from _results(self._executor.submit(_do_sent, named, sent, each) for each in items)


def _results(futures: Iterable[Any]) -> Iterator[Any]:
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - as above

    left = deque(futures)
    try:
        while left:
            yield left.popleft().result()
    except BrokenProcessPool as error:
        message = "a worker process has ended in the middle of its work"
        hint = f"memory may have run out: `{VARIABLE}=1` works in one process"
        raise CrewError(message, hint) from error
    finally:
        for each in left:
            each.cancel()


def _with_work(error: CrewError, names: Sequence[str]) -> CrewError:
    """The error with what the lost worker had before it, as far as that is known."""
    if not names:
        return error
    told = ", ".join(f"`{each}`" for each in names)
    return CrewError(f"{error}: it had {told}", error.hint)


_TASK: list[Any] = []


def _begin(
    work: Callable[[Any], Any], items: Sequence[Any], notes: WorkerNotes, parent: int
) -> None:
    # Ctrl+C reaches every process of the terminal; the first one tells the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    _leave_with(parent)
    _TASK[:] = [work, items, notes]


def _leave_with(parent: int) -> None:
    """Let this worker end when its parent is killed: it would wait for ever, and hold its locks."""
    import ctypes  # noqa: PLC0415 - as above

    ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _leave(*_: object) -> None:
    # Who is told to go was not lost over its work.
    index = _TASK[3:]
    if index:
        _TASK[2].write(*index, "")
    os._exit(1)


def _do(index: int) -> Any:  # noqa: ANN401
    work, items, notes = _TASK[:3]
    _TASK[3:] = [index]
    noted_by(partial(notes.write, index))
    try:
        return work(items[index])
    finally:
        notes.write(index, "")


_SENT: dict[bytes, Callable[[Any], Any]] = {}


def _do_sent(named: bytes, sent: bytes, item: Any) -> Any:  # noqa: ANN401
    if named not in _SENT:
        import pickle  # noqa: PLC0415 - as above

        # What an earlier task was about is not needed again.
        _SENT.clear()
        _SENT[named] = pickle.loads(sent)  # noqa: S301 - from the build that hired this worker
    return _SENT[named](item)


_HIRED: ContextVar[Crew | None] = ContextVar("hired", default=None)


@contextmanager
def hired(crew: Crew) -> Iterator[None]:
    """Let ``crew`` do all large work meanwhile."""
    token = _HIRED.set(crew)
    try:
        yield
    finally:
        _HIRED.reset(token)


def crew_for(pieces: int) -> Crew:
    """Workers for so many pieces of work: as many as this process may use processors.

    ``CLAIMBOOK_JOBS`` says how many otherwise; who is :func:`hired` takes their place. Raises
    :class:`CrewError` where it is no number.
    """
    chosen = _HIRED.get()
    if chosen is not None:
        return chosen
    workers = jobs()
    if workers == 1 or pieces < _FEWEST or sys.platform != "linux":
        return ALONE
    return Forks(workers)


def jobs() -> int:
    """How many processes may work at once; raises :class:`CrewError` as above."""
    given = os.environ.get(VARIABLE, "")
    if not given:
        return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if not given.isdecimal() or not int(given):
        message = f"`{VARIABLE}` is `{given}`: a number of processes is expected"
        raise CrewError(message, f"leave it out, or write `{VARIABLE}=2`")
    return int(given)
