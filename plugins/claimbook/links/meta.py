"""What a web page says about itself, for whoever cites it.

Read are JSON-LD with the words of schema.org, the tags that Google Scholar asks for
(``citation_title``), Open Graph (https://ogp.me), Dublin Core (DCMI metadata terms), the ``author``
of HTML, ``link rel=canonical``, ``time`` and the title. A page is a stranger's: nothing is fetched
for it, and only texts come out, on one line.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

from claimbook.data import from_json

_MOST_LETTERS = 500_000
_MOST_TEXT = 500
_MOST_AUTHORS = 50
_MOST_ITEMS = 500
_DATE = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_TYPES = re.compile(r"Article|Report|Posting|WebPage|Legislation|Dataset|Book|VideoObject")


@dataclass(frozen=True, slots=True)
class PageAbout:
    """What a page says about itself; what it does not say is empty."""

    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    language: str = ""
    url: str = ""
    doi: str = ""

    def item(self) -> dict[str, Any]:
        """The same as CSL-JSON, as far as that has words for it."""
        told = {
            "type": "webpage",
            "title": self.title,
            "publisher": self.publisher,
            "author": [{"literal": each} for each in self.authors],
            "issued": {"raw": self.published},
            "language": self.language,
            "URL": self.url,
            "DOI": self.doi,
        }
        return {name: value for name, value in told.items() if value}


def about_page(html: str, address: str = "") -> PageAbout:
    """What a page says about itself; ``address`` is where it was found, or empty."""
    reading = _Reading()
    reading.feed(html[:_MOST_LETTERS])
    things = [*_things(reading.scripts)]
    return PageAbout(
        title=_first(_title(reading, things)),
        publisher=_first(_publisher(reading, things)),
        authors=_authors(reading, things),
        published=_date(_published(reading, things)),
        language=_language(reading, things),
        url=_url(reading, address),
        doi=_doi(reading, things),
    )


@dataclass(slots=True)
class _Found:
    metas: dict[str, list[str]] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    title: str = ""
    canonical: str = ""
    language: str = ""


class _Reading(HTMLParser):
    """Collects what is said in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found = _Found()
        self._within = ""

    @property
    def scripts(self) -> list[str]:
        """The JSON-LD blocks."""
        return self.found.scripts

    def said(self, *names: str) -> Iterator[str]:
        """What metadata under some names says, in the order of names."""
        for name in names:
            yield from self.found.metas.get(name, ())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in an element."""
        told = {name: value or "" for name, value in attrs}
        self._within = ""
        if tag == "meta":
            self._meta(told)
        elif tag == "link" and "canonical" in told.get("rel", "").lower().split():
            self.found.canonical = self.found.canonical or told.get("href", "")
        elif tag == "html":
            self.found.language = told.get("lang", "")
        elif tag == "time" and told.get("datetime"):
            self.found.times.append(told["datetime"])
        elif tag == "title" and not self.found.title:
            self._within = tag
        elif tag == "script" and told.get("type", "").strip().lower() == "application/ld+json":
            self._within = tag
            self.found.scripts.append("")

    def _meta(self, told: dict[str, str]) -> None:
        name = (told.get("name") or told.get("property") or "").strip().lower()
        text = _line(told.get("content", ""))
        if name and text:
            self.found.metas.setdefault(name.replace("dcterms.", "dc."), []).append(text)

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        del tag
        self._within = ""

    def handle_data(self, data: str) -> None:
        """Take in text."""
        if self._within == "title":
            self.found.title += data
        elif self._within == "script":
            self.found.scripts[-1] += data


def _line(text: object) -> str:
    """A text on one line, no longer than anybody would cite it; empty for what is no text."""
    words = text[: 4 * _MOST_TEXT] if isinstance(text, str) else ""
    # It is shown in a terminal, which obeys what cannot be printed.
    shown = "".join(each if each.isprintable() else " " for each in words)
    return " ".join(shown.split())[:_MOST_TEXT]


def _first(texts: Iterable[object]) -> str:
    return next(filter(None, map(_line, texts)), "")


def _things(scripts: Iterable[str]) -> Iterator[dict[str, Any]]:
    """What JSON-LD describes that may be the page, without what it is made of."""
    waiting: list[Any] = []
    for each in scripts:
        try:
            waiting.append(from_json(each.encode()))
        except (ValueError, RecursionError):
            continue
    for _ in range(_MOST_ITEMS):
        if not waiting:
            return
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting += thing[:_MOST_ITEMS]
        elif isinstance(thing, dict):
            waiting.append(thing.get("@graph"))
            if _TYPES.search(str(thing.get("@type"))[:_MOST_TEXT]):
                yield thing


def _names(value: object) -> Iterator[str]:
    """The names of people or organisations, however JSON-LD writes them."""
    for each in value if isinstance(value, list) else [value]:
        yield _line(each.get("name") if isinstance(each, dict) else each)


def _title(page: _Reading, things: list[dict[str, Any]]) -> Iterator[object]:
    yield from (each.get("headline") or each.get("name") for each in things)
    yield from page.said("citation_title", "og:title", "dc.title")
    yield page.found.title


def _publisher(page: _Reading, things: list[dict[str, Any]]) -> Iterator[object]:
    yield from (name for each in things for name in _names(each.get("publisher")))
    yield from page.said("citation_publisher", "og:site_name", "dc.publisher")


def _authors(page: _Reading, things: list[dict[str, Any]]) -> tuple[str, ...]:
    groups = [
        [name for each in things for name in _names(each.get("author"))],
        [*page.said("citation_author")],
        [*page.said("dc.creator")],
        [*page.said("author", "article:author")],
    ]
    named = ([each for each in names if each and "://" not in each] for names in groups)
    return tuple(dict.fromkeys(next(filter(None, named), [])))[:_MOST_AUTHORS]


def _published(page: _Reading, things: list[dict[str, Any]]) -> Iterator[object]:
    yield from (each.get("datePublished") for each in things)
    yield from page.said("citation_publication_date", "citation_date", "article:published_time")
    yield from page.said("dc.issued", "dc.date", "date")
    yield from page.found.times


def _date(texts: Iterable[object]) -> str:
    for each in filter(None, map(_line, texts)):
        if match := _DATE.match(each):
            return "-".join(part.zfill(2) for part in match.groups() if part)
    return ""


def _language(page: _Reading, things: list[dict[str, Any]]) -> str:
    told = (page.found.language, *page.said("og:locale", "dc.language", "citation_language"))
    return _first((*told, *(each.get("inLanguage") for each in things))).replace("_", "-")


def _url(page: _Reading, address: str) -> str:
    for each in (page.found.canonical, *page.said("og:url"), address):
        try:
            whole = urljoin(address, _line(each))
            if each and urlsplit(whole).scheme in {"http", "https"}:
                return whole
        except ValueError:
            continue
    return ""


def _doi(page: _Reading, things: list[dict[str, Any]]) -> str:
    told = [*page.said("citation_doi", "prism.doi", "dc.identifier")]
    told += [_line(each.get("identifier")) for each in things]
    return next((match[0] for each in told if (match := _DOI.search(each))), "")
