"""CB310 archive-mismatch."""

from collections.abc import Iterator
from datetime import date, timedelta

from claimbook.corpus import FiledSource
from claimbook.diagnostics import Severity
from claimbook.records import Archive, Source
from claimbook.rules.reading.archives import (
    Capture,
    capture_of,
    is_captured,
    is_copy_of,
    names_no_capture,
    time_of,
)
from claimbook.rules.rule import Context, Finding, Part, Scope, rule
from claimbook.urls import Url

_FIRST_YEAR = 1996


@rule(
    "CB310",
    "archive-mismatch",
    Severity.WARNING,
    Scope.SOURCE,
    needs=["url", "archives"],
    looks_at=[Part.TODAY],
)
def archive_mismatch(source: FiledSource, context: Context) -> Iterator[Finding]:
    """An archive's address tells of another page, or of another time, than the source does."""
    for each in source.record.archives:
        capture = capture_of(each.url)
        if capture is not None:
            yield from _about(each, capture, source.record, context.today)
        elif names_no_capture(each.url):
            message = "this address names no single copy: it leads to the newest, or to a list"
            hint = "open the copy that was read, and take its address, time stamp included"
            yield Finding(each.at.value("url"), message, hint)


def _about(archive: Archive, capture: Capture, source: Source, today: date) -> Iterator[Finding]:
    span = archive.at.value("url")
    addresses = tuple(_addresses(source))
    if addresses and not any(is_copy_of(capture, each) for each in addresses):
        message = f"the copy is of `{capture.original}`, which is not the address of the source"
        yield Finding(span, message, "link to a copy of the source, or mend the source's `url`")
    why = _why_impossible(capture, today)
    if why:
        message = f"the time stamp `{capture.stamp}` {why}"
        yield Finding(span, message, "copy the address from the archive again")
    elif archive.captured and not is_captured(capture, archive.captured):
        message = f"the time stamp in the address is `{capture.stamp}`, not {archive.captured}"
        yield Finding(archive.at.value("captured"), message, "take the date from the address")


def _addresses(source: Source) -> Iterator[Url]:
    if source.url:
        yield source.url
    if source.reading and source.reading.url:
        yield source.reading.url


def _why_impossible(capture: Capture, today: date) -> str:
    time = time_of(capture)
    if not capture.stamp:
        return ""
    if time is None:
        return "is no date and time"
    if time[0].year < _FIRST_YEAR:
        return "is older than any web archive"
    is_ahead = time[0].date() - timedelta(days=2) >= today
    return "lies in the future" if is_ahead else ""
