"""For GitHub Actions: workflow commands that become annotations of a pull request."""

from collections.abc import Iterator

from claimbook.boundaries.terminal import neutral
from claimbook.boundaries.workflow_command import data, property_value
from claimbook.diagnostics import Diagnostic, Severity
from claimbook.report.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


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
        f"{name}={property_value(neutral(value))}" for name, value in properties.items()
    )
    words = data("\n".join(_words(each, report)))
    return f"::{_COMMANDS[each.severity]} {listed}::{words}"


def _words(each: Diagnostic, report: Report) -> Iterator[str]:
    yield neutral(each.message)
    if each.hint:
        yield f"hint: {neutral(each.hint)}"
    yield f"more: {report.more_on(each.code)}"
