"""CB333 missing-snapshot."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.evidence.saved import Obstacle
from claimbook.rules.reading.saved import source_span, with_obstacle
from claimbook.rules.rule import Context, Finding, Part, rule
from claimbook.text import TEXT_BYTES

_WORDS = {
    Obstacle.MISSING: "does not exist, or is no file",
    Obstacle.UNNAMED: "is not read: names of saved texts end with .txt, .md, .vtt or .srt",
    Obstacle.UNREADABLE: "is no text in UTF-8",
    Obstacle.TOO_MUCH: "takes too long to compare with all quotations of this claim",
    Obstacle.TOO_LARGE: f"has more than {TEXT_BYTES:,} bytes, the most that is read",
}
_HINT = "commit the saved text with the source, or save it again: `claimbook snapshot`"
_SHORTER = "save the part that is quoted from, quote without `[…]`, or divide the claim"


@rule("CB333", "missing-snapshot", Severity.ERROR, looks_at=[Part.SOURCES, Part.SNAPSHOTS])
def missing_snapshot(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """The saved text of a source is not there, is no text, or is too much."""
    for each in with_obstacle(claim, context, *_WORDS):
        if each.obstacle:
            hint = _SHORTER if each.obstacle is Obstacle.TOO_MUCH else _HINT
            yield Finding(source_span(each), f"`{each.file}` {_WORDS[each.obstacle]}", hint)
