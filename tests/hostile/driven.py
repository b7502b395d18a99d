"""Run in a process of its own: every file that is told on standard input, through the compiler.

A line holds a name and a claim file as base64; behind it may stand a source `s` and its saved text,
`s.txt`. Of each is printed what came of it, before and behind, so
that the last line names a file that ends the process.
"""

import base64
import json
import resource
import signal
import sys
from datetime import date

from claimbook.compile import compile_claims
from claimbook.fragment import UrlStyle
from claimbook.render import Renderer
from claimbook.report import Report, as_text
from claimbook.settings import DEFAULT_SETTINGS
from claimbook.site import Site
from claimbook.text import SourceFile

PATH = "claims/a.yml"
BESIDE = ("claims/sources/s.yml", "claims/snapshots/s.txt")
# A promise of a second, kept by machines that are three times as slow.
SECONDS, MEMORY = 3, 2 << 30


def main() -> None:
    """Compile, report and show what comes in."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    renderer = Renderer()
    for line in sys.stdin:
        name, data, *beside = line.split()
        say(name)
        # Processor time of this process alone; its signal ends it.
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        files = zip((PATH, *BESIDE), (data, *beside), strict=False)
        given = [SourceFile(path, base64.b64decode(each)) for path, each in files]
        say(json.dumps(told(given, renderer)))
        signal.setitimer(signal.ITIMER_PROF, 0)


def say(line: str) -> None:
    """A line at once, for the next file may end the process."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def told(files: list[SourceFile], renderer: Renderer) -> dict[str, object]:
    """What came of the first file: its diagnostics' places, and whether it has a page."""
    file = files[0]
    made = compile_claims(files, DEFAULT_SETTINGS, date(2026, 1, 1))
    report = as_text(Report(made.diagnostics, lambda _: file.text, 1))
    site = Site(made.corpus, DEFAULT_SETTINGS, UrlStyle(), renderer, date(2026, 1, 1))
    pages = [site.claim_fragment(each).body for each in made.corpus.claims]
    found = [(each.span.path, each.span.line, each.span.column) for each in made.diagnostics]
    lines = file.text.split("\n")
    return {
        "errors": sum(each.severity.name == "ERROR" for each in made.diagnostics),
        "codes": sorted({each.code.id for each in made.diagnostics}),
        "misplaced": [each for each in found if not _lies_in(each, lines)],
        "pages": len(pages),
        "size": sum(map(len, pages)) + len(report),
    }


def _lies_in(place: tuple[str, int, int], lines: list[str]) -> bool:
    path, line, column = place
    return path == PATH and 1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1


if __name__ == "__main__":
    main()
