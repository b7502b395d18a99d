"""Which project a command works on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from claimbook.workspace import find_root


def project_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option ``--project``, the same for every command."""
    return click.option(
        "--project",
        type=click.Path(exists=True, file_okay=False),
        metavar="DIR",
        help="Folder of the project; default: the nearest one upward that has claimbook.toml.",
    )(command)


def project_root(given: str | None) -> Path:
    """The folder of the project: the given one, the nearest upward, or the current one."""
    if given is not None:
        return Path(given).absolute()
    here = Path.cwd()
    return find_root(here) or here
