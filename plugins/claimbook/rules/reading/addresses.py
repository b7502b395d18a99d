"""The web addresses in a value: the value itself, or the links in its Markdown."""

from collections.abc import Iterable, Iterator

from claimbook.fields import Held
from claimbook.prose import read_prose
from claimbook.prose_events import Run
from claimbook.urls import Url, UrlError, parse_url


def addresses(held: Held) -> Iterable[tuple[Url, tuple[int, int] | None]]:
    """Every address in ``held``, and for links in Markdown their place in the text."""
    if isinstance(held.value, Url):
        return ((held.value, None),)
    links = read_prose(held.value).links
    return _linked(links) if links else ()


def _linked(links: Iterable[Run]) -> Iterator[tuple[Url, tuple[int, int]]]:
    for each in links:
        try:
            yield parse_url(each.text), (each.start, each.end)
        except UrlError:
            continue  # said where unsafe links are refused
