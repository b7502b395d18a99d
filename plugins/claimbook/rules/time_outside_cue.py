"""CB224 time-outside-cue."""

import re
from collections.abc import Iterator

from claimbook.anchoring import Anchor, anchor
from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.rules.reading.quoting import Quoted, quoted_in
from claimbook.rules.rule import Context, Finding, Part, rule

_TIME = re.compile(r"(?:([0-9]{1,3}):)?([0-9]{1,3}):([0-5][0-9])(?:[.,][0-9]{1,3})?")
# A time is often rounded, or names the moment before somebody speaks.
_LEEWAY = 5.0


@rule("CB224", "time-outside-cue", Severity.WARNING, looks_at=[Part.DOCUMENTS])
def time_outside_cue(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """The locator of an appearance names another time than the cues in which its words stand."""
    for each in quoted_in(claim, context.corpus):
        named = _TIME.fullmatch(getattr(each.record, "locator", None) or "")
        times = _times(each)
        if named and times and not _lies_between(_seconds(named), *times):
            message = f"the words are spoken at {_clock(times[0])}, not at {named[0]}"
            yield Finding(each.record.at.value("locator"), message, f"write `{_clock(times[0])}`")


def _times(quoted: Quoted) -> tuple[float, float] | None:
    """When the words begin, and when what follows them does."""
    found = anchor(quoted.text, quoted.selector)
    if not isinstance(found, Anchor):
        return None
    start, end = found.places[0].start, found.places[-1].end
    cues = [each for each in quoted.text.blocks if each.seconds is not None]
    spoken = [each.seconds or 0.0 for each in cues if each.start <= start < each.end]
    behind = [each.seconds or 0.0 for each in cues if each.start >= end]
    return (spoken[0], min(behind, default=float("inf"))) if spoken else None


def _lies_between(seconds: float, first: float, last: float) -> bool:
    return first - _LEEWAY <= seconds <= last + _LEEWAY


def _seconds(named: re.Match[str]) -> float:
    hours, minutes, seconds = (int(each or 0) for each in named.groups())
    return 3600 * hours + 60 * minutes + seconds


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
