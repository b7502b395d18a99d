"""What files are made from besides the declarations: a publication's scale and its topics."""

import click

from claimbook.cli.project import current_day
from claimbook.cli.reporting import report_on, show
from claimbook.compile import compile_claims
from claimbook.decode import Role, filing_at
from claimbook.diagnostics import has_errors
from claimbook.generated import Given
from claimbook.text import SourceFile
from claimbook.workspace import CONFIG, Workspace


def given_by(ctx: click.Context, workspace: Workspace) -> Given:
    """Settings, scale and topics; what is wrong with them is told, and the command ends."""
    files = [each for each in workspace.files if _is_vocabulary(workspace, each)]
    compiled = compile_claims(files, workspace.settings, current_day())
    settled = tuple(each for each in workspace.diagnostics if each.span.path == CONFIG)
    known = {each.path for each in files}
    found = tuple(each for each in compiled.diagnostics if each.span.path in known)
    if has_errors((*settled, *found)):
        show(report_on(workspace, (*settled, *found), len(files) + 1))
        ctx.exit(1)
    return Given(workspace.settings, compiled.corpus.ratings, compiled.corpus.topics)


def _is_vocabulary(workspace: Workspace, file: SourceFile) -> bool:
    filing = filing_at(file.path, workspace.settings.claims_dir)
    return filing is not None and filing.role in {Role.SCALE, Role.TOPICS}
