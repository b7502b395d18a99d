"""Our pages in MkDocs's sitemap."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

from claimbook.fragment import UrlStyle


@dataclass(frozen=True, slots=True)
class SitemapPage:
    """What the sitemap's template asks of a page."""

    canonical_url: str
    abs_url: str
    update_date: str
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """Stands for a file of MkDocs in its sitemap."""

    page: SitemapPage


def sitemap_entries(
    pages: Mapping[str, str | None], config: MkDocsConfig
) -> Iterator[SitemapEntry]:
    """An entry for each location; ``pages`` gives the date of its last change or None."""
    if not config.site_url:
        return
    style, base = UrlStyle(config.use_directory_urls), config.site_url.rstrip("/")
    for location, updated in sorted(pages.items()):
        address = f"{base}/{style.url(location)}"
        yield SitemapEntry(SitemapPage(address, urlsplit(address).path, updated or ""))
