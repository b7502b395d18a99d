"""Cutting from a built site what Material ships and none of its pages ever asks for."""

import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_claimbook.theme import has_other_search

# Maps lead developers of the theme to its own source.
_MAPS = ("assets/javascripts/**/*.map", "assets/stylesheets/**/*.map")
_MAPPED = ("assets/javascripts/*.js", "assets/stylesheets/*.css")
# Material's own search: its index is not built, so nothing starts its worker.
_SEARCH = ("assets/javascripts/lunr/**/*", "assets/javascripts/workers/**/*")
_DEFAULT_ICON = "assets/images/favicon.png"
_MAP_COMMENT = re.compile(rb"\n?(?://|/\*)# sourceMappingURL=\S+?(?:\s*\*/)?\s*\Z")


def trim_theme(config: MkDocsConfig) -> int:
    """Remove from the site what nothing refers to; returns the bytes saved.

    Only files that the theme itself brought are touched, never what the site's owner put there.
    """
    if config.theme.name != "material":
        return 0
    site = Path(config.site_dir)
    patterns = _MAPS if has_other_search(config) else (*_MAPS, *_SEARCH)
    if config.theme["favicon"] != _DEFAULT_ICON:
        patterns = (*patterns, _DEFAULT_ICON)
    found = (path for pattern in patterns for path in _from_theme(pattern, site, config))
    unused = tuple(dict.fromkeys(found))
    saved = sum(path.stat().st_size for path in unused)
    for path in unused:
        path.unlink()
        _remove_empty(path.parent, site)
    return saved + sum(_unmapped(path) for each in _MAPPED for path in site.glob(each))


def _from_theme(pattern: str, site: Path, config: MkDocsConfig) -> Iterator[Path]:
    for path in sorted(site.glob(pattern)):
        name = path.relative_to(site)
        is_owners = (Path(config.docs_dir) / name).exists()
        brought = any((Path(folder) / name).is_file() for folder in config.theme.dirs)
        if path.is_file() and brought and not is_owners:
            yield path


def _remove_empty(folder: Path, site: Path) -> None:
    while folder != site and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _unmapped(path: Path) -> int:
    """Remove the last line that names a map which is no longer there."""
    before = path.read_bytes()
    after = _MAP_COMMENT.sub(b"\n", before)
    if after != before:
        path.write_bytes(after)
    return len(before) - len(after)
