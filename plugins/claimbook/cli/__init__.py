"""The command line. Only this package imports click; each command is imported when it is run."""

import sys


def main() -> None:
    """Run ``claimbook`` and leave with its exit code."""
    from claimbook.cli.run import run

    sys.exit(run(sys.argv[1:]))
