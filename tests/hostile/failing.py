"""Builds that meet a failing machine at one of their steps, whichever it is.

A step is a call to the system that Python tells of: a file that is opened, a folder that is made,
renamed, listed, removed. Run as a program, for copies are made of it, one for each build:
what a build begins with is then there already.
"""

import errno
import json
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from claimbook.cli.run import run
from tests.hostile.building import State, renamed, state
from tests.hostile.small import as_of_many

STEPS = frozenset(
    {
        *("open", "os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.scandir"),
        *("os.listdir", "os.chmod", "shutil.rmtree", "shutil.copyfile", "sqlite3.connect"),
        "written",
    }
)
KILLS = {"kill": signal.SIGKILL, "term": signal.SIGTERM}
WORDS = ("Old words", "New words")


@dataclass(slots=True)
class Fault:
    """What happens at a step: a signal, or an error of the system.

    Where it ``lasts``, every later step fails, too.
    """

    root: str
    kind: str
    number: int
    lasts: bool
    done: int = 0

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Take note of an event, as a hook that Python calls."""
        if event not in STEPS or not self._is_ours(arguments):
            return
        self.done += 1
        if self.done == self.number or (self.lasts and self.done > self.number):
            self._happen(str(arguments[0]))

    def _is_ours(self, arguments: tuple[Any, ...]) -> bool:
        path = arguments[0] if arguments else None
        if not isinstance(path, str | os.PathLike):
            return False
        name = str(path)
        return not name.startswith("/") or name.startswith(self.root)

    def _happen(self, path: str) -> None:
        if self.kind in KILLS:
            os.kill(os.getpid(), KILLS[self.kind])
            return
        number = getattr(errno, self.kind)
        raise OSError(number, os.strerror(number), path)


class Ended(NamedTuple):
    """How a build ended: its exit code or minus the signal, what it said, how many steps it took.

    Afterwards the site was the one before (``is_old``), or the one that was wanted (``is_new``).
    """

    code: int
    said: str
    steps: int
    is_old: bool
    is_new: bool


def attempt(root: Path, fault: Fault, before: State, wanted: State) -> Ended:
    """A build by a copy of this process."""
    said, steps = root.with_name("said"), root.with_name("steps")
    copy = os.fork()
    if not copy:
        _build(fault, said, steps)
    _, status = os.waitpid(copy, 0)
    found = state(root)
    told = said.read_text("utf-8", "replace")
    code, taken = os.waitstatus_to_exitcode(status), int(steps.read_text() or 0)
    return Ended(code, told, taken, found == before, found == wanted)


def _build(fault: Fault, said: Path, steps: Path) -> None:
    code = 99
    os.setpgid(0, 0)
    steps.write_text("")
    with said.open("w", encoding="utf-8") as stream:
        for number in (1, 2):
            os.dup2(stream.fileno(), number)
    try:
        _count_writing(fault)
        sys.addaudithook(fault)
        code = run(["build"])
        sys.stdout.flush()
        fault.number, fault.lasts = -1, False
        steps.write_text(str(fault.done))
    finally:
        os._exit(code)


def _count_writing(fault: Fault) -> None:
    """Writing is a step, too, of which Python does not tell; half of it is done then."""
    whole_bytes, whole_open = Path.write_bytes, os.fdopen

    def write_bytes(self: Path, data: bytes) -> int:
        whole_bytes(self, data[: len(data) // 2])
        fault("written", (str(self),))
        return whole_bytes(self, data)

    def fdopen(handle: int, *given: Any, **named: Any) -> Any:  # noqa: ANN401
        fault("written", ("a file",))
        return whole_open(handle, *given, **named)

    Path.write_bytes = write_bytes  # type: ignore[assignment, method-assign]
    os.fdopen = fdopen  # type: ignore[assignment]


def attempts(root: Path, faults: Iterable[tuple[str, int, bool]]) -> Iterator[Ended]:
    """A build for each fault; each begins with what the one before it has left.

    In between two sites are wanted in turn, which differ in every page. The last build is sound.
    """
    sound, states = ("none", -1, False), {}
    for word in WORDS:
        renamed(root, word)
        assert attempt(root, Fault(str(root), *sound), {}, {}).code == 0
        states[word] = state(root)
    assert states[WORDS[0]] != states[WORDS[1]]
    for fault in [*faults, sound]:
        before = state(root)
        word = WORDS[before == states[WORDS[0]]]
        renamed(root, word)
        yield attempt(root, Fault(str(root), *fault), before, states[word])


def main() -> None:
    """Read what is wanted as JSON, and write how each build ended, one on a line."""
    import mkdocs_claimbook.host  # noqa: F401 - what every build begins with
    from claimbook.cli import build  # noqa: F401

    wanted = json.loads(sys.argv[1])
    root = Path(wanted["root"])
    os.chdir(root)
    as_of_many(pytest.MonkeyPatch())
    for each in attempts(root, wanted["faults"]):
        print(json.dumps(each), flush=True)  # noqa: T201 - it is a program


if __name__ == "__main__":
    main()
