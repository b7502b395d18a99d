"""What ``claimbook check`` would refuse is not written."""

from claimbook.cli.project import current_day
from claimbook.compile import compile_claims
from claimbook.diagnostics import Diagnostic, Severity
from claimbook.text import SourceFile
from claimbook.workspace import Workspace


def errors_of(workspace: Workspace, file: SourceFile) -> tuple[Diagnostic, ...]:
    """The errors that a file of the project would have, were it there."""
    files = [*workspace.files, file]
    found = compile_claims(files, workspace.settings, current_day()).diagnostics
    errors = (each for each in found if each.severity is Severity.ERROR)
    return tuple(each for each in errors if each.span.path == file.path)
