"""A sitemap of many pages in parts, as its protocol (sitemaps.org) asks for.

A file may have 50,000 addresses and 50 MB. A larger sitemap becomes an index that leads to its
parts, under the address it had, so that what names it, `robots.txt` or a search engine, stays
right.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimbook.boundaries.xml_text import escaped

SITEMAP = "sitemap.xml"

_ENTRY = re.compile(r"<url>.*?</url>", re.DOTALL)
_DAY = re.compile(r"<lastmod>([^<]*)</lastmod>")
_BEGIN = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
# What stands around the entries of a part.
_AROUND = 200


@dataclass(frozen=True, slots=True)
class Limits:
    """How many addresses a file may have, and how many bytes."""

    addresses: int = 50_000
    size: int = 50_000_000


LIMITS = Limits()


def divided(sitemap: str, root: str, limits: Limits = LIMITS) -> Mapping[str, str]:
    """The files of a sitemap by name: itself, or an index and its parts.

    ``root`` is the site's address, ending with ``/``; an index needs it. What a part says of other
    kinds of entries than ``<url>`` would be lost, so a sitemap that has any stays whole.
    """
    entries = _ENTRY.findall(sitemap)
    parts = list(_parts(entries, limits))
    if len(parts) < 2 or not root:  # noqa: PLR2004 - one part is the sitemap itself
        return {SITEMAP: sitemap}
    begin, _, _ = sitemap.partition("<url>")
    files = {
        f"sitemap-{number}.xml": f"{begin.rstrip()}\n{''.join(part)}</urlset>\n"
        for number, part in enumerate(parts, start=1)
    }
    return {SITEMAP: _index(files, root), **files}


def _parts(entries: Iterable[str], limits: Limits) -> Iterator[Sequence[str]]:
    part: list[str] = []
    size = _AROUND
    for each in entries:
        bytes_more = len(each.encode()) + 1
        if part and (len(part) == limits.addresses or size + bytes_more > limits.size):
            yield part
            part, size = [], _AROUND
        part.append(f"{each}\n")
        size += bytes_more
    if part:
        yield part


def _index(files: Mapping[str, str], root: str) -> str:
    entries = "".join(_leading(f"{root}{name}", part) for name, part in files.items())
    return f'{_BEGIN}<sitemapindex xmlns="{_SPACE}">\n{entries}</sitemapindex>\n'


def _leading(address: str, part: str) -> str:
    """The entry of a part, with the day of its newest page."""
    day = max(_DAY.findall(part), default="")
    changed = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<sitemap><loc>{escaped(address)}</loc>{changed}</sitemap>\n"
