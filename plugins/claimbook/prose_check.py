"""What a Markdown field holds that it must not: raw HTML, images, unsafe links."""

from collections.abc import Iterator

from claimbook.diagnostics import Diagnostic, diagnose
from claimbook.fields import Held
from claimbook.prose import read_prose
from claimbook.rules.rule import Finding


def prose_diagnostics(held: Held) -> Iterator[tuple[Diagnostic, Finding]]:
    """Everything refused in one value of the kind ``Markdown``, with its place in the text."""
    problems = read_prose(held.value).problems
    for each in problems:
        span = held.span
        part = (each.start, each.end)
        finding = Finding(span, each.message, each.hint, value=held.value, within=part)
        yield diagnose(each.code, span, each.message, each.hint), finding
