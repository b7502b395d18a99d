"""``claimbook check``."""

from collections.abc import Iterable
from pathlib import Path

import click

from claimbook.cli.project import current_day, project_option, project_root
from claimbook.cli.reporting import report_on, show
from claimbook.cli.scope import Scope
from claimbook.cli.terminal import progress
from claimbook.diagnostics import Diagnostic, Severity
from claimbook.report import FORMATS, Report
from claimbook.workspace import compile_workspace, load


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
    """
    workspace = load(project_root(project))
    scope = Scope.of(workspace, paths, "checked")
    with progress("Checking", len(workspace.files)) as step:
        day = current_day()
        compiled = compile_workspace(workspace, day, progress=step, are_records_wanted=False)
    ctx.ensure_object(list).append((workspace, compiled))
    files = sum(scope.holds(each.path) for each in workspace.files)
    report = report_on(workspace, filter(scope.covers, compiled.diagnostics), files)
    _write(report, output_format, output)
    ctx.exit(_exit_code(report.diagnostics, strict=strict))


def _write(report: Report, output_format: str, output: str | None) -> None:
    if output is not None:
        Path(output).write_text(FORMATS[output_format](report), encoding="utf-8")
        click.echo(report.summary)
    elif output_format == "text":
        show(report)
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
