"""CB318 archive-far-from-access."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from claimbook.corpus import FiledSource
from claimbook.dates import PartialDate
from claimbook.diagnostics import Label, Severity
from claimbook.records import Archive, Source
from claimbook.rules.reading.archives import capture_of, time_of
from claimbook.rules.rule import Context, Finding, Scope, rule
from claimbook.values import SourceStatus

_NEAR = timedelta(days=183)
_NONE = timedelta(0)
_MONTH = 30.44


@rule("CB318", "archive-far-from-access", Severity.NOTE, Scope.SOURCE, needs=["archives"])
def archive_far_from_access(source: FiledSource, context: Context) -> Iterator[Finding]:
    """The copies of a page were made long before or after it was read."""
    record = source.record
    read = record.accessed
    if not record.archives or read is None or read.is_doubtful or _has_what_was_read(record):
        return
    known = [(made, each) for each in record.archives if (made := _made(each))]
    if len(known) < len(record.archives):
        return
    apart, nearest = min(((_apart(made, read), each) for made, each in known), key=_distance)
    if abs(apart) > _NEAR:
        message = f"this copy was made {_span(apart)} the source was read, {read}"
        hint = (
            "add a copy from about that day; or say with `read_as: copy` that this copy was read, "
            "or save the text with `claimbook snapshot`"
        )
        label = Label(record.at.value("accessed"), "read then")
        yield Finding(nearest.at.value("url"), message, hint, labels=(label,))


def _has_what_was_read(source: Source) -> bool:
    """Whether the text itself is kept, or a copy was read, or none can be made any more."""
    is_there = source.status in {None, SourceStatus.LIVE}
    return bool(source.snapshot or source.read_as) or not is_there


def _distance(found: tuple[timedelta, Archive]) -> timedelta:
    return abs(found[0])


def _apart(made: tuple[datetime, datetime], read: PartialDate) -> timedelta:
    """How long after the reading a copy was made at least; negative where it was before."""
    if made[1] < read.earliest:
        return made[1] - read.earliest
    return max(made[0] - read.latest, _NONE)


def _span(apart: timedelta) -> str:
    return f"{round(abs(apart).days / _MONTH)} months {'after' if apart > _NONE else 'before'}"


def _made(archive: Archive) -> tuple[datetime, datetime] | None:
    """The first and last moment at which a copy can have been made; None where nothing tells."""
    said = archive.captured
    if said:
        return None if said.is_doubtful else (said.earliest, said.latest)
    capture = capture_of(archive.url)
    return time_of(capture) if capture else None
