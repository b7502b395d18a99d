"""For GitHub Actions: workflow commands that become annotations of a pull request."""

from collections.abc import Iterator

from claimbook.diagnostics import Diagnostic, Severity
from claimbook.report.glyphs import neutral
from claimbook.report.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_DATA = {ord(char): f"%{ord(char):02X}" for char in "%\r\n"}
_IN_PROPERTY = {ord(char): f"%{ord(char):02X}" for char in "%\r\n:,"}


def as_github(report: Report) -> str:
    """One workflow command a diagnostic, and the summary as an ordinary line."""
    commands = "".join(f"{_command(each, report)}\n" for each in report.diagnostics)
    return f"{commands}{report.summary}\n"


def _command(each: Diagnostic, report: Report) -> str:
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
    words = "\n".join(_words(each, report)).translate(_IN_DATA)
    return f"::{_COMMANDS[each.severity]} {listed}::{words}"


def _words(each: Diagnostic, report: Report) -> Iterator[str]:
    yield neutral(each.message)
    if each.hint:
        yield f"hint: {neutral(each.hint)}"
    yield f"more: {report.more_on(each.code)}"
