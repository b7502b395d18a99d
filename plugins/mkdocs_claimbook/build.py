"""One build of the site, from reading the claims to the finished folder."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from claimbook.diagnostics import Diagnostic
from claimbook.format import counted
from claimbook.fragment import Fragment
from claimbook.hosting import Progress
from claimbook.policy.headers import Hosted, header_files
from claimbook.policy.telling import diagnostics as blocked
from claimbook.publish import mark
from claimbook.search.whole import index_site
from claimbook.steady import steady
from claimbook.tree import Stamps, Tree
from mkdocs_claimbook.card_weaving import put_cards
from mkdocs_claimbook.diagnostics_log import (
    log_compilation,
    log_diagnostics,
    warn_of_slow_pages,
)
from mkdocs_claimbook.embeds import embedded
from mkdocs_claimbook.field_pages import reference_pages
from mkdocs_claimbook.filling import Addresses, fill, in_brackets, name_page
from mkdocs_claimbook.guests import Guests
from mkdocs_claimbook.hosted import anchors_of
from mkdocs_claimbook.kept import Kept
from mkdocs_claimbook.lean import lean_of
from mkdocs_claimbook.links import ClaimLinks, Origin, page_location
from mkdocs_claimbook.options import Options
from mkdocs_claimbook.pages import Rooms, add_files
from mkdocs_claimbook.policies import warn_of_missing_policies
from mkdocs_claimbook.policing import Police, pages_in, police_folder
from mkdocs_claimbook.project import Project, read_project, root_of
from mkdocs_claimbook.rendering import References, Theme
from mkdocs_claimbook.shells import Shells
from mkdocs_claimbook.sitemap import all_entries, compress_sitemap, divide_sitemap
from mkdocs_claimbook.targets import targets_of
from mkdocs_claimbook.theme import (
    add_theme,
    follow_language,
    pages_for_readers,
    template_folders,
)
from mkdocs_claimbook.trimming import trim_theme
from mkdocs_claimbook.weaving import Loom, Step, Written, refuse_missing

log = get_plugin_logger("claimbook")
_KIND = 'data-pagefind-filter="kind:page" data-pagefind-meta="kind:page"'


@dataclass(frozen=True, slots=True)
class Given:
    """What a build is given by whoever began it."""

    progress: Progress
    tree: Tree | None
    is_serving: bool
    kept: Kept


@dataclass(slots=True)
class Build:
    """What one build knows so far; the next build begins with a new one."""

    project: Project
    plugin: "BasePlugin[Options]"
    links: ClaimLinks
    given: Given
    rooms: Rooms = field(default_factory=Rooms)
    nav: Navigation | None = None
    written: Written = field(default_factory=Written)
    police: Police | None = None
    # Those of hand-written pages.
    templates: set[str] = field(default_factory=set)
    # What was found besides the claims: programs and libraries that are missing.
    found: list[Diagnostic] = field(default_factory=list)

    @classmethod
    def begun(
        cls,
        config: MkDocsConfig,
        plugin: "BasePlugin[Options]",
        given: Given,
    ) -> "Build":
        """Read the project, say what is wrong in it, and prepare theme and Markdown."""
        add_theme(config, has_search=plugin.config.search)
        project = read_project(config, given.kept, given.progress)
        follow_language(config, project.site.renderer.wording.language)
        log_compilation(project.compilation)
        links = ClaimLinks(targets_of(project, config))
        # Else each cell of a table has a style of its own, which the policy of a page forbids.
        config.mdx_configs.setdefault("tables", {}).setdefault("use_align_attribute", True)
        config.markdown_extensions.append(links)  # type: ignore[arg-type]
        begun = cls(project, plugin, links, given)
        begun._say(project.found)
        return begun

    def watch(self, server: LiveReloadServer, config: MkDocsConfig) -> None:
        """Watch what the claim pages are made of."""
        root, settings = root_of(config), self.project.workspace.settings
        folders = [root / settings.claims_dir, root / "claimbook.toml", *template_folders(config)]
        for path in folders:
            if path.exists():
                server.watch(str(path))

    def add_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add lists, styles and pages of codes to MkDocs's files."""
        files, self.rooms = add_files(files, config, self.project, self.plugin.config)
        warn_of_missing_policies(self.project, self.rooms)
        return files

    def begin_page(self, page: Page, markdown: str) -> None:
        """A hand-written page is about to be read."""
        self.links.begin(Origin(page.file.src_uri, page.file.content_string or markdown))
        if template := page.meta.get("template"):
            self.templates.add(str(template))

    def page_content(self, html: str, page: Page) -> str:
        """A hand-written page with its embeds, marked for the search unless it asks not to be."""
        if page.file.generated_by and self.rooms.is_list(page.file.src_uri):
            return html
        # A heading may mention a claim, and with it a title that strangers have written.
        if page.title:
            page.title = in_brackets(page.title)
        html = embedded(html, self.project.site, self.links)
        is_hidden = (page.meta.get("search") or {}).get("exclude")
        return html if is_hidden else f"<div data-pagefind-body {_KIND}>{html}</div>"

    def page_output(self, html: str, page: Page) -> str:
        """A finished page; in the head of a hand-written one stand links to feeds."""
        if "claimbook" in page.meta:
            return html
        links = self.project.site.page_links(page_location(page.file.src_uri))
        return html.replace("</head>", f"{links}</head>", 1) if links else html

    @property
    def stamps(self) -> Stamps:
        """Everything that was put into the tree."""
        return self.written.stamps

    @property
    def page_count(self) -> int:
        """How many pages were woven; MkDocs has written the others."""
        files = map(self.project.style.file, (*self.written.claims, *self.written.lists))
        return sum(path in self.written.stamps for path in files)

    @property
    def search_language(self) -> str:
        """The language in which the site is indexed."""
        return self.project.settings.publication.language

    def weave(self, env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
        """Weave and write all pages; fill in those that MkDocs itself will write."""
        began = time.perf_counter()
        loom, codes = self.loom(env, config, files), self._codes()
        with steady(), self.given.progress("Weaving", self._page_count()) as step:
            awaited = loom.keep_hosted(self.project.site, self.project.memory, step)
            loom.keep(codes)
            name(awaited, files)
            fill_in(loom, config, files)
            self._weave(loom, codes, step)
            fill_in(loom, config, files)
        self._draw_cards(root_of(config), loom)
        self.written = loom.written
        pages, seconds = len(self.written.pages), time.perf_counter() - began
        log.info("%d pages woven in %.2f seconds", pages, seconds)

    def loom(self, env: jinja2.Environment, config: MkDocsConfig, files: Files) -> Loom:
        """A loom for the theme, which from now on knows what our templates ask for."""
        style = self.project.style
        env.globals["say"] = self.project.site.renderer.wording
        env.globals["claimbook_pages"] = pages_for_readers(style, files)
        guests = Guests(config, self.plugin)
        lean = lean_of(env, config)
        if lean:
            lean.put(files, config)
        theme = Theme(config, self.nav or Navigation([], []), files, env, lean)
        tree = self.given.tree or Tree(Path(config.site_dir))
        self.police = self._police(theme, guests)
        return Loom(Shells(theme, guests, self.police), guests, tree, style, self.rooms)

    def _police(self, theme: Theme, guests: Guests) -> Police:
        settings = self.project.settings
        needs_assembly = self.plugin.config.search or settings.exports.builder
        references = References(theme, guests)
        return Police(settings.security, references, needs_assembly, frozenset(self.templates))

    def _codes(self) -> tuple[Fragment, ...]:
        options = self.plugin.config
        if not options.code_pages:
            return ()
        return tuple(reference_pages(options.code_folder, self.project.style))

    def _weave(self, loom: Loom, codes: Iterable[Fragment], step: Step) -> None:
        site, memory = self.project.site, self.project.memory
        loom.weave_all(site, memory, step)
        loom.weave(codes)
        self._refuse_blocked()
        memory.save([*loom.written.claims, *loom.written.lists])
        warn_of_slow_pages(loom.shells.slow)
        if self.given.is_serving:
            loom.weave_problems(self.project)

    def _page_count(self) -> int:
        # How many lists there are shows when they are made.
        return len(self.project.site.corpus.claims) + len(self.project.memory.places() or ())

    def _draw_cards(self, root: Path, loom: Loom) -> None:
        site = self.project.site
        if site.settings.has_cards:
            with self.given.progress("Drawing cards", len(site.corpus.claims)) as step:
                stamps, placed = put_cards(site, self.project.memory, loom.tree, root, step)
            loom.written.stamps.update(stamps)
            log.info("%d cards placed, %d of them drawn", placed.placed, placed.drawn)

    def extend_sitemap(self, context: TemplateContext) -> None:
        """List all pages, MkDocs's and ours."""
        context["pages"] = list(all_entries(context, self.written.pages))  # type: ignore[arg-type]

    def finish(self, config: MkDocsConfig) -> None:
        """Count what stands in the site, then index it."""
        site_dir = Path(config.site_dir)
        if self.police:
            police_folder(self.police, config, self.written.stamps)
            self._refuse_blocked()
            self._put_headers(site_dir, self.police)
        # What `mkdocs build` has made, `claimbook build` may replace.
        mark(site_dir)
        claims = len(self.project.compilation.corpus.claims)
        refuse_missing(claims, self.written, self.given.tree or Tree(site_dir), self.project.style)
        divide_sitemap(config)
        compress_sitemap(site_dir)
        log.info("%d KB of the theme left out, which no page uses", trim_theme(config) // 1000)
        # In a tree, search is put together when all of it is there.
        if self.plugin.config.search and self.given.tree is None:
            self._say(index_site(site_dir, self.search_language).diagnostics)

    def _put_headers(self, site_dir: Path, police: Police) -> None:
        """Put what hosts are to send beside the pages; what the owner has written comes first."""
        settings, tree = self.project.settings, self.given.tree or Tree(site_dir)
        ours = {each for each in self.written.stamps if each.endswith(".html")}
        root = urlsplit(settings.publication.url).path or "/"
        hosted = Hosted(root, pages_in(site_dir) | ours, settings.exports.api)
        policy = police.whole if settings.security.enforced else None
        for path, content in header_files(hosted, policy):
            if not (site_dir / path).exists():
                self.written.stamps[path] = tree.put(path, content)

    def _refuse_blocked(self) -> None:
        """Stop the build where pages need what their policies do not allow."""
        refused = self.police.take().refused if self.police else []
        if refused:
            self._say(blocked(refused))
            pages = counted(len({each.path for each in refused}), "page")
            raise PluginError(f"{pages} would not work under the site's Content-Security-Policy")

    def _say(self, diagnostics: Iterable[Diagnostic]) -> None:
        found = tuple(diagnostics)
        self.found.extend(found)
        log_diagnostics(found)


def name(titles: Mapping[str, str], files: Files) -> None:
    """Give pages that will be filled in later their titles, which others show."""
    for location, title in titles.items():
        file = files.get_file_from_path(f"{location}.md")
        if file is not None and file.page is not None:
            name_page(file.page, title)


def fill_in(loom: Loom, config: MkDocsConfig, files: Files) -> None:
    """Give MkDocs the content of those pages of ours that it writes itself."""
    addresses = Addresses(config)
    for location, fragment in loom.kept.items():
        file = files.get_file_from_path(f"{location}.md")
        if file is not None and file.page is not None:
            fill(file.page, fragment, addresses.values(fragment))
            file.page.present_anchor_ids = anchors_of(fragment)
