"""The citation templates of Wikipedia (Citation Style 1: ``cite web``, ``cite news``)."""

import re
from collections.abc import Iterator
from html import escape

from claimbook.citations.work import Name, Work, iso, one_line

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
# What wiki text would take for its own: braces, brackets and bars, and runs of some other signs.
_SIGNS = re.compile(r"[{}\[\]|]|'{2,}|~{3,}|_{2,}")
_ANY = re.compile(rf"[&<>]|{_SIGNS.pattern}")
_IN_ADDRESS = str.maketrans({each: f"%{ord(each):02X}" for each in "{}[]|<>\"'"})


def wikitext(work: Work) -> str:
    """A work as one template, on one line."""
    template = _TEMPLATES.get(work.type, "cite web" if work.url else "cite document")
    fields = "".join(f" |{name}={text}" for name, text in _fields(work, template) if text)
    return f"{{{{{template}{fields}}}}}"


def _fields(work: Work, template: str) -> Iterator[tuple[str, str]]:
    for number, name in enumerate(work.authors, 1):
        yield from _name(name, number)
    yield "title", _text(work.title)
    yield "url", _address(work.url)
    yield _CONTAINERS.get(template, "work"), _text(work.container)
    yield "publisher", _text(work.publisher)
    yield "agency", _text(work.agency)
    yield "via", _text(work.via)
    yield "date", _date(work)
    yield "access-date", iso(work.accessed)
    yield "language", _text(work.language)
    yield "doi", _text(work.doi)
    yield "isbn", _text(work.isbn)
    if work.copy and work.url:
        yield "archive-url", _address(work.copy.url)
        yield "archive-date", iso(work.copy.captured)
        yield "url-status", work.status


def _name(name: Name, number: int) -> Iterator[tuple[str, str]]:
    if name.family and name.given:
        yield from ((f"last{number}", _text(name.family)), (f"first{number}", _text(name.given)))
    else:
        yield f"author{number}", _text(name.literal or name.family)


def _date(work: Work) -> str:
    return f"{'c. ' if work.is_doubtful else ''}{iso(work.issued)}" if work.issued else ""


def _text(text: str) -> str:
    line = one_line(text)
    return _SIGNS.sub(_as_numbers, escape(line, quote=False)) if _ANY.search(line) else line


def _as_numbers(signs: re.Match[str]) -> str:
    return "".join(f"&#{ord(each)};" for each in signs[0])


def _address(url: str) -> str:
    return one_line(url).translate(_IN_ADDRESS)
