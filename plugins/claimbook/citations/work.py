"""A work as all formats of references know it: one record between our fields and theirs."""

from collections.abc import Iterator
from typing import NamedTuple

from claimbook.boundaries.addresses import part
from claimbook.citations.apa import CitedPage
from claimbook.dates import PartialDate
from claimbook.records import Author, Source
from claimbook.values import SourceStatus, SourceType

WEBPAGE, DOCUMENT = "webpage", "document"
NEWS, JOURNAL, LAW = "article-newspaper", "article-journal", "legislation"
# The types of CSL 1.0.2. It has none for press releases and podcasts: those are genres.
_TYPES = {
    SourceType.WEBPAGE: "webpage",
    SourceType.ARTICLE: NEWS,
    SourceType.PRESS_RELEASE: "article",
    SourceType.SOCIAL_POST: "post",
    SourceType.VIDEO: "motion_picture",
    SourceType.PODCAST: "broadcast",
    SourceType.BOOK: "book",
    SourceType.REPORT: "report",
    SourceType.DATASET: "dataset",
    SourceType.LEGAL: LAW,
    SourceType.INTERVIEW: "interview",
    SourceType.CODE: "software",
    SourceType.PERSONAL_COMMUNICATION: "personal_communication",
}
_GENRES = {SourceType.PRESS_RELEASE: "Press release", SourceType.PODCAST: "Podcast"}
# What has become of an address, in the words of Wikipedia's templates.
_STATES = {
    SourceStatus.DEAD: "dead",
    SourceStatus.CHANGED: "deviated",
    SourceStatus.USURPED: "usurped",
    SourceStatus.UNSAFE: "unfit",
}

# What a DOI may hold as it is in an address (DOI Handbook, 3.8.2).
_IN_DOI = "/()._-;:"

# Year, month and day as far as they are known.
Day = tuple[int, ...]


class Name(NamedTuple):
    """An author: the parts of a name, or in ``literal`` a name that is one piece."""

    family: str = ""
    given: str = ""
    literal: str = ""


class Copy(NamedTuple):
    """A copy in a web archive, and when it was made."""

    url: str
    captured: Day = ()


class Work(NamedTuple):
    """What is cited; ``type`` and ``genre`` are those of CSL, texts are empty where unknown."""

    id: str
    type: str
    title: str
    authors: tuple[Name, ...] = ()
    container: str = ""
    publisher: str = ""
    issued: Day = ()
    is_doubtful: bool = False
    accessed: Day = ()
    language: str = ""
    url: str = ""
    doi: str = ""
    isbn: str = ""
    genre: str = ""
    copy: Copy | None = None
    status: str = "live"
    agency: str = ""
    via: str = ""
    # Tells works of one author and year apart: the `a` of `2026a`.
    letter: str = ""


def work_of(name: str, source: Source) -> Work:
    """A source under a name."""
    issued = source.published or source.updated
    copies = [Copy(each.url.href, day_of(each.captured)) for each in source.archives]
    return Work(
        name,
        _type(source),
        source.title,
        tuple(_names(source)),
        source.container or "",
        source.publisher or "",
        day_of(issued),
        bool(issued and (issued.is_uncertain or issued.is_approximate)),
        day_of(source.accessed),
        source.language or "",
        source.url.href if source.url else "",
        source.doi or "",
        source.isbn or "",
        _GENRES.get(source.type, "") if source.type else "",
        copies[0] if copies else None,
        _STATES.get(source.status, "live") if source.status else "live",
        source.agency or "",
        source.via or "",
    )


def work_of_check(name: str, page: CitedPage, language: str) -> Work:
    """A page of ours under a name, the publication as its author where no reviewer is named."""
    reviewers = tuple(Name(literal=each) for each in page.reviewers)
    return Work(
        name,
        WEBPAGE,
        page.title,
        reviewers or (Name(literal=page.publication),),
        page.publication if reviewers else "",
        issued=day_of(page.date),
        language=language,
        url=page.url,
        genre="Fact check",
    )


def day_of(date: PartialDate | None) -> Day:
    """The parts of a date that are known; none of no date."""
    return tuple(int(each) for each in date.plain[:10].split("-")) if date else ()


def iso(day: Day) -> str:
    """A day as ISO 8601 writes it; empty where nothing is known."""
    return "-".join(f"{each:02}" for each in day)


def published_in(work: Work) -> Work:
    """An article of which only the publisher is known as one that has this for its newspaper."""
    is_bare = work.type == NEWS and not work.container
    return work._replace(container=work.publisher, publisher="") if is_bare else work


def address_of(work: Work) -> str:
    """Where readers find a work: its DOI as an address, or its own address."""
    return f"https://doi.org/{part(work.doi, _IN_DOI)}" if work.doi else work.url


def _type(source: Source) -> str:
    if source.type is None:
        return WEBPAGE if source.url else DOCUMENT
    if source.type is SourceType.ARTICLE and source.doi:
        return JOURNAL
    return _TYPES[source.type]


def _names(source: Source) -> Iterator[Name]:
    for each in source.authors:
        if isinstance(each, Author):
            yield Name(each.family or "", each.given or "", each.org or each.name or "")
        else:
            yield Name(literal=each)
