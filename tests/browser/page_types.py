"""One page of every kind that a built site has, found by looking at the site."""

import re
from collections.abc import Iterable
from pathlib import Path

_CLASSES = re.compile(r'\bclass="([^"]*)"')
_FORWARDING = '<meta http-equiv="refresh"'


def page_types(site: Path) -> list[str]:
    """Paths of pages that together show every element we style, for any site we build.

    Pages of one folder are of one kind, and the heaviest stands for it; a page that shows
    something no page before has shown is added, so a new kind of page is found by itself.
    """
    pages = {path: _shown(html) for path, html in _pages(site)}
    heavy = sorted(pages, key=lambda path: (-(site / path).stat().st_size, path))
    firsts = {kind_of(path): path for path in reversed(heavy)}
    chosen = sorted(firsts.values())
    seen = {each for path in chosen for each in pages[path]}
    for path in heavy:
        if not pages[path] <= seen:
            seen |= pages[path]
            chosen.append(path)
    return [address_of(path) for path in chosen]


def claim_pages(site: Path) -> list[str]:
    """Paths of all pages of claims."""
    found = (path for path, html in _pages(site) if 'class="cb cb-claim' in html)
    return [address_of(path) for path in found]


def kind_of(path: str) -> str:
    """The kind of page by its place: the folder it is in, and whether it is the folder's own."""
    parts = path.split("/")[:-1]
    if len(parts) < 2:
        return path
    if parts[-1] == "cite":
        return f"{parts[0]}/*/cite"
    return f"{'/'.join(parts[:-1])}/*"


def address_of(path: str) -> str:
    """The address of a page's file below the site's root."""
    return path.removesuffix("index.html")


def _pages(site: Path) -> Iterable[tuple[str, str]]:
    for file in sorted(site.rglob("*.html")):
        html = file.read_text(encoding="utf-8")
        if _FORWARDING not in html and "pagefind" not in file.parts:
            yield file.relative_to(site).as_posix(), html


def _shown(html: str) -> frozenset[str]:
    names = {name for each in _CLASSES.findall(html) for name in each.split()}
    return frozenset(name for name in names if name.startswith("cb-"))
