"""CB311 distrusted-archive."""

from collections.abc import Iterator

from claimbook.archive_hosts import DISTRUSTED
from claimbook.corpus import FiledSource
from claimbook.diagnostics import Severity
from claimbook.records import Source
from claimbook.rules.rule import Context, Finding, Scope, rule
from claimbook.shape import At
from claimbook.urls import Url


@rule("CB311", "distrusted-archive", Severity.WARNING, Scope.SOURCE)
def distrusted_archive(source: FiledSource, context: Context) -> Iterator[Finding]:
    """A source is cited through an archive that is known to alter its copies."""
    record = source.record
    has_copies = record.archives or record.read_as or record.snapshot
    if not (has_copies or (record.url and record.url.site in DISTRUSTED)):
        return
    for url, at in _addresses(record):
        if url.site in DISTRUSTED:
            message = f"`{url.site}` belongs to archive.today, which has altered copies it keeps"
            hint = "link to a copy at another archive, such as web.archive.org"
            yield Finding(at.value("url"), message, hint)


def _addresses(source: Source) -> Iterator[tuple[Url, At]]:
    for each in source.archives:
        yield each.url, each.at
    if source.url:
        yield source.url, source.at
    if source.reading and source.reading.url:
        yield source.reading.url, source.reading.at
    if source.snapshot and source.snapshot.url:
        yield source.snapshot.url, source.snapshot.at
