"""``claimbook fmt``."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

import click

from claimbook import codes
from claimbook.cli.project import project_option, project_root
from claimbook.cli.reporting import report_on, show
from claimbook.cli.scope import Scope
from claimbook.cli.terminal import progress, say
from claimbook.decode import Filing, filing_at
from claimbook.diagnostics import Diagnostic, has_errors, in_order
from claimbook.format import counted
from claimbook.formatting import RULE, formatted, site_of
from claimbook.text import SourceFile
from claimbook.workspace import CONFIG, Workspace, load
from claimbook.writing import replace_file


@dataclass(frozen=True, slots=True)
class _Change:
    """A file and the text it would have in its usual form."""

    file: SourceFile
    text: str

    @property
    def diff(self) -> str:
        """What would change, as a unified diff."""
        path = self.file.path
        before, after = self.file.text.splitlines(), self.text.splitlines()
        lines = difflib.unified_diff(before, after, path, f"{path} (formatted)", lineterm="")
        return "".join(f"{line}\n" for line in lines)


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--check", "only_checks", is_flag=True, help="Write nothing; fail if anything would.")
@click.option("--diff", "shows_diff", is_flag=True, help="Write nothing; show what would change.")
@project_option
@click.pass_context
def fmt(
    ctx: click.Context,
    paths: tuple[str, ...],
    only_checks: bool,
    shows_diff: bool,
    project: str | None,
) -> None:
    """Put claim files into their usual order and form.

    Fields come in the order of the handbook, long texts are wrapped, and quotes stand only where
    YAML needs them. Markdown is never wrapped anew; comments stay with what they stand above or
    behind. What a file says never changes: every result is read again and compared first.

    One thing is rewritten: addresses of pages lose parameters that only follow visitors
    (`utm_source`), and those of AMP caches and pages for telephones become the page's own, where
    that is certain. A file keeps one with `# claimbook: allow[roundabout-address] reason`.

    \b
    Examples:
      claimbook fmt
      claimbook fmt claims/drafts
      claimbook fmt --check
      claimbook fmt --diff claims/disney-deal.yml

    Exit code 1 when a file cannot be read, and with --check or --diff when one would change.
    """
    workspace = load(project_root(project))
    files = [*_chosen(workspace, Scope.of(workspace, paths, "formatted"))]
    changes, found = _formatted(workspace, files)
    is_dry = only_checks or shows_diff
    for change in changes:
        if shows_diff:
            say(change.diff)
        elif is_dry:
            click.echo(f"would change {change.file.path}")
        else:
            _write(workspace, change)
    if found:
        show(report_on(workspace, found, len(files)))
    click.echo(_summary(len(changes), len(files), is_dry=is_dry), err=shows_diff)
    ctx.exit(_exit_code(found, would_change=is_dry and bool(changes)))


def _chosen(workspace: Workspace, scope: Scope) -> Iterator[tuple[SourceFile, Filing]]:
    for file in workspace.files:
        filing = filing_at(file.path, workspace.settings.claims_dir)
        if filing is not None and scope.holds(file.path):
            yield file, filing


def _formatted(
    workspace: Workspace, files: list[tuple[SourceFile, Filing]]
) -> tuple[list[_Change], tuple[Diagnostic, ...]]:
    settings = workspace.settings
    found = [each for each in workspace.diagnostics if each.span.path == CONFIG]
    if has_errors(found):
        return [], tuple(found)
    changes: list[_Change] = []
    is_kept = settings.rules.get(RULE, RULE) is None
    with progress("Formatting", len(files)) as step:
        for file, filing in files:
            site = site_of(file.path, settings.publication.url)
            done = formatted(file, filing.role, site, settings.limits, keeps_addresses=is_kept)
            found += done.diagnostics
            if done.value is not None and done.value.encode() != file.data:
                changes.append(_Change(file, done.value))
            step(file.path)
    return changes, in_order(found)


def _write(workspace: Workspace, change: _Change) -> None:
    path = change.file.path
    if replace_file(workspace.root / path, change.file.data, change.text.encode()):
        click.echo(f"changed {path}")
    else:
        click.echo(f"left {path} as it is: it changed while it was being read", err=True)


def _summary(changed: int, files: int, *, is_dry: bool) -> str:
    if not changed:
        return f"nothing to change ({counted(files, 'file')} read)"
    verb = "would change" if is_dry else "changed"
    return f"{counted(changed, 'file')} {verb} ({counted(files, 'file')} read)"


def _exit_code(found: tuple[Diagnostic, ...], *, would_change: bool) -> int:
    if any(each.code is codes.INTERNAL_ERROR for each in found):
        return 3
    return 1 if would_change or has_errors(found) else 0
