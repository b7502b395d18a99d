"""Speaking with Pagefind's program: one index is made by one run of its service."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from threading import Timer
from typing import IO, Any

# Names another program to run in place of the installed one; Pagefind's own packages read it too.
VARIABLE = "PAGEFIND_BINARY_PATH"
_SECONDS = 1800
_AT_ONCE = 1 << 20

# Asks for one thing, and gives the answer.
Ask = Callable[[Mapping[str, object]], Mapping[str, Any]]


class ProgramError(Exception):
    """The program has failed or ``is_missing``; the message says how, in one line."""

    is_missing = False


class MissingError(ProgramError):
    """The program is not installed."""

    is_missing = True


def find_program() -> list[str]:
    """How the program is called. Raises :class:`MissingError`."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return [chosen]
    if find_spec("pagefind_bin") is not None:
        return [sys.executable, "-m", "pagefind_bin"]
    found = shutil.which("pagefind")
    if found is None:
        raise MissingError("Pagefind is not installed")
    return [found]


@contextmanager
def service(command: list[str]) -> Iterator[Ask]:
    """A run of the program that takes one request after the other.

    Raises :class:`ProgramError` where it cannot be run, says that something is wrong, or ends.
    """
    with tempfile.TemporaryFile() as errors:
        try:
            process = subprocess.Popen(  # noqa: S603 - the program is the installed one or the user's own
                [*command, "--service"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
            )
        except OSError as error:
            raise ProgramError(str(error)) from error
        watch = Timer(_SECONDS, process.kill)
        watch.daemon = True
        watch.start()
        try:
            yield lambda request: _answered(process, request, errors)
        finally:
            watch.cancel()
            _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    with suppress(OSError, ValueError):
        process.communicate()


def _answered(
    process: "subprocess.Popen[bytes]", request: Mapping[str, object], errors: IO[bytes]
) -> Mapping[str, Any]:
    if process.stdin is None or process.stdout is None:
        raise TypeError("a service has pipes")
    try:
        process.stdin.write(_packed(request))
        process.stdin.flush()
        answer = _unpacked(_read(process.stdout))
    except (OSError, ValueError) as error:
        raise ProgramError(_last_words(process, errors)) from error
    if answer["type"] == "Error":
        raise ProgramError(str(answer["message"]))
    return answer


def _packed(request: Mapping[str, object]) -> bytes:
    told = json.dumps({"message_id": 1, "payload": request}, ensure_ascii=False)
    return b64encode(told.encode()) + b","


def _read(stream: IO[bytes]) -> bytes:
    pieces: list[bytes] = []
    while not pieces or b"," not in pieces[-1]:
        pieces.append(stream.read1(_AT_ONCE))  # type: ignore[attr-defined]
        if not pieces[-1]:
            raise ValueError("no answer")
    return b"".join(pieces).partition(b",")[0]


def _unpacked(answer: bytes) -> Mapping[str, Any]:
    told: Mapping[str, Any] = json.loads(b64decode(answer))["payload"]
    return told


def _last_words(process: "subprocess.Popen[bytes]", errors: IO[bytes]) -> str:
    process.kill()
    ended = process.wait()
    errors.seek(0)
    lines = errors.read().decode("utf-8", "replace").strip().splitlines()
    return (lines or [f"it ended with {ended}"])[-1]
