"""What a command costs: time on the clock and of the processors, memory, and files written."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_PAUSE = 0.25
_LAST_LINES = 2000
# Only macOS counts in bytes.
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024


class CommandFailedError(Exception):
    """A measured command has failed; the message ends with what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: seconds, and bytes of memory at the peak.

    ``largest`` is the memory of the largest process, at least that of the process that measures;
    ``together`` that of all processes at once, with what they share counted once. It is looked
    for four times a second, on Linux only, and else 0.
    """

    wall: float
    cpu: float
    largest: int
    together: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in a folder: files and bytes, and how many of the files are pages."""

    files: int
    size: int
    pages: int


def cost_of(
    command: Sequence[str | Path],
    folder: Path,
    *,
    variables: Mapping[str, str] | None = None,
    good: frozenset[int] = frozenset({0}),
    is_watched: bool = False,
) -> Cost:
    """Run ``command`` in ``folder`` and say what it took, with all processes it has started.

    ``variables`` are added to the environment; ``good`` are the exit codes of success. Memory of
    all processes together is looked for only where the command ``is_watched``: the looking costs
    time. Raises :class:`CommandFailedError`.
    """
    environment = {**os.environ, **(variables or {})}
    start = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - the caller's own commands
        [str(each) for each in command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        watch = _Watch(process.pid)
        if is_watched:
            watch.start()
        try:
            said = process.stdout.read() if process.stdout else b""
            status, cpu, largest = _ended(process)
            wall = time.perf_counter() - start
        finally:
            together = watch.most()
    if status not in good:
        raise CommandFailedError(said.decode(errors="replace")[-_LAST_LINES:])
    return Cost(wall, cpu, largest, together)


def _ended(process: subprocess.Popen[bytes]) -> tuple[int, float, int]:
    """Exit code, seconds of processors and memory of the largest process; 0 where unknown."""
    if not hasattr(os, "wait4"):
        return process.wait(), 0.0, 0
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss * _RSS_UNIT


class _Watch(threading.Thread):
    """Looks again and again at how much memory a process and its descendants hold."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._most = 0
        self._is_over = threading.Event()

    def run(self) -> None:
        """Look until it is over."""
        while not self._is_over.wait(_PAUSE):
            self._most = max(self._most, sum(map(_share, _family(self._pid))))

    def most(self) -> int:
        """Stop looking: the most that was seen."""
        self._is_over.set()
        if self.is_alive():
            self.join()
        return self._most


def _family(pid: int) -> Iterator[int]:
    yield pid
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in _text(path).split():
            yield from _family(int(child))


def _share(pid: int) -> int:
    """Bytes of a process, of each page its share among those that use it."""
    for line in _text(Path(f"/proc/{pid}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _text(path: Path) -> str:
    # A process may end while it is being looked at.
    try:
        return path.read_text(encoding="ascii")
    except OSError:
        return ""


def written_in(folder: Path) -> Written:
    """Count what a folder holds."""
    files = size = pages = 0
    for place, _, names in os.walk(folder):
        for name in names:
            files += 1
            size += os.lstat(f"{place}/{name}").st_size
            pages += name.endswith(".html")
    return Written(files, size, pages)
