"""Which project a command works on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click

from claimbook.clock import today
from claimbook.workspace import find_root


def project_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option ``--project``, the same for every command."""
    return click.option(
        "--project",
        type=click.Path(exists=True, file_okay=False),
        metavar="DIR",
        help="Folder of the project; default: the nearest one upward that has claimbook.toml.",
    )(command)


def format_option(*forms: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option ``--format``, of which the first form is that for people."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help="How the answer is written.",
    )


def current_day() -> date:
    """The day to check for; a wrong ``SOURCE_DATE_EPOCH`` is a usage error."""
    try:
        return today()
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def project_root(given: str | None) -> Path:
    """The folder of the project: the given one, the nearest upward, or the current one."""
    if given is not None:
        return Path(given).absolute()
    here = Path.cwd()
    return find_root(here) or here


@contextmanager
def keeping_files() -> Iterator[None]:
    """A block in which our own files are read or written: a link in their place ends it."""
    from claimbook.own_files import LinkedFileError

    try:
        yield
    except LinkedFileError as error:
        message = f"`{error}` is a symbolic link; put a file or a folder in its place"
        raise click.ClickException(message) from error


@contextmanager
def asking_git() -> Iterator[None]:
    """A block in which Git is asked: what it cannot answer is a usage error."""
    from claimbook.boundaries.terminal import neutral
    from claimbook.git import GitError

    try:
        yield
    except GitError as error:
        raise click.UsageError(neutral(f"{error}; {error.hint}")) from error
