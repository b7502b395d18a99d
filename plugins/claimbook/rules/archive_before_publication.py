"""CB506 archive-before-publication."""

from collections.abc import Iterator

from claimbook.corpus import FiledSource
from claimbook.dates import PartialDate
from claimbook.diagnostics import Label, Severity
from claimbook.records import Archive, Source
from claimbook.rules.reading.archives import capture_of, is_stamped_before
from claimbook.rules.reading.days import is_before
from claimbook.rules.rule import Context, Finding, Part, Scope, rule
from claimbook.text import Span


@rule("CB506", "archive-before-publication", Severity.WARNING, Scope.SOURCE, looks_at=[Part.TODAY])
def archive_before_publication(
    source: FiledSource,
    context: Context,
) -> Iterator[Finding]:
    """A copy of a source was made before the source was published."""
    published = source.record.published
    if not source.record.archives and not source.record.snapshot:
        return
    if published is None or published.is_after_day(context.today):
        return
    for made, span in _copies(source.record, published):
        message = f"the source of {published} is said to have been copied on {made}"
        label = Label(source.record.at.value("published"), "published later")
        hint = "correct one of the two dates, or link to a later copy"
        yield Finding(span, message, hint, labels=(label,))


def _copies(source: Source, published: PartialDate) -> Iterator[tuple[str, Span]]:
    snapshot = source.snapshot
    if snapshot and snapshot.captured and is_before(snapshot.captured, published):
        yield snapshot.captured.text, snapshot.at.value("captured")
    for each in source.archives:
        yield from _copy(each, published)


def _copy(archive: Archive, published: PartialDate) -> Iterator[tuple[str, Span]]:
    capture = capture_of(archive.url)
    if archive.captured:
        if is_before(archive.captured, published):
            yield archive.captured.text, archive.at.value("captured")
    elif capture and is_stamped_before(capture, published):
        yield capture.stamp, archive.at.value("url")
