"""For a terminal: each diagnostic with its place, the line it speaks of, and what to do."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from claimbook.boundaries.terminal import neutral
from claimbook.diagnostics import Diagnostic, Label, Severity
from claimbook.report.excerpt import Row, Underline, excerpt
from claimbook.report.report import Report
from claimbook.text import FILE_START, Span

_RESET = "\x1b[0m"
_STYLES = {
    Severity.ERROR.value: "\x1b[1;31m",
    Severity.WARNING.value: "\x1b[1;33m",
    Severity.NOTE.value: "\x1b[1;36m",
    "frame": "\x1b[34m",
    "strong": "\x1b[1m",
}
_SMALLEST_GUTTER = 2
MOST_IN_FILE = 200


def as_text(report: Report, *, colour: bool = False) -> str:
    """Diagnostics as ruff would print them, and a summary; ``colour`` adds ANSI styles.

    Of a file with hundreds of mistakes the first are shown and the rest counted: nobody reads
    more at once.
    """
    page = _Page(report, colour=colour)
    blocks = ["\n".join(lines) for lines in _blocks(report, page)]
    return "\n\n".join([*blocks, report.summary]) + "\n" + _way_on(report)


def _way_on(report: Report) -> str:
    """Where nothing is published, the command that shows what a code means."""
    if report.codes_url or not report.diagnostics:
        return ""
    gravest = min(report.diagnostics, key=lambda each: [*Severity].index(each.severity))
    command = report.more_on(gravest.code)
    return f"`{command}` says why this matters, with examples.\n"


def _blocks(report: Report, page: "_Page") -> Iterator[Iterable[str]]:
    for path, group in groupby(report.diagnostics, key=lambda each: each.span.path):
        found = tuple(group)
        yield from map(page.block, found[:MOST_IN_FILE])
        if found[MOST_IN_FILE:]:
            yield (f"… and {len(found) - MOST_IN_FILE:,} more in {neutral(path)}",)


class _Page:
    """The report being written: knows the sources and whether it is coloured."""

    def __init__(self, report: Report, *, colour: bool) -> None:
        self.report = report
        self.colour = colour

    def block(self, each: Diagnostic) -> Iterator[str]:
        """The lines that one diagnostic takes."""
        severity = each.severity.value
        head = self.paint(f"{severity}[{each.code}]", severity)
        yield f"{head}{self.paint(f': {neutral(each.message)}', 'strong')}"
        gutter = self._gutter(each)
        margin = " " * gutter
        yield f"{margin}{self.paint('-->', 'frame')} {neutral(each.span.place)}"
        yield from self._excerpt(each.span.path, self._underlines(each), gutter, severity)
        for label in each.labels:
            if label.span.path != each.span.path:
                yield from self._elsewhere(label, gutter, severity)
        yield from self._notes(each, margin)

    def paint(self, text: str, style: str) -> str:
        """``text`` in a style, where colour is asked for."""
        return f"{_STYLES[style]}{text}{_RESET}" if self.colour else text

    def _elsewhere(self, label: Label, gutter: int, severity: str) -> Iterator[str]:
        words = neutral(label.text)
        underline = _underlines(label.span, "-", words)
        behind = "" if underline else f": {words}"
        yield f"{' ' * gutter}{self.paint(':::', 'frame')} {neutral(label.span.place)}{behind}"
        yield from self._excerpt(label.span.path, underline, gutter, severity)

    def _notes(self, each: Diagnostic, margin: str) -> Iterator[str]:
        sign = f"{margin} {self.paint('=', 'frame')}"
        if each.hint:
            yield f"{sign} {self.paint('hint', 'strong')}: {neutral(each.hint)}"
        page = self.report.page_of(each.code)
        if page:
            yield f"{sign} {self.paint('more', 'strong')}: {page}"

    def _underlines(self, each: Diagnostic) -> list[Underline]:
        here = [label for label in each.labels if label.span.path == each.span.path]
        others = [
            mark for label in here for mark in _underlines(label.span, "-", neutral(label.text))
        ]
        return [*_underlines(each.span, "^"), *others]

    def _excerpt(
        self, path: str, underlines: list[Underline], gutter: int, severity: str
    ) -> Iterator[str]:
        text = self.report.read_text(path) if underlines else None
        for row in excerpt(text, underlines) if text is not None else ():
            yield self._row(row, gutter, severity)

    def _row(self, row: Row, gutter: int, severity: str) -> str:
        number = "" if row.number is None else str(row.number)
        bar = self.paint(f"{number:>{gutter}} |", "frame")
        text = row.text
        if row.underline is not None:
            style = severity if row.underline.sign == "^" else "frame"
            blank = len(text) - len(text.lstrip(" "))
            text = text[:blank] + self.paint(text[blank:], style)
        return f"{bar} {text}".rstrip()

    def _gutter(self, each: Diagnostic) -> int:
        lines = [each.span.line, *(label.span.line for label in each.labels)]
        return max(_SMALLEST_GUTTER, *(len(str(line)) for line in lines))


def _underlines(span: Span, sign: str, text: str = "") -> list[Underline]:
    """One mark, or none where the span is the mere beginning of a file."""
    return [] if span.mark == FILE_START else [Underline(span.mark, sign, text)]
