"""Diagnostics in MkDocs's own log, so that `--strict` counts them."""

import logging
from collections.abc import Iterable, Sequence

from mkdocs.plugins import get_plugin_logger

from claimbook.boundaries.terminal import neutral
from claimbook.compile import Compilation
from claimbook.diagnostics import Diagnostic, Severity
from claimbook.format import counted

log = get_plugin_logger("claimbook")
_LEVELS = {
    Severity.ERROR: logging.ERROR,
    Severity.WARNING: logging.WARNING,
    Severity.NOTE: logging.INFO,
}


def log_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Write each diagnostic at the level of its severity."""
    for each in diagnostics:
        # A host that shows the diagnostics itself knows them by this mark.
        log.log(_LEVELS[each.severity], "%s", line(each), extra={"diagnostic": each})


def log_compilation(compilation: Compilation) -> None:
    """Write what was found in the claims, and how many are published."""
    log_diagnostics(compilation.diagnostics)
    published, refused = len(compilation.corpus.claims), len(compilation.refused)
    if refused:
        left_out = counted(refused, "claim")
        log.warning("%s with errors left out, %s to publish", left_out, counted(published, "claim"))
    else:
        log.info("%s to publish", counted(published, "claim"))


def line(diagnostic: Diagnostic) -> str:
    """One diagnostic in the form that editors and terminals make a link of."""
    hint = f"\n    hint: {neutral(diagnostic.hint)}" if diagnostic.hint else ""
    return neutral(f"{diagnostic.span.place}: {diagnostic.code}: {diagnostic.message}") + hint


def warn_of_slow_pages(locations: Sequence[str]) -> None:
    """Say for which pages there was no shell."""
    for each in locations:
        log.warning(
            "the theme does more to a page's title or content than to show it: pages like `%s` "
            "are rendered one by one, which takes longer",
            each,
        )
