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
_NOW = timedelta(0)
_MONTH = 30.44


@rule("CB318", "archive-far-from-access", Severity.NOTE, Scope.SOURCE, needs=["archives"])
def archive_far_from_access(source: FiledSource, context: Context) -> Iterator[Finding]:
    """The copies of a page were made long before or after it was read."""
    record = source.record
    read = record.accessed
    if not record.archives or read is None or read.is_doubtful or _has_what_was_read(record):
        return
    known = [(apart, each) for each in record.archives if (apart := _apart(each, read)) is not None]
    if len(known) < len(record.archives):
        return
    apart, nearest = min(known, key=lambda each: each[0])
    if apart > _NEAR:
        months = round(apart.days / _MONTH)
        message = f"this copy was made {months} months before or after the source was read, {read}"
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


def _apart(archive: Archive, read: PartialDate) -> timedelta | None:
    """How far a copy is from the day of reading at least; None where nothing tells when it was."""
    made = _made(archive)
    if made is None:
        return None
    return max(made[0] - read.latest, read.earliest - made[1], _NOW)


def _made(archive: Archive) -> tuple[datetime, datetime] | None:
    if archive.captured:
        return archive.captured.earliest, archive.captured.latest
    capture = capture_of(archive.url)
    return time_of(capture) if capture else None
