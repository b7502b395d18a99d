"""The outermost call: every way a command can end becomes an exit code."""

import errno
import os
import sys
from collections.abc import Sequence

import click

from claimbook.cli.commands import cli
from claimbook.cli.terminal import say_error
from claimbook.processes import CrewError

FINDINGS, USAGE, BUG, INTERRUPTED = 1, 2, 3, 130
PROGRAM = "claimbook"
_ROOM = "make room on the disk, and try again"
_REMEDIES = {
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EMFILE: "allow more open files, as with `ulimit -n 1024`, and try again",
    errno.ENFILE: "close other programs, and try again",
    errno.EROFS: "name a place that can be written",
}


def run(arguments: Sequence[str], kept: list[object] | None = None) -> int:
    """Run a command line; 0 clean, 1 findings, 2 usage, 3 a bug of ours.

    Commands put into ``kept`` what takes long to take apart, for a caller who will not have to.
    """
    _let_any_character_out()
    try:
        # Without click's standalone mode a command's exit code is what `main` returns.
        ended = cli.main(list(arguments), PROGRAM, standalone_mode=False, obj=kept)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("stopped", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        return _reader_left()
    except (CrewError, OSError, MemoryError) as error:
        if "--debug" in arguments:
            raise
        say_error(*_told(error))
        return FINDINGS
    except Exception as error:
        if "--debug" in arguments:
            raise
        from claimbook.cli.bug import bug_report

        click.echo(bug_report(error, arguments), err=True, nl=False)
        return BUG
    return ended if isinstance(ended, int) else 0


def _told(error: CrewError | OSError | MemoryError) -> tuple[str, str | None]:
    """What went wrong outside of us, and what to do."""
    if isinstance(error, CrewError):
        return str(error), error.hint
    if isinstance(error, MemoryError):
        return "there is not enough memory", "close other programs, or allow this one more"
    place = f": {error.filename}" if error.filename else ""
    return f"{error.strerror or error}{place}", _REMEDIES.get(error.errno or 0)


def _let_any_character_out() -> None:
    """A terminal that cannot show a character must not stop us."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _reader_left() -> int:
    # `claimbook check | head`: what is still buffered has nowhere to go (Python's documentation
    # of SIGPIPE).
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FINDINGS
