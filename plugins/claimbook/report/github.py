"""For GitHub Actions: workflow commands that become annotations of a pull request."""

from claimbook.diagnostics import Diagnostic, Severity
from claimbook.report.glyphs import neutral
from claimbook.report.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_DATA = {ord(char): f"%{ord(char):02X}" for char in "%\r\n"}
_IN_PROPERTY = {ord(char): f"%{ord(char):02X}" for char in "%\r\n:,"}


def as_github(report: Report) -> str:
    """One workflow command a diagnostic, and the summary as an ordinary line."""
    return "".join(f"{_command(each)}\n" for each in report.diagnostics) + f"{report.summary}\n"


def _command(each: Diagnostic) -> str:
    span = each.span
    properties = {
        "file": span.path,
        "line": str(span.line),
        "endLine": str(span.end_line),
        "title": str(each.code),
    }
    # Columns are shown only for a mark within one line.
    if span.line == span.end_line and span.end_column > span.column:
        properties |= {"col": str(span.column), "endColumn": str(span.end_column - 1)}
    listed = ",".join(
        f"{name}={neutral(value).translate(_IN_PROPERTY)}" for name, value in properties.items()
    )
    words = neutral(each.message) + (f"\nhint: {neutral(each.hint)}" if each.hint else "")
    return f"::{_COMMANDS[each.severity]} {listed}::{words.translate(_IN_DATA)}"
