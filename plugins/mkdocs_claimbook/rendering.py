"""A page as the theme makes it, for pages that MkDocs itself does not make."""

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url, is_error_template

from claimbook.slim import slimmed
from mkdocs_claimbook.guests import Guests
from mkdocs_claimbook.lean import Lean
from mkdocs_claimbook.theme import pruned

USUAL = "main.html"
_WORD = "claimbook-reference"


@dataclass(frozen=True, slots=True)
class Theme:
    """All that MkDocs's own way to a page needs."""

    config: MkDocsConfig
    nav: Navigation
    files: Files
    env: jinja2.Environment
    lean: Lean | None = None


def rendered(theme: Theme, guests: Guests, page: Page, *, is_woven: bool) -> str:
    """A page by its template, with what other plugins do to it; lean if it is one of ours."""
    context = get_context(theme.nav, theme.files, theme.config, page)
    context = guests.run("page_context", context, page=page, nav=theme.nav)
    html = theme.env.get_template(page.meta.get("template", USUAL)).render(context)
    html = guests.run("post_page", html, page=page)
    if not is_woven:
        return html
    slim = slimmed(html)
    return theme.lean.page(slim, context["base_url"]) if theme.lean else slim


class References:
    """Pages of a theme in which nothing stands: no claim, no list, no title, no navigation.

    What they hold is the theme's and its owner's, and nobody else's. They have one word,
    :attr:`word`, where a page says something of its own.
    """

    word = _WORD

    def __init__(self, theme: Theme, guests: Guests) -> None:
        self._theme = replace(theme, nav=Navigation([], []), files=Files([]))
        self._guests = guests
        self._known: dict[tuple[str, int, bool], str] = {}
        self._known_statics: dict[str, str] = {}

    def page(self, template: str, depth: int, *, is_woven: bool) -> str:
        """The page of a template that lies so many folders deep."""
        key = (template, depth, is_woven)
        if key not in self._known:
            self._known[key] = self._page(template, depth, is_woven=is_woven)
        return self._known[key]

    def _page(self, template: str, depth: int, *, is_woven: bool) -> str:
        config = self._theme.config
        uri = "/".join((*([_WORD] * depth), "index.md"))
        page = Page(_WORD, File.generated(config, uri, content=""), config)
        page.content, page.toc = f"<h1>{_WORD}</h1>", get_toc([])
        page.meta = {"template": template, "claimbook": {"head": ""}, "social": {"cards": False}}
        with pruned(config):
            return rendered(self._theme, self._guests, page, is_woven=is_woven)

    @property
    def statics(self) -> frozenset[str]:
        """The pages of the theme that are no documents."""
        return frozenset(self._theme.config.theme.static_templates)

    def static(self, name: str) -> str:
        """A page that is no document, such as the one for what is not found."""
        if name not in self._known_statics:
            self._known_statics[name] = self._static(name)
        return self._known_statics[name]

    def _static(self, name: str) -> str:
        config, theme = self._theme.config, self._theme
        at = urlsplit(config.site_url or "/").path if is_error_template(name) else ""
        base = at or get_relative_url(".", name)
        context = get_context(theme.nav, theme.files, config, base_url=base)
        html = theme.env.get_template(name).render(context)
        return self._guests.run("post_template", html, template_name=name)
