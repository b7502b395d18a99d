"""Reports of a project, as every command makes and shows them."""

import sys
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from claimbook.catalogue import entry
from claimbook.cli.terminal import say, wants_colour
from claimbook.diagnostics import Code, Diagnostic
from claimbook.report import Report, as_text
from claimbook.report.report import codes_url
from claimbook.workspace import Workspace

_TEXTS = 16


class Told(NamedTuple):
    """What a check tells: problems in so many files, and lines about what it does not tell.

    ``strict_by`` is the option by which warnings fail.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: int
    lines: tuple[str, ...] = ()
    strict_by: str = ""


def report_on(
    workspace: Workspace, found: Iterable[Diagnostic], files: int | None = None
) -> Report:
    """A report of what was found in ``files`` of the project's files, or in all of them."""
    return Report(
        tuple(found),
        # What was found comes file by file.
        lru_cache(_TEXTS)(workspace.text_of),
        len(workspace.files) if files is None else files,
        codes_url(workspace.settings.publication.url),
        _page_text,
    )


def show(report: Report) -> None:
    """Write a report for people to standard output."""
    say(as_text(report, colour=wants_colour(sys.stdout)))


def _page_text(code: Code) -> str | None:
    found = entry(code.id)
    return found.page_markdown if found else None
