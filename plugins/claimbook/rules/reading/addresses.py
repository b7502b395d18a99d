"""The web addresses in a value: the value itself, or the links in its Markdown."""

from collections.abc import Iterable, Iterator

from claimbook.fields import Content, Held
from claimbook.prose import read_prose
from claimbook.prose_events import Run
from claimbook.urls import Url, UrlError, parse_url


def addresses(held: Held) -> Iterable[tuple[Url, tuple[int, int] | None]]:
    """Every address in ``held``, and for links in Markdown their place in the text."""
    if isinstance(held.value, Url):
        return ((held.value, None),)
    links = read_prose(held.value).links
    return _linked(links) if links else ()


def all_addresses(content: Content) -> Iterable[Url]:
    """The addresses that :func:`addresses` finds in all values together."""
    linked = [each for text in content.markdown for each in read_prose(text).links]
    return [*content.addresses, *(url for url, _ in _linked(linked))]


def _linked(links: Iterable[Run]) -> Iterator[tuple[Url, tuple[int, int]]]:
    for each in links:
        try:
            yield parse_url(each.text), (each.start, each.end)
        except UrlError:
            continue  # said where unsafe links are refused
