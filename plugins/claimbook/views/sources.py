"""A source in a list of references: how it is cited, opened and weighed."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from claimbook.boundaries.addresses import part
from claimbook.citations.parts import Reference
from claimbook.citations.styles import source_reference
from claimbook.data import Fixed
from claimbook.prose import prose_html, read_marks
from claimbook.records import Archive, Reading, Source
from claimbook.settings import Settings
from claimbook.values import Access, ReadAs, SourceStatus
from claimbook.views.coins import source_coins
from claimbook.views.links import Link
from claimbook.wording import Wording

_READINGS = {
    ReadAs.ORIGINAL: "source.read_original",
    ReadAs.COPY: "source.read_copy",
    ReadAs.SECOND_HAND: "source.read_second_hand",
}
_STATUS = {each: f"source.status_{each}" for each in SourceStatus if each is not SourceStatus.LIVE}
_ACCESS = {each: f"source.access_{each}" for each in Access if each is not Access.OPEN}
# What a reader calls the kinds of files that texts are saved from.
_FILES = {
    "text/html": "source.from_page",
    "application/xhtml+xml": "source.from_page",
    "multipart/related": "source.from_page",
    "application/pdf": "source.from_pdf",
    "text/plain": "source.from_text",
    "text/vtt": "source.from_subtitles",
    "application/x-subrip": "source.from_subtitles",
}
_NOT_TO_OPEN = frozenset({SourceStatus.USURPED, SourceStatus.UNSAFE})
_GONE = _NOT_TO_OPEN | {SourceStatus.DEAD}


# That of a shared source is one for all its pages, told from others by being it.
class SourceText(Fixed, eq=False):
    """A source in words, the same wherever it is used."""

    reference: Reference
    language: str | None
    href: str | None
    site: str
    archives: tuple[Link, ...]
    saved: Link | None
    remarks: tuple[str, ...]
    reading: str
    reading_href: str | None
    interest: str
    notes: Markup
    coins: Markup


def source_text(source: Source, say: Wording, settings: Settings, letter: str = "") -> SourceText:
    """Put everything a reader should know about a source in words.

    ``letter`` tells works of one author and year apart.
    """
    chosen = settings.citations
    return SourceText(
        source_reference(source, say, chosen.style, by_author=chosen.is_by_author, letter=letter),
        source.language,
        opening_href(source),
        source.url.site if source.url else "",
        tuple(_archive_link(each, say) for each in source.archives),
        saved_link(source, say),
        tuple(_remarks(source, say)),
        _reading_text(source.reading, say) if source.reading else "",
        source.reading.url.href if source.reading and source.reading.url else None,
        source.interest or "",
        note_html(source.notes),
        source_coins(source, settings),
    )


def note_html(markdown: str | None) -> Markup:
    """A note as HTML; citations in it vanish."""
    return Markup(prose_html(read_marks(markdown))) if markdown else Markup()  # noqa: S704 - sanitised there


def live_href(source: Source) -> str | None:
    """The source's own address; None where there is none or it is unwise to open."""
    if source.status in _NOT_TO_OPEN:
        return None
    if source.url:
        return source.url.href
    return f"https://doi.org/{part(source.doi, '/()')}" if source.doi else None


def opening_href(source: Source) -> str | None:
    """Where a reader is sent: the source, or its archived copy where only that is left."""
    if source.archives and source.status in _GONE:
        return source.archives[0].url.href
    return live_href(source)


def _archive_link(archive: Archive, say: Wording) -> Link:
    site = archive.url.site
    if archive.captured is None:
        return Link(say("source.archived", site=site), archive.url.href)
    date = say.date(archive.captured)
    return Link(say("source.archived_of", date=date, site=site), archive.url.href)


def saved_link(source: Source, say: Wording) -> Link | None:
    """When the text of a source was saved, where, and from what kind of file; without its text."""
    snapshot = source.snapshot
    if snapshot is None:
        return None
    day, url = snapshot.captured, snapshot.url
    parts = [
        say("source.saved_of", date=say.date(day)) if day else say("source.saved"),
        *([url.site] if url else ()),
        *([_file(snapshot.media_type, say)] if snapshot.media_type else ()),
    ]
    is_elsewhere = url is not None and (source.url is None or url.href != source.url.href)
    may_open = is_elsewhere and source.status not in _NOT_TO_OPEN
    return Link(", ".join(parts), url.href if url and may_open else None)


def _file(media_type: str, say: Wording) -> str:
    return say(_FILES[media_type]) if media_type in _FILES else media_type


def _remarks(source: Source, say: Wording) -> Iterator[str]:
    if source.standing:
        yield say(f"source.{source.standing}")
    if source.status in _STATUS:
        yield say(_STATUS[source.status])
    if source.access in _ACCESS:
        yield say(_ACCESS[source.access])
    if source.via:
        yield say("source.via", name=source.via)
    if source.isbn:
        yield say("source.isbn", isbn=source.isbn)
    if source.updated:
        yield say("source.updated", date=say.date(source.updated))
    if source.accessed:
        yield say("source.accessed", date=say.date(source.accessed))


def _reading_text(reading: Reading, say: Wording) -> str:
    label = say(_READINGS[reading.how])
    if not reading.where:
        return label
    return say("source.read_where", reading=label, where=reading.where)


def short_name(source: Source) -> str:
    """A name to mention it by: its publisher, container, author or title."""
    return source.publisher or source.container or _first_author(source) or source.title


def _first_author(source: Source) -> str:
    names: Iterable[str | None] = (
        each if isinstance(each, str) else each.org or each.name or each.family
        for each in source.authors
    )
    return next((name for name in names if name), "")
