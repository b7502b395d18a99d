"""A build for the preview: only what MkDocs itself has to write is made at once."""

from dataclasses import dataclass
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.utils.templates import TemplateContext

from claimbook.format import counted
from claimbook.policy.telling import diagnostics as blocked
from mkdocs_claimbook.build import Build, fill_in
from mkdocs_claimbook.diagnostics_log import log_diagnostics
from mkdocs_claimbook.policing import police_folder
from mkdocs_claimbook.project import root_of
from mkdocs_claimbook.rest import Rest
from mkdocs_claimbook.sitemap import LateSitemap, remove_sitemap
from mkdocs_claimbook.trimming import trim_theme
from mkdocs_claimbook.watching import watch_closely

log = get_plugin_logger("claimbook")


@dataclass(slots=True)
class ServedBuild(Build):
    """Leaves the pages of claims and lists to be woven when somebody asks for them.

    ``rest`` makes them; there is none before the theme is known.
    """

    rest: Rest | None = None

    def watch(self, server: LiveReloadServer, config: MkDocsConfig) -> None:
        """Watch what the claim pages are made of; have the search made meanwhile."""
        watch_closely(server)
        Build.watch(self, server, config)
        if self.given.kept.search and self.plugin.config.search:
            self.given.kept.search.begin(config, len(self.project.site.corpus.claims))

    def weave(self, env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
        """Fill in the pages of ours that MkDocs itself will write."""
        loom = self.loom(env, config, files)
        search, options = self.given.kept.search, self.plugin.config
        self.rest = Rest(self.project, loom, root_of(config), options, search)
        if loom.guests.are_listening:
            # They may want other titles.
            loom.keep(self.rest.in_nav())
            fill_in(loom, config, files)
        else:
            self.rest.name_hosted(self.given.kept.titles)
        claims = counted(len(self.project.site.corpus.claims), "claim")
        log.info("%s and all lists are woven into pages when these are asked for", claims)

    def extend_sitemap(self, context: TemplateContext) -> None:
        """Leave the sitemap for later: all lists would have to be made for it."""
        if self.rest:
            env = self.rest.loom.shells.theme.env
            self.rest.sitemap = LateSitemap(TemplateContext(**context), env)
        context["pages"] = []

    def finish(self, config: MkDocsConfig) -> None:
        """Take away what has been left for later."""
        if self.rest:
            self.rest.hosted.give_back()
        if self.police:
            police_folder(self.police, config, ())
            # A preview shows what is blocked, and goes on.
            log_diagnostics(blocked(self.police.take().refused))
        trim_theme(config)
        remove_sitemap(Path(config.site_dir))
