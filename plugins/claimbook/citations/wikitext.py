"""The citation templates of Wikipedia (Citation Style 1: ``cite web``, ``cite news``)."""

from collections.abc import Iterator

from claimbook.boundaries.wikitext import address, text
from claimbook.citations.work import Name, Work, iso

_TEMPLATES = {
    "article-newspaper": "cite news",
    "article-journal": "cite journal",
    "article": "cite press release",
    "book": "cite book",
    "report": "cite report",
    "motion_picture": "cite AV media",
    "broadcast": "cite podcast",
    "interview": "cite interview",
}
_CONTAINERS = {
    "cite news": "work",
    "cite journal": "journal",
    "cite web": "website",
    "cite book": "series",
}


def wikitext(work: Work) -> str:
    """A work as one template, on one line."""
    template = _TEMPLATES.get(work.type, "cite web" if work.url else "cite document")
    fields = "".join(f" |{name}={text}" for name, text in _fields(work, template) if text)
    return f"{{{{{template}{fields}}}}}"


def _fields(work: Work, template: str) -> Iterator[tuple[str, str]]:
    for number, name in enumerate(work.authors, 1):
        yield from _name(name, number)
    yield "title", text(work.title)
    yield "url", address(work.url)
    yield _CONTAINERS.get(template, "work"), text(work.container)
    yield "publisher", text(work.publisher)
    yield "agency", text(work.agency)
    yield "via", text(work.via)
    yield "date", _date(work)
    yield "access-date", iso(work.accessed)
    yield "language", text(work.language)
    yield "doi", text(work.doi)
    yield "isbn", text(work.isbn)
    if work.copy and work.url:
        yield "archive-url", address(work.copy.url)
        yield "archive-date", iso(work.copy.captured)
        yield "url-status", work.status


def _name(name: Name, number: int) -> Iterator[tuple[str, str]]:
    if name.family and name.given:
        yield from ((f"last{number}", text(name.family)), (f"first{number}", text(name.given)))
    else:
        yield f"author{number}", text(name.literal or name.family)


def _date(work: Work) -> str:
    return f"{'c. ' if work.is_doubtful else ''}{iso(work.issued)}" if work.issued else ""
