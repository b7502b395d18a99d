"""``claimbook check``."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimbook.cli.completing import revisions
from claimbook.cli.project import current_day, project_option, project_root
from claimbook.cli.reporting import Told, report_on, show
from claimbook.cli.scope import Scope
from claimbook.cli.terminal import progress
from claimbook.diagnostics import Diagnostic, Severity
from claimbook.report import FORMATS, Report
from claimbook.workspace import Workspace, compile_workspace, load

if TYPE_CHECKING:
    from claimbook.cli.branch import Branch


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.option(
    "--changed-since",
    "revision",
    metavar="REV",
    shell_complete=revisions,
    help="Be strict with files changed since the branch left REV, silent about all others.",
)
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
    /,
    paths: tuple[str, ...],
    revision: str | None,
    strict: bool,
    project: str | None,
    **form: str | None,
) -> None:
    """Report every problem of every claim.

    All claims are read, whatever PATHS say: whether a reference leads somewhere shows only in
    the whole. PATHS (files or folders) limit what is reported.

    With --changed-since, warnings fail too, but old problems of files that the branch leaves
    alone are not shown. A problem that the branch causes there is: a source it deletes may be
    cited elsewhere. What is not committed yet counts as changed.

    \b
    Examples:
      claimbook check
      claimbook check claims/disney-deal.yml
      claimbook check --changed-since origin/main
      claimbook check --strict --format sarif --output claimbook.sarif

    Exit code 1 when there is an error (with --strict, also a warning).
    """
    workspace = load(project_root(project))
    scope = Scope.of(workspace, paths, "checked")
    branch = _branch(workspace, revision)
    with progress("Checking", len(workspace.files)) as step:
        day = current_day()
        compiled = compile_workspace(workspace, day, progress=step, are_records_wanted=False)
    ctx.ensure_object(list).append((workspace, compiled))
    found = tuple(filter(scope.covers, compiled.diagnostics))
    files = [each.path for each in workspace.files if scope.holds(each.path)]
    told = branch.told(found, files, day) if branch else Told(found, len(files))
    report = report_on(workspace, told.diagnostics, told.files)
    _write(report, form["output_format"] or "text", form["output"])
    for line in told.lines:
        click.echo(line, err=True)
    ctx.exit(_exit_code(report.diagnostics, strict_by="--strict" if strict else told.strict_by))


def _branch(workspace: Workspace, revision: str | None) -> "Branch | None":
    if revision is None:
        return None
    from claimbook.cli.branch import branch_of

    return branch_of(workspace, revision)


def _write(report: Report, output_format: str, output: str | None) -> None:
    if output is not None:
        Path(output).write_text(FORMATS[output_format](report), encoding="utf-8")
        click.echo(report.summary)
    elif output_format == "text":
        show(report)
    else:
        click.echo(FORMATS[output_format](report), nl=False)


def _exit_code(diagnostics: Iterable[Diagnostic], *, strict_by: str) -> int:
    severities = {each.severity for each in diagnostics}
    if Severity.ERROR in severities:
        return 1
    if strict_by and Severity.WARNING in severities:
        click.echo(f"With {strict_by} a warning fails.", err=True)
        return 1
    return 0
