"""`claimbook.toml` to settings, with the line and column of everything that is wrong in it."""

from claimbook.diagnostics import Outcome
from claimbook.settings import DEFAULT_SETTINGS, Settings
from claimbook.text import SourceFile


def read_settings(file: SourceFile) -> Outcome[Settings]:
    """The settings a file states; what could not be read keeps its default and is reported."""
    return Outcome(DEFAULT_SETTINGS)
