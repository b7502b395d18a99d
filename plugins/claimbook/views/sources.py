"""A source in a list of references: how it is cited, opened and weighed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from claimbook.citations.apa import Reference, reference
from claimbook.format import date_text
from claimbook.prose import prose_html, read_prose
from claimbook.records import Archive, Reading, Source
from claimbook.values import Access, ReadAs, SourceStatus
from claimbook.views.links import Link

_READINGS = {
    ReadAs.ORIGINAL: "Read in the original",
    ReadAs.COPY: "Read in a copy",
    ReadAs.SECOND_HAND: "Known at second hand",
}
_STATUS = {
    SourceStatus.DEAD: "no longer at its address",
    SourceStatus.CHANGED: "changed since we read it",
    SourceStatus.USURPED: "its address now belongs to somebody else",
    SourceStatus.UNSAFE: "its address is no longer safe to open",
    SourceStatus.RETRACTED: "retracted by its publisher",
    SourceStatus.CORRECTED: "corrected by its publisher",
}
_ACCESS = {
    Access.REGISTRATION: "asks for registration",
    Access.PAYWALL: "behind a paywall",
    Access.OFFLINE: "not online",
    Access.PRIVATE: "not public",
}
_NOT_TO_OPEN = frozenset({SourceStatus.USURPED, SourceStatus.UNSAFE})
_GONE = _NOT_TO_OPEN | {SourceStatus.DEAD}


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source in words, the same wherever it is used."""

    reference: Reference
    language: str | None
    href: str | None
    site: str
    archives: tuple[Link, ...]
    remarks: tuple[str, ...]
    reading: str
    reading_href: str | None
    interest: str
    notes: Markup


def source_text(source: Source) -> SourceText:
    """Put everything a reader should know about a source in words."""
    return SourceText(
        reference(source),
        source.language,
        opening_href(source),
        source.url.site if source.url else "",
        tuple(map(_archive_link, source.archives)),
        tuple(_remarks(source)),
        _reading_text(source.reading) if source.reading else "",
        source.reading.url.href if source.reading and source.reading.url else None,
        source.interest or "",
        note_html(source.notes),
    )


def note_html(markdown: str | None) -> Markup:
    """A note as HTML; citations in it vanish."""
    return Markup(prose_html(read_prose(markdown))) if markdown else Markup()  # noqa: S704 - sanitised there


def live_href(source: Source) -> str | None:
    """The source's own address; None where there is none or it is unwise to open."""
    if source.status in _NOT_TO_OPEN:
        return None
    if source.url:
        return source.url.href
    return f"https://doi.org/{quote(source.doi, safe='/()')}" if source.doi else None


def opening_href(source: Source) -> str | None:
    """Where a reader is sent: the source, or its archived copy where only that is left."""
    if source.archives and source.status in _GONE:
        return source.archives[0].url.href
    return live_href(source)


def _archive_link(archive: Archive) -> Link:
    when = f" of {date_text(archive.captured)}" if archive.captured else ""
    return Link(f"Archived copy{when}, {archive.url.site}", archive.url.href)


def _remarks(source: Source) -> Iterator[str]:
    if source.standing:
        yield f"{source.standing.value} source"
    if source.status in _STATUS:
        yield _STATUS[source.status]
    if source.access in _ACCESS:
        yield _ACCESS[source.access]
    for words, value in (("by way of", source.via), ("ISBN", source.isbn)):
        if value:
            yield f"{words} {value}"
    for words, date in (("updated", source.updated), ("read", source.accessed)):
        if date:
            yield f"{words} {date_text(date)}"


def _reading_text(reading: Reading) -> str:
    label = _READINGS[reading.how]
    return f"{label}: {reading.where}" if reading.where else label


def short_name(source: Source) -> str:
    """A name to mention it by: its publisher, container, author or title."""
    return source.publisher or source.container or _first_author(source) or source.title


def _first_author(source: Source) -> str:
    names: Iterable[str | None] = (
        each if isinstance(each, str) else each.org or each.name or each.family
        for each in source.authors
    )
    return next((name for name in names if name), "")
