"""For the summary of a job: a table that people read in a browser."""

from collections.abc import Iterator

from claimbook.boundaries.github_text import code, prose
from claimbook.diagnostics import Diagnostic
from claimbook.report.report import Report

# GitHub takes a job summary of 1 MiB; a reader takes less.
MOST_ROWS = 500


def as_markdown(report: Report) -> str:
    """A heading with the summary, and one row a diagnostic."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield "## Claimbook"
    yield ""
    yield f"**{report.summary}**"
    if not report.diagnostics:
        return
    yield ""
    yield "| Where | What | What to do |"
    yield "| --- | --- | --- |"
    for each in report.diagnostics[:MOST_ROWS]:
        yield _row(each, report)
    left = len(report.diagnostics) - MOST_ROWS
    if left > 0:
        yield ""
        yield f"… and {left:,} more."


def _row(each: Diagnostic, report: Report) -> str:
    place = code(each.span.place)
    page = report.page_of(each.code)
    name = f"[{each.code}]({page})" if page else str(each.code)
    what = f"{each.severity.value} {name}: {prose(each.message)}"
    return f"| {place} | {what} | {prose(each.hint or '')} |"
