"""The web addresses in a value: the value itself, or the links in its Markdown."""

from collections.abc import Iterator

from claimbook.fields import Held
from claimbook.prose import read_prose
from claimbook.urls import Url, UrlError, parse_url


def addresses(held: Held) -> Iterator[tuple[Url, tuple[int, int] | None]]:
    """Every address in ``held``, and for links in Markdown their place in the text."""
    if isinstance(held.value, Url):
        yield held.value, None
        return
    for each in read_prose(held.value).links:
        try:
            yield parse_url(each.text), (each.start, each.end)
        except UrlError:
            continue  # said where unsafe links are refused
