"""The MkDocs plugin: hooks that hand over to the modules beside this one and decide nothing.

Claim pages are no pages of MkDocs. Each is woven into a page of the theme that was rendered once,
so page hooks of other plugins do not see them; a plugin that wants to change what is woven
defines ``claimbook_fragment(self, fragment, config)`` instead (see ``guests``).
"""

from typing import Literal

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from claimbook.diagnostics import Diagnostic
from claimbook.hosting import Progress, silent
from claimbook.recent import Recent
from claimbook.tree import Stamps, Tree
from claimbook.workspace import Workspace
from mkdocs_claimbook.build import Build, Given
from mkdocs_claimbook.kept import Kept
from mkdocs_claimbook.options import Options
from mkdocs_claimbook.preview import Preview, is_watched
from mkdocs_claimbook.reloading import let_reload
from mkdocs_claimbook.served import ServedBuild
from mkdocs_claimbook.served_search import ServedSearch
from mkdocs_claimbook.template_memory import TemplateMemory


class ClaimbookPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Publishes the claims of the project beside its hand-written pages."""

    def __init__(self) -> None:
        self.progress: Progress = silent
        # Where our pages go; without a tree, into the site beside those of MkDocs.
        self.tree: Tree | None = None
        self._is_serving = False
        # Where pages are made when they are asked for; without it, all are made at once.
        self._preview: Preview | None = None
        self._templates, self._kept = TemplateMemory(), Kept(Recent(), ServedSearch())
        self._build: Build | None = None

    @property
    def build(self) -> Build:
        """The build under way; there is none before ``on_config``."""
        if self._build is None:
            raise RuntimeError("no build has begun")
        return self._build

    @property
    def claims(self) -> int:
        """How many claims have been published."""
        return len(self.build.written.claims) if self._build else 0

    @property
    def pages(self) -> int:
        """How many pages of ours have been woven."""
        return self.build.page_count if self._build else 0

    @property
    def workspace(self) -> Workspace | None:
        """The project that was built."""
        return self._build.project.workspace if self._build else None

    @property
    def stamps(self) -> Stamps:
        """What has been put into the tree."""
        return self.build.stamps if self._build else {}

    @property
    def search_language(self) -> str | None:
        """The language in which the site is to be indexed; None without search."""
        return self.build.search_language if self._build and self.config.search else None

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What has been found in the claims, and besides them."""
        if self._build is None:
            return ()
        return (*self.build.project.compilation.diagnostics, *self.build.found)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether a person is looking on."""
        self._is_serving = command == "serve"
        self._preview = Preview() if is_watched(command, dirty=dirty) else None

    @event_priority(50)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and compile the claims; put our templates, styles and links in place."""
        kept = self._kept if self._preview else Kept()
        given = Given(self.progress, self.tree, is_serving=self._is_serving, kept=kept)
        if self._preview:
            self._preview.close()
        kind = ServedBuild if self._preview else Build
        self._build = kind.begun(config, self, given)
        return config

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Rebuild when a claim, a setting or one of our templates changes."""
        del builder
        self.build.watch(server, config)
        if self._preview:
            self._preview.stand_before(server)
        let_reload(server)
        return server

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Let lists stand in the navigation and be linked to."""
        return self.build.add_files(files, config)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation for the shells."""
        del config, files
        self.build.nav = nav
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, **_: object) -> str:
        """Tell our Markdown extension which page is being read."""
        self.build.begin_page(page, markdown)
        return markdown

    def on_page_content(self, html: str, *, page: Page, **_: object) -> str:
        """Fill in embeds; mark hand-written text for the search."""
        return self.build.page_content(html, page)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Tell programs that read a hand-written page of our feeds."""
        del config
        return self.build.page_output(output, page)

    @event_priority(-100)
    def on_env(
        self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Weave and write all pages of ours: titles and navigation are known from here on."""
        if self._preview:
            env.bytecode_cache = self._templates
        self.build.weave(env, config, files)
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """List our pages in the sitemap."""
        del config
        if template_name == "sitemap.xml":
            self.build.extend_sitemap(context)
        return context

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Count the pages, then index the site."""
        self.build.finish(config)
        if self._preview and isinstance(self.build, ServedBuild) and self.build.rest:
            self._preview.open(self.build.rest)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing half done behind a build that has failed."""
        del error
        if self._preview:
            self._preview.give_up()

    def on_shutdown(self) -> None:
        """End what has been going on beside the builds."""
        if self._kept.search:
            self._kept.search.end()
