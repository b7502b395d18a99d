"""``claimbook check``."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from claimbook.cli.pages import page_text
from claimbook.cli.project import project_option, project_root
from claimbook.cli.terminal import progress, say, wants_colour
from claimbook.clock import today
from claimbook.diagnostics import Diagnostic, Severity, nearest
from claimbook.report import FORMATS, Report, as_text
from claimbook.report.report import codes_url
from claimbook.workspace import CONFIG, Workspace, compile_workspace, load


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How problems are written.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, writable=True),
    metavar="FILE",
    help="Write the report there; the summary is still printed.",
)
@project_option
@click.pass_context
def check(
    ctx: click.Context,
    paths: tuple[str, ...],
    strict: bool,
    output_format: str,
    output: str | None,
    project: str | None,
) -> None:
    """Report every problem of every claim.

    All claims are read, whatever PATHS say: whether a reference leads somewhere shows only in
    the whole. PATHS (files or folders) limit what is reported.

    \b
    Examples:
      claimbook check
      claimbook check claims/disney-deal.yml
      claimbook check --strict --format sarif --output claimbook.sarif

    Exit code 1 when there is an error (with --strict, also a warning).
    """  # noqa: D301 - click wants the character itself
    workspace = load(project_root(project))
    scope = _Scope.of(workspace, paths)
    with progress("Checking", len(workspace.files)) as step:
        found = compile_workspace(workspace, today(), progress=step).diagnostics
    report = Report(
        tuple(each for each in found if scope.covers(each)),
        workspace.text_of,
        sum(scope.holds(each.path) for each in workspace.files),
        codes_url(workspace.settings.publication.url),
        page_text,
    )
    _write(report, output_format, output)
    ctx.exit(_exit_code(report.diagnostics, strict=strict))


def _write(report: Report, output_format: str, output: str | None) -> None:
    if output is not None:
        Path(output).write_text(FORMATS[output_format](report), encoding="utf-8")
        click.echo(report.summary)
    elif output_format == "text":
        say(as_text(report, colour=wants_colour(sys.stdout)))
    else:
        click.echo(FORMATS[output_format](report), nl=False)


def _exit_code(diagnostics: Iterable[Diagnostic], *, strict: bool) -> int:
    severities = {each.severity for each in diagnostics}
    if Severity.ERROR in severities:
        return 1
    if strict and Severity.WARNING in severities:
        click.echo("With --strict a warning fails.", err=True)
        return 1
    return 0


class _Scope:
    """Which files are reported: those below some paths, or all."""

    def __init__(self, prefixes: tuple[str, ...]) -> None:
        self.prefixes = prefixes

    @classmethod
    def of(cls, workspace: Workspace, paths: tuple[str, ...]) -> "_Scope":
        """What ``paths`` name; a path that names nothing is a usage error."""
        return cls(tuple(_inner(workspace, each) for each in paths))

    def holds(self, path: str) -> bool:
        """Whether a file is among them."""
        return not self.prefixes or any(
            not prefix or path == prefix or path.startswith(f"{prefix}/")
            for prefix in self.prefixes
        )

    def covers(self, each: Diagnostic) -> bool:
        """Whether a diagnostic concerns them; what is wrong with the settings concerns all."""
        places = (each.span, *(label.span for label in each.labels))
        return each.span.path == CONFIG or any(self.holds(place.path) for place in places)


def _inner(workspace: Workspace, given: str) -> str:
    """A path as the project's spans write it; empty for the whole project."""
    path = Path(given)
    if not os.path.lexists(path):
        raise click.UsageError(_not_there(workspace, given))
    root, place = workspace.root.resolve(), path.parent.resolve() / path.name
    claims = root / workspace.settings.claims_dir
    if claims.is_relative_to(path.resolve()):
        return ""
    if place.is_relative_to(claims) or place == root / CONFIG:
        return place.relative_to(root).as_posix()
    message = f"`{given}` is not checked: claims lie under `{os.path.relpath(claims)}`"
    raise click.UsageError(message)


def _not_there(workspace: Workspace, given: str) -> str:
    known = [os.path.relpath(workspace.root / each.path) for each in workspace.files]
    by_name = {Path(each).name: each for each in known}
    match = nearest(given, known) or by_name.get(nearest(Path(given).name, by_name) or "")
    return f"there is no `{given}`" + (f"; did you mean `{match}`?" if match else "")
