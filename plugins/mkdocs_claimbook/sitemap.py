"""Our pages in MkDocs's sitemap."""

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
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


def compress_sitemap(site_dir: Path) -> None:
    """Write the compressed sitemap anew, without the time: MkDocs's depends on the time zone."""
    plain = site_dir / "sitemap.xml"
    packed = site_dir / "sitemap.xml.gz"
    if packed.is_file():
        packed.write_bytes(gzip.compress(plain.read_bytes(), mtime=0))
