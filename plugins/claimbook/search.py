"""The search index: Pagefind's program run once over the finished site."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from claimbook.codes import NO_SEARCH_PROGRAM, SEARCH_FAILED
from claimbook.diagnostics import Code, Diagnostic, Outcome, diagnose
from claimbook.text import FILE_START, Span

FOLDER = "pagefind"
# Names another program to run in place of the installed one; Pagefind's own packages read it too.
VARIABLE = "PAGEFIND_BINARY_PATH"
_EXCLUDED = ".headerlink, .md-nav, .md-header, .md-footer"
_SECONDS = 1800
# Pagefind's own boxes, which our pages do not use.
_UNUSED = ("*-ui.js", "*-ui.css", "pagefind-highlight.js")


def index_site(site: Path, language: str, output: Path | None = None) -> Outcome[Path]:
    """Write the index of all pages below ``site`` that mark their text for it.

    All pages go into one index, whatever their own language: ``language`` (a BCP 47 tag) says
    how words are taken apart. The index goes into the folder ``output``, or into the site; the
    value is that folder.
    """
    folder = output or site / FOLDER
    command = _program()
    if command is None:
        hint = "install it with `pip install 'claimbook[search]'`"
        message = "Pagefind is not installed: the site has no search"
        return Outcome(None, (_about(site, NO_SEARCH_PROGRAM, message, hint),))
    options = ("--site", str(site), "--output-path", str(folder.absolute()), "--silent")
    chosen = ("--force-language", language.partition("-")[0].lower() or "en")
    run = _run([*command, *options, *chosen, "--exclude-selectors", _EXCLUDED])
    if run:
        hint = "the pages stand and can be browsed; only the search is missing"
        return Outcome(None, (_about(site, SEARCH_FAILED, f"Pagefind has failed: {run}", hint),))
    for pattern in _UNUSED:
        for file in folder.glob(pattern):
            file.unlink()
    return Outcome(folder)


def _program() -> list[str] | None:
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return [chosen]
    if find_spec("pagefind_bin") is not None:
        return [sys.executable, "-m", "pagefind_bin"]
    found = shutil.which("pagefind")
    return [found] if found else None


def _run(command: list[str]) -> str:
    """What went wrong, in one line; empty where nothing did."""
    try:
        done = subprocess.run(  # noqa: S603 - the program is the installed one or the user's own
            command, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    lines = (done.stderr or done.stdout).strip().splitlines()
    return (lines or [f"it ended with {done.returncode}"])[-1] if done.returncode else ""


def _about(site: Path, code: Code, message: str, hint: str) -> Diagnostic:
    return diagnose(code, Span.of(site.name, FILE_START), message, hint)
