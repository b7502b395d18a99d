"""CB334 snapshot-elsewhere."""

from collections.abc import Iterator

from claimbook.corpus import FiledSource
from claimbook.diagnostics import Severity
from claimbook.records import Source
from claimbook.rules.reading.archives import capture_of, original_of, page_key
from claimbook.rules.rule import Context, Finding, Scope, rule
from claimbook.urls import Url


@rule("CB334", "snapshot-elsewhere", Severity.WARNING, Scope.SOURCE, needs=["url", "archives"])
def snapshot_elsewhere(source: FiledSource, context: Context) -> Iterator[Finding]:
    """The text of a source was saved from a host that the source does not name."""
    snapshot = source.record.snapshot
    if snapshot is None or snapshot.url is None:
        return
    known = {_host(each) for each in _addresses(source.record)}
    found = _host(snapshot.url)
    # Of a source with a DOI alone nothing tells where it leads to.
    if known and not any(_is_one(found, each) for each in known):
        named = " and ".join(f"`{each}`" for each in sorted(known))
        message = f"the text was saved from `{found}`; the source names {named}"
        hint = (
            "save the text from the source itself, or say in `archives` or `read_as` where it was "
            "read; if the page has moved, correct `url`"
        )
        yield Finding(snapshot.at.value("url"), message, hint)


def _addresses(source: Source) -> Iterator[Url]:
    if source.url:
        yield source.url
    if source.reading and source.reading.url:
        yield source.reading.url
    yield from (each.url for each in source.archives)


def _host(url: Url) -> str:
    """The host of a page; of a copy in an archive that of the page that was copied."""
    capture = capture_of(url)
    original = original_of(capture) if capture else None
    return page_key(original or url)[0]


def _is_one(one: str, other: str) -> bool:
    """Whether one of two hosts is the other, or below it."""
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")
