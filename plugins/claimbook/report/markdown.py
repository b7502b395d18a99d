"""For the summary of a job: a table that people read in a browser."""

import re
from collections.abc import Iterator

from claimbook.diagnostics import Diagnostic
from claimbook.report.glyphs import neutral
from claimbook.report.report import Report

# GitHub takes a job summary of 1 MiB; a reader takes less.
MOST_ROWS = 500
_LITERAL = {ord(char): f"&#{ord(char)};" for char in "|`*_[]\\~@:"}
_SPECIAL = re.compile(r"([\\*_\[\]{}()#+!~@>|-])")


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
    place = _code(each.span.place)
    page = report.page_of(each.code)
    name = f"[{each.code}]({page})" if page else str(each.code)
    return (
        f"| {place} | {each.severity.value} {name}: {_prose(each.message)} | {_prose(each.hint)} |"
    )


def _prose(text: str | None) -> str:
    """Text with its back-quoted parts as code and everything else taken literally."""
    parts = re.split(r"`([^`]*)`", neutral(text or ""))
    return "".join(_code(part) if index % 2 else _plain(part) for index, part in enumerate(parts))


def _plain(text: str) -> str:
    safe = text.replace("&", "&amp;").replace("<", "&lt;")
    return _SPECIAL.sub(r"\\\1", safe).replace("`", "\\`")


def _code(text: str) -> str:
    # An element, not back quotes: it holds any text, in a table cell too.
    safe = neutral(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<code>{safe.translate(_LITERAL)}</code>" if safe else ""
