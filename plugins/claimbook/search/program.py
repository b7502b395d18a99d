"""Speaking with Pagefind's program: one index is made by one run of its service."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from threading import Timer
from typing import IO, Any

# Names another program to run in place of the installed one; Pagefind's own packages read it too.
VARIABLE = "PAGEFIND_BINARY_PATH"
_SECONDS = 1800
_AT_ONCE = 1 << 20

Request = Mapping[str, object]
Answer = Mapping[str, Any]


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
def service(command: list[str]) -> Iterator["Service"]:
    """A run of the program, which ends with the block.

    Raises :class:`ProgramError` where it cannot be run.
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
            yield Service(process, errors)
        finally:
            watch.cancel()
            _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    with suppress(OSError, ValueError):
        process.communicate()


class Service:
    """A run of the program. It takes requests, and answers them in their order.

    Both methods raise :class:`ProgramError` where it says that something is wrong, or ends.
    """

    def __init__(self, process: "subprocess.Popen[bytes]", errors: IO[bytes]) -> None:
        if process.stdin is None or process.stdout is None:
            raise TypeError("a service has pipes")
        self._process, self._errors = process, errors
        self._input, self._output = process.stdin, process.stdout
        self._read = b""

    def send(self, requests: Iterable[Request]) -> None:
        """Send requests; what is answered waits until it is asked for."""
        try:
            self._input.write(b"".join(map(_packed, requests)))
            self._input.flush()
        except OSError as error:
            raise ProgramError(_last_words(self._process, self._errors)) from error

    def answer(self) -> Answer:
        """The next answer."""
        try:
            told = _unpacked(self._next())
        except (OSError, ValueError) as error:
            raise ProgramError(_last_words(self._process, self._errors)) from error
        if told["type"] == "Error":
            raise ProgramError(str(told["message"]))
        return told

    def _next(self) -> bytes:
        pieces = [self._read]
        while b"," not in pieces[-1]:
            pieces.append(self._output.read1(_AT_ONCE))  # type: ignore[attr-defined]
            if not pieces[-1]:
                raise ValueError("no answer")
        answer, _, self._read = b"".join(pieces).partition(b",")
        return answer


def _packed(request: Request) -> bytes:
    told = json.dumps({"message_id": 1, "payload": request}, ensure_ascii=False)
    return b64encode(told.encode()) + b","


def _unpacked(answer: bytes) -> Answer:
    told: Answer = json.loads(b64decode(answer))["payload"]
    return told


def _last_words(process: "subprocess.Popen[bytes]", errors: IO[bytes]) -> str:
    process.kill()
    ended = process.wait()
    errors.seek(0)
    lines = errors.read().decode("utf-8", "replace").strip().splitlines()
    return (lines or [f"it ended with {ended}"])[-1]
