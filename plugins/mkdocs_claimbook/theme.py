"""What the adapter adds to a theme: templates, styles, the search box."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.config import base
from mkdocs.config.config_options import ExtraScriptValue, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.utils.yaml import yaml_load

import claimbook
from claimbook.assets import SCRIPT, STYLE
from claimbook.fragment import UrlStyle

log = get_plugin_logger("claimbook")
_HERE = Path(__file__).parent
MATERIAL_STYLE = "assets/claimbook/material.css"
_OWN = ("method", "contribute")
_HUBS = {name: f"{name}/index" for name in ("claims", "topics", "ratings", "corrections")}
_MATERIAL_SEARCH = "material/search"
_PRUNED, _EXPANDED = "navigation.prune", "navigation.expand"


class _SlotOptions(base.Config):  # type: ignore[no-untyped-call]
    enabled = Type(bool, default=True)


class SearchSlot(BasePlugin[_SlotOptions]):  # type: ignore[no-untyped-call]
    """Stands where Material's header looks for its own search plugin, and does nothing.

    Material shows its search box only while that plugin is there. Ours takes the place of the
    box, and no second index is built or fetched.
    """


def add_theme(config: MkDocsConfig, *, has_search: bool) -> None:
    """Put our templates and styles behind the owner's and before the theme's."""
    is_material = config.theme.name == "material"
    folders = [_HERE / "theme", *([_HERE / "material"] if is_material else [])]
    at = 1 if config.theme.custom_dir else 0
    config.theme.dirs[at:at] = [str(folder) for folder in folders]
    config.extra_css[0:0] = [STYLE, *([MATERIAL_STYLE] if is_material else [])]
    config.extra_javascript.insert(0, _module(SCRIPT))
    if has_search and is_material:
        _take_search_slot(config)


def _take_search_slot(config: MkDocsConfig) -> None:
    if _MATERIAL_SEARCH in config.plugins:
        log.warning("the plugin `search` builds a second index, which nothing reads: remove it")
        return
    slot = SearchSlot()
    slot.load_config({})
    config.plugins[_MATERIAL_SEARCH] = slot


def has_other_search(config: MkDocsConfig) -> bool:
    """Whether Material's own search plugin is there, whose worker the pages then start."""
    names = (_MATERIAL_SEARCH, "search")
    found = (config.plugins.get(name) for name in names)
    return any(each is not None and not isinstance(each, SearchSlot) for each in found)


@contextmanager
def pruned(config: MkDocsConfig) -> Iterator[None]:
    """Let Material show of the navigation what a page of ours needs: every section, by a link.

    The pages of a section stand in the navigation of that section's own pages.
    """
    theme, features = config.theme, config.theme.get("features")
    if theme.name == "material" and isinstance(features, list) and _EXPANDED not in features:
        theme["features"] = [*features, _PRUNED]
    try:
        yield
    finally:
        if features is not None:
            theme["features"] = features


def follow_language(config: MkDocsConfig, language: str) -> None:
    """Let Material speak the interface's language, unless the owner has chosen another."""
    if config.theme.name != "material":
        return
    if not _names_language(config):
        config.theme["language"] = language
    elif config.theme["language"].partition("-")[0] != language.partition("-")[0]:
        log.warning(
            "`theme.language` is `%s`, but the interface of the claims speaks `%s`: leave it out, "
            "or give `language` in claimbook.toml the same value",
            config.theme["language"],
            language,
        )


def _names_language(config: MkDocsConfig) -> bool:
    # A theme's settings do not tell the owner's from its own defaults.
    with Path(config.config_file_path).open("rb") as file:
        theme = yaml_load(file).get("theme")
    return isinstance(theme, dict) and "language" in theme


def pages_for_readers(style: UrlStyle, files: Files) -> dict[str, str]:
    """Addresses that our templates lead to; some only where somebody has written the page."""
    hubs = {**_HUBS, "accessibility": "accessibility"}
    written = [name for name in _OWN if files.get_file_from_path(f"{name}.md") is not None]
    return {name: style.url(at) for name, at in hubs.items()} | {
        name: style.url(name) for name in written
    }


def template_folders(config: MkDocsConfig) -> list[Path]:
    """Where templates and styles lie that a person may be working on."""
    own = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    return [*own, _HERE / "theme", _HERE / "material", Path(claimbook.__file__).parent]


def _module(path: str) -> ExtraScriptValue:
    script = ExtraScriptValue(path)
    script.type = "module"
    return script
