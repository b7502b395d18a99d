"""Our pages in MkDocs's sitemap."""

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.templates import TemplateContext

from claimbook.fragment import UrlStyle
from claimbook.sitemap import LIMITS, SITEMAP, Limits, divided
from mkdocs_claimbook.links import page_location

_PLAIN, _PACKED = SITEMAP, f"{SITEMAP}.gz"
SITEMAPS = (_PLAIN, _PACKED)


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
    folder = urlsplit(base).path
    for location, updated in sorted(pages.items()):
        url = style.url(location)
        yield SitemapEntry(SitemapPage(f"{base}/{url}", f"{folder}/{url}", updated or ""))


@dataclass(frozen=True, slots=True)
class LateSitemap:
    """A sitemap to be made when somebody asks for it.

    ``context`` is what MkDocs gives its template, with the pages that it knows itself.
    """

    context: TemplateContext
    env: jinja2.Environment

    def content(self, path: str, pages: Mapping[str, str | None]) -> bytes:
        """The sitemap, plain or compressed as its path says, with these pages of ours."""
        config = self.context["config"]
        context = TemplateContext(**self.context)
        context["pages"] = list(all_entries(context, pages))  # type: ignore[arg-type]
        template = self.env.get_template(_PLAIN)
        text = config.plugins.on_post_template(
            template.render(context), template_name=_PLAIN, config=config
        )
        content = text.encode()
        return packed_sitemap(content) if path == _PACKED else content


def all_entries(
    context: TemplateContext, pages: Mapping[str, str | None]
) -> Iterator[SitemapEntry]:
    """Hand-written pages without a date, which nobody knows, and ours with theirs."""
    hand_written = {page_location(file.src_uri): None for file in context["pages"]}
    return sitemap_entries({**hand_written, **pages}, context["config"])


def remove_sitemap(site_dir: Path) -> None:
    """Remove what MkDocs has written; it is made anew when it is asked for."""
    for path in SITEMAPS:
        (site_dir / path).unlink(missing_ok=True)


def divide_sitemap(config: MkDocsConfig, limits: Limits = LIMITS) -> None:
    """Make an index of a sitemap that has too many pages for one file, and its parts beside it."""
    site_dir, root = Path(config.site_dir), (config.site_url or "").rstrip("/")
    plain = site_dir / _PLAIN
    if not plain.is_file() or not root:
        return
    files = divided(plain.read_text(encoding="utf-8"), f"{root}/", limits)
    for name, text in files.items() if len(files) > 1 else ():
        (site_dir / name).write_text(text, encoding="utf-8")


def compress_sitemap(site_dir: Path) -> None:
    """Write the compressed sitemap anew, without the time: MkDocs's depends on the time zone."""
    plain, packed = site_dir / _PLAIN, site_dir / _PACKED
    if packed.is_file():
        packed.write_bytes(packed_sitemap(plain.read_bytes()))


def packed_sitemap(content: bytes) -> bytes:
    """A sitemap compressed; the same bytes at any time."""
    return gzip.compress(content, mtime=0)
