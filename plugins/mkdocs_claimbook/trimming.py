"""Cutting from a built site what Material ships and none of its pages ever asks for."""

import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from claimbook.assets import lightened
from mkdocs_claimbook.theme import has_other_search

# Maps lead developers of the theme to its own source.
_MAPS = ("assets/javascripts/**/*.map", "assets/stylesheets/**/*.map")
_MAPPED = ("assets/javascripts/*.js", "assets/stylesheets/*.css")
# Material's own search: its index is not built, so nothing starts its worker.
_SEARCH = ("assets/javascripts/lunr/**/*", "assets/javascripts/workers/**/*")
_PALETTE = "assets/stylesheets/palette.*.css"
_RULE = re.compile(r"([^{}]+)(\{[^{}]*\})")
_COLOUR = re.compile(r"\[data-md-color-(?:primary|accent)=([\w-]+)\]")
_OURS = "assets/claimbook/*"
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
    saved += sum(_one_palette(path, config) for path in _from_theme(_PALETTE, site, config))
    saved += sum(_unmapped(path) for each in _MAPPED for path in _from_theme(each, site, config))
    return saved + sum(_lightened(path) for path in _from_theme(_OURS, site, config))


def _from_theme(pattern: str, site: Path, config: MkDocsConfig) -> Iterator[Path]:
    owners = [Path(each) for each in (config.docs_dir, config.theme.custom_dir) if each]
    for path in sorted(site.glob(pattern)):
        name = path.relative_to(site)
        is_owners = any((folder / name).exists() for folder in owners)
        brought = any((Path(folder) / name).is_file() for folder in config.theme.dirs)
        if path.is_file() and brought and not is_owners:
            yield path


def _remove_empty(folder: Path, site: Path) -> None:
    while folder != site and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _one_palette(path: Path, config: MkDocsConfig) -> int:
    """Remove the colours of Material that the project has not chosen."""
    chosen = {
        value
        for each in _listed(config.theme.get("palette"))
        for value in each.values()
        if isinstance(value, str)
    }

    def is_wanted(selector: str) -> bool:
        named = _COLOUR.search(selector)
        return named is None or named[1] in chosen

    def kept(rule: re.Match[str]) -> str:
        selectors = [each for each in rule[1].split(",") if is_wanted(each)]
        return ",".join(selectors) + rule[2] if selectors else ""

    before = path.read_text(encoding="utf-8")
    path.write_text(_RULE.sub(kept, before), encoding="utf-8")
    return len(before) - path.stat().st_size


def _listed(palette: object) -> list[dict[str, object]]:
    found = palette if isinstance(palette, list) else [palette]
    return [each for each in found if isinstance(each, dict)]


def _lightened(path: Path) -> int:
    if path.suffix not in {".css", ".js"}:
        return 0
    before = path.read_text(encoding="utf-8")
    path.write_text(lightened(path.name, before), encoding="utf-8")
    return len(before) - path.stat().st_size


def _unmapped(path: Path) -> int:
    """Remove the last line that names a map which is no longer there."""
    before = path.read_bytes()
    after = _MAP_COMMENT.sub(b"\n", before)
    if after != before:
        path.write_bytes(after)
    return len(before) - len(after)
