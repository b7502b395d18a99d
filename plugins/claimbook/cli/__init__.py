"""The command line. Only this package imports click; each command is imported when it is run."""

import atexit
import os
import sys
import threading

from claimbook.steady import steady


def main() -> None:
    """Run ``claimbook`` and leave with its exit code."""
    # What a command makes it keeps until it ends, which is soon.
    with steady():
        from claimbook.cli.run import run

        kept: list[object] = []
        _leave(run(sys.argv[1:], kept))


def _leave(code: int) -> None:
    """End this process without taking apart, piece by piece, the millions of objects it made."""
    if threading.active_count() > 1:
        sys.exit(code)
    atexit._run_exitfuncs()  # noqa: SLF001 - the only way to what others have left to be done
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            # Who listened has left; what is still buffered has nowhere to go.
            continue
    os._exit(code)
