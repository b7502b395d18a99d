"""Speaking with Pagefind's program: one index is made by one run of its service."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
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
# Asks for several things at once, and gives the answers in their order.
Ask = Callable[..., list[Answer]]


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
    """A run of the program that takes requests and answers them in their order.

    What is asked for at once is all sent before the first answer is read. Raises
    :class:`ProgramError` where it cannot be run, says that something is wrong, or ends.
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
            yield lambda *requests: _answered(process, requests, errors)
        finally:
            watch.cancel()
            _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    with suppress(OSError, ValueError):
        process.communicate()


def _answered(
    process: "subprocess.Popen[bytes]", requests: Sequence[Request], errors: IO[bytes]
) -> list[Answer]:
    if process.stdin is None or process.stdout is None:
        raise TypeError("a service has pipes")
    try:
        process.stdin.write(b"".join(map(_packed, requests)))
        process.stdin.flush()
        answers = [*map(_unpacked, _read(process.stdout, len(requests)))]
    except (OSError, ValueError) as error:
        raise ProgramError(_last_words(process, errors)) from error
    for answer in answers:
        if answer["type"] == "Error":
            raise ProgramError(str(answer["message"]))
    return answers


def _packed(request: Request) -> bytes:
    told = json.dumps({"message_id": 1, "payload": request}, ensure_ascii=False)
    return b64encode(told.encode()) + b","


def _read(stream: IO[bytes], most: int) -> list[bytes]:
    pieces: list[bytes] = []
    ends = 0
    while ends < most:
        pieces.append(stream.read1(_AT_ONCE))  # type: ignore[attr-defined]
        if not pieces[-1]:
            raise ValueError("no answer")
        ends += pieces[-1].count(b",")
    return b"".join(pieces).split(b",")[:most]


def _unpacked(answer: bytes) -> Answer:
    told: Answer = json.loads(b64decode(answer))["payload"]
    return told


def _last_words(process: "subprocess.Popen[bytes]", errors: IO[bytes]) -> str:
    process.kill()
    ended = process.wait()
    errors.seek(0)
    lines = errors.read().decode("utf-8", "replace").strip().splitlines()
    return (lines or [f"it ended with {ended}"])[-1]
