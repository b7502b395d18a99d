"""What is printed when Claimbook itself is wrong."""

import platform
import shlex
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from claimbook import __version__
from claimbook.boundaries.terminal import neutral
from claimbook.codes import INTERNAL_ERROR


def bug_report(error: BaseException, arguments: Sequence[str]) -> str:
    """A short text to hand on: what happened, where, in which version, and how to see more."""
    command = shlex.join(["claimbook", *arguments])
    debug = shlex.join(["claimbook", "--debug", *arguments])
    lines = [
        f"error[{INTERNAL_ERROR}]: this is a bug in Claimbook, not in your files",
        f"  {type(error).__name__}: {neutral(str(error))[:300]}",
        f"  at {_place(error)}",
        f"  claimbook {__version__}, Python {platform.python_version()}, {sys.platform}",
        f"  command: {neutral(command)}",
        "Report these lines where you got Claimbook from.",
        f"The whole trace: {neutral(debug)}",
    ]
    return "\n".join(lines) + "\n"


def _place(error: BaseException) -> str:
    """The innermost place of our own code, which is the same on every machine."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [each for each in frames if "claimbook" in Path(each.filename).parts[-4:-1]] or frames
    if not ours:
        return "an unknown place"
    last = ours[-1]
    return f"{'/'.join(Path(last.filename).parts[-2:])}:{last.lineno} in {last.name}"
