"""CB332 changed-snapshot."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.evidence.saved import Obstacle
from claimbook.rules.reading.saved import source_span, with_obstacle
from claimbook.rules.rule import Context, Finding, Part, rule

_HINT = "bring the saved text back from history, or save the source again: `claimbook snapshot`"


@rule("CB332", "changed-snapshot", Severity.ERROR, looks_at=[Part.SOURCES, Part.SNAPSHOTS])
def changed_snapshot(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """The saved text of a source is not the one that its record describes."""
    for each in with_obstacle(claim, context, Obstacle.CHANGED):
        message = f"`{each.file}` is not the text that was saved: its SHA-256 is another"
        yield Finding(source_span(each), message, _HINT)
