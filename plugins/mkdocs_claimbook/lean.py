"""Material's pages without what each of them would repeat.

Three things go from every page into files that a browser fetches once: the drawings of icons, which
the style sheet then draws as masks, and the switch of colours and the search box, which only
scripts bring to life and which a script therefore sets into the page. What Material's own script
never asks for goes altogether. All of this is told by the very text that Material writes: a part of
it that an owner has replaced by one that differs from page to page stays where it is.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import jinja2
from jinja2.utils import htmlsafe_json_dumps
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from claimbook.boundaries.addresses import drawing
from claimbook.slim import slimmed, unquoted
from mkdocs_claimbook import lean_navigation
from mkdocs_claimbook.lean_search import HEADER_SCRIPT, SearchBox
from mkdocs_claimbook.theme import MATERIAL_STYLE

PALETTE_SCRIPT = "assets/claimbook/palette.js"

_ICONS = {
    "logo": "material/library",
    "menu": "material/menu",
    "search": "material/magnify",
    "previous": "material/arrow-left",
    "top": "material/arrow-up",
    "edit": "material/pencil",
    "view": "material/eye",
}
_SQUARE = '<svg viewBox="0 0 24 24">'
# In forced colours a background is taken away unless it asks to stay.
_RULES = (
    "{names}{{aspect-ratio:1;background:currentcolor}}\n"
    "@media (forced-colors:active){{{names}{{background:CanvasText;forced-color-adjust:none}}}}\n"
)
_RULE = '.{name}{{mask:url("data:image/svg+xml,{drawing}") center/100% no-repeat}}\n'
_NAMED = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
_ROOT = "../.."
_SCOPE, _OWN_SCOPE = (f'new URL("../..",{at})' for at in ("location", "document.currentScript.src"))
_INSERT = "document.currentScript.insertAdjacentHTML"
_INSERT_BEFORE = "document.currentScript.parentElement.insertAdjacentHTML"
_SWITCH = ("javascripts/base", "palette", "javascripts/palette")
_BASE = re.compile(r'<script>__md_scope=new URL\("[^"]*",location\),.*?</script>')
_USE = "__md_"
_TABBED = re.compile(r"<script>var target=document\.getElementById\(location\.hash[^<]*</script>")
# Marks of what is taken from pages that are fetched by scripts, and a place for what is in none.
_EXCHANGED = re.compile(
    r' data-md-component="(?:container|header-topic|logo|skip)"'
    r'|<div data-md-component="announce"></div>'
)
_INSTANT = '"navigation.instant"'
_GENERATOR = re.compile(r'<meta name="generator" content="mkdocs-[^"]*">')
_CONFIG = re.compile(r'(<script id="__config" type="application/json">)(.*?)(</script>)', re.DOTALL)
_SEARCH = 'data-md-component="search"'
_COPY = ("content.code.copy", "content.code.select")


@dataclass(frozen=True, slots=True)
class Lean:
    """What is taken out of pages, and the files that it goes into.

    ``icons`` gives for an icon as it stands in a page the class that draws it; ``switch`` is the
    switch of colours as it stands there, with the script that follows it; ``search`` the box.
    """

    icons: Mapping[str, str] = field(default_factory=dict)
    switch: str = ""
    script: str = ""
    search: SearchBox | None = None

    @property
    def style(self) -> str:
        """The rules that draw the icons and the navigation."""
        names = ",".join(f".{name}" for name in self.icons.values())
        rules = [_rule(name, svg) for svg, name in self.icons.items()]
        icons = [_RULES.format(names=names), *rules] if rules else []
        return "".join([*icons, lean_navigation.STYLE])

    def page(self, html: str, root: str) -> str:
        """A slimmed page in fewer bytes; ``root`` is its way to the root of the site."""
        html = self._drawn(self._without_search(self._without_switch(html, root), root))
        html = lean_navigation.navigated(_TABBED.sub("", _GENERATOR.sub("", html)))
        html = html if _INSTANT in html else _EXCHANGED.sub("", html)
        return unquoted(_CONFIG.sub(lambda each: _config(each, html), html))

    def _drawn(self, html: str) -> str:
        for svg, name in self.icons.items():
            html = html.replace(svg, f'<svg class="{name}"></svg>')
        return html

    def _without_switch(self, html: str, root: str) -> str:
        before, switch, after = html.partition(self.switch) if self.switch else (html, "", "")
        if not switch:
            return html
        head, *rest = _BASE.split(before, maxsplit=1)
        # Where something else needs it earlier, it stays.
        if rest and not any(_USE in each for each in (head, *rest)):
            before = head + rest[0]
        return f"{before}{self._asked(root)}{after}"

    def _asked(self, root: str) -> str:
        return f'<script src="{root}/{PALETTE_SCRIPT}"></script>' if self.switch else ""

    def _without_search(self, html: str, root: str) -> str:
        return self.search.taken_from(html, root, self._asked(root)) if self.search else html

    @property
    def _header(self) -> str:
        """One script for all that scripts bring to life in a header."""
        if self.search is None:
            return ""
        return self.script.replace(_INSERT, _INSERT_BEFORE) + self.search.script(self._drawn)

    def put(self, files: Files, config: MkDocsConfig) -> None:
        """Add the files to those that MkDocs will copy."""
        style = files.get_file_from_path(MATERIAL_STYLE)
        if style is not None:
            content = style.content_string + self.style
            files.remove(style)
            files.append(File.generated(config, MATERIAL_STYLE, content=content))
        for path, content in ((PALETTE_SCRIPT, self.script), (HEADER_SCRIPT, self._header)):
            if content:
                files.append(File.generated(config, path, content=content))


def lean_of(env: jinja2.Environment, config: MkDocsConfig) -> Lean | None:
    """How the pages of a project become lean; None with another theme."""
    if config.theme.name != "material":
        return None
    drawings = _drawings(env, config)
    icons = {svg: f"cb-icon-{name}" for name, svg in drawings.items()}
    return Lean(icons, *_switch(env, config), _search(drawings, env, config))


def _search(
    drawings: Mapping[str, str], env: jinja2.Environment, config: MkDocsConfig
) -> SearchBox | None:
    try:
        return SearchBox(drawings.get("search", ""), _partial("search-box", env, config))
    except jinja2.TemplateError:
        return None


def _drawings(env: jinja2.Environment, config: MkDocsConfig) -> Mapping[str, str]:
    chosen = config.theme.get("icon") or {}
    found = {name: _drawing(env, chosen.get(name) or usual) for name, usual in _ICONS.items()}
    return {name: svg for name, svg in found.items() if svg.startswith(_SQUARE)}


def _drawing(env: jinja2.Environment, icon: str) -> str:
    try:
        return slimmed(env.get_template(f".icons/{icon}.svg").render())
    except jinja2.TemplateError:
        return ""


def _rule(name: str, svg: str) -> str:
    square = svg.replace(_SQUARE, _NAMED, 1)
    return _RULE.format(name=name, drawing=drawing(square, " '/:=;,()"))


def _switch(env: jinja2.Environment, config: MkDocsConfig) -> tuple[str, str]:
    """The switch with its script as it stands in pages, and the script that makes both."""
    palette = config.theme.get("palette")
    if isinstance(palette, dict):
        return "", ""
    try:
        base, form, begin = (_partial(name, env, config) for name in _SWITCH)
    except jinja2.TemplateError:
        return "", ""
    code = [_code(base).replace(_SCOPE, _OWN_SCOPE), _code(begin)]
    if palette:
        code.insert(1, f'{_INSERT}("beforebegin",{json.dumps(form)})')
    return (form if palette else "") + begin, ";\n".join(code) + ";\n"


def _partial(name: str, env: jinja2.Environment, config: MkDocsConfig) -> str:
    template = env.get_template(f"partials/{name}.html")
    return slimmed(template.render(config=config, base_url=_ROOT))


def _code(script: str) -> str:
    return script.removeprefix("<script>").removesuffix("</script>")


def _config(found: re.Match[str], html: str) -> str:
    """Material's settings without those that are not set, and words that nothing says."""
    told = {name: value for name, value in json.loads(found[2]).items() if value is not None}
    unsaid = [*([] if "version" in told else ["select."])]
    unsaid += [] if set(_COPY) & set(told.get("features", ())) else ["clipboard."]
    if _SEARCH not in html:
        told.pop("search", None)
        unsaid.append("search.")
    words = told.get("translations", {}).items()
    told["translations"] = {key: text for key, text in words if not key.startswith(tuple(unsaid))}
    return f"{found[1]}{htmlsafe_json_dumps(told, separators=(',', ':'))}{found[3]}"
