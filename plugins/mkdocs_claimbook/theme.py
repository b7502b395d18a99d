"""What the adapter adds to a theme: templates, styles, the search box."""

from pathlib import Path

from mkdocs.config import base
from mkdocs.config.config_options import ExtraScriptValue, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, get_plugin_logger

import claimbook
from claimbook.assets import SCRIPT, STYLE

log = get_plugin_logger("claimbook")
_HERE = Path(__file__).parent
MATERIAL_STYLE = "assets/claimbook/material.css"
SEARCH_SCRIPT = "assets/claimbook/search.js"
_MATERIAL_SEARCH = "material/search"


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
    with_search = has_search and is_material
    config.extra_css[0:0] = [STYLE, *([MATERIAL_STYLE] if is_material else [])]
    config.extra_javascript.insert(0, _module(SCRIPT))
    if with_search:
        config.extra_javascript.insert(1, _module(SEARCH_SCRIPT))
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


def template_folders(config: MkDocsConfig) -> list[Path]:
    """Where templates and styles lie that a person may be working on."""
    own = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    return [*own, _HERE / "theme", _HERE / "material", Path(claimbook.__file__).parent]


def _module(path: str) -> ExtraScriptValue:
    script = ExtraScriptValue(path)
    script.type = "module"
    return script
