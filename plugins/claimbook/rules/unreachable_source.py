"""CB315 unreachable-source."""

from collections.abc import Iterator

from claimbook.corpus import FiledSource
from claimbook.diagnostics import Severity
from claimbook.records import Source
from claimbook.rules.rule import Context, Finding, Scope, rule
from claimbook.values import Access

_UNLINKED = frozenset({Access.OFFLINE, Access.PRIVATE})


@rule(
    "CB315",
    "unreachable-source",
    Severity.WARNING,
    Scope.SOURCE,
    needs=["url", "doi", "isbn", "access", "archives", "read_as"],
)
def unreachable_source(source: FiledSource, context: Context) -> Iterator[Finding]:
    """A source gives no address under which a reader finds it."""
    record = source.record
    if record.access not in _UNLINKED and not _has_address(record):
        message = "the source has no address: a reader cannot look it up"
        hint = (
            "add `url`, `doi` or `isbn`; if there is none, say so with `access: offline` "
            "or `access: private`"
        )
        yield Finding(record.at.value("title"), message, hint)


def _has_address(source: Source) -> bool:
    if source.url or source.doi or source.isbn or source.archives:
        return True
    return source.reading is not None and source.reading.url is not None
