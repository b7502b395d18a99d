"""A stranger's file, read in a process of its own: time and memory end, and a crash harms nobody.

What is read may be made to break libraries written in C, or to keep them busy for ever.
"""

import subprocess
import sys
from contextlib import redirect_stdout
from typing import Any

from claimbook.data import from_json, json_bytes
from claimbook.snapshots.reading import read_saved
from claimbook.snapshots.saved import Given, Saved, Unread

SECONDS = 60.0
_MEMORY = 4_000_000_000
_LOST = "it cannot be read: what reads it broke down over it"
_SAVE = "save it in another form, such as plain text"


def read_apart(given: Given, seconds: float = SECONDS) -> Saved:
    """As :func:`read_saved`, in another process; raises :class:`Unread` where that is lost."""
    head = json_bytes([each for each in given if isinstance(each, str)])
    # The current folder may hold anybody's modules: -P keeps Python from looking there.
    command = [sys.executable, "-P", "-m", __name__]
    try:
        done = subprocess.run(  # noqa: S603 - nothing of the file is in the command
            command,
            input=head + b"\n" + given.data,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        message = f"it cannot be read within {seconds:g} seconds"
        raise Unread(message, _SAVE) from error
    if done.returncode:
        raise Unread(_LOST, _SAVE)
    return _answer(from_json(done.stdout))


def _answer(told: dict[str, Any]) -> Saved:
    if "unread" in told:
        raise Unread(*told["unread"])
    saved = Saved(*told["saved"])
    return saved._replace(warnings=tuple(saved.warnings))


def _serve() -> None:
    _limit_memory()
    head, _, data = sys.stdin.buffer.read().partition(b"\n")
    # Libraries talk; the answer stands alone.
    with redirect_stdout(sys.stderr):
        answer = _told(Given(data, *from_json(head)))
    sys.stdout.buffer.write(json_bytes(answer))


def _told(given: Given) -> dict[str, object]:
    try:
        return {"saved": read_saved(given)}
    except Unread as error:
        return {"unread": [error.message, error.hint]}


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, most))


if __name__ == "__main__":
    _serve()
