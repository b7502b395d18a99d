"""The claims of a MkDocs project: read, compiled, and made ready to be pages."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from claimbook import clock
from claimbook.card_shelf import with_possible_cards
from claimbook.compile import Compilation
from claimbook.data import digest
from claimbook.diagnostics import Diagnostic
from claimbook.exports.address import address_missing
from claimbook.fragment import UrlStyle
from claimbook.hosting import Progress, silent
from claimbook.page_memory import SiteMemory
from claimbook.settings import Publication, Settings
from claimbook.shelf import memory_for, package_state
from claimbook.site import Site
from claimbook.wording import wording_of
from claimbook.workspace import Workspace, compile_workspace, load
from mkdocs_claimbook.icons import ThemeIcons
from mkdocs_claimbook.kept import Kept


@dataclass(frozen=True, slots=True)
class Project:
    """What one build works on; made anew for every build."""

    workspace: Workspace
    settings: Settings
    compilation: Compilation
    style: UrlStyle
    site: Site
    memory: SiteMemory
    found: tuple[Diagnostic, ...] = ()

    def has_list(self, location: str) -> bool:
        """Whether a list will stand at a place; as few lists are made for the answer as will do."""
        return self.site.list_page(location) is not None


def read_project(config: MkDocsConfig, kept: Kept, progress: Progress = silent) -> Project:
    """Read and compile the claims beside `mkdocs.yml`; ``kept`` is of the build before."""
    workspace = load(root_of(config))
    today = _today()
    possible = with_possible_cards(_settled(workspace.settings, config), workspace.root)
    settings = possible.value or workspace.settings
    with progress("Reading", len(workspace.files)) as step:
        compilation = compile_workspace(workspace, today, progress=step, recent=kept.recent)
    style = UrlStyle(config.use_directory_urls)
    own = (config.theme.custom_dir,) if config.theme.custom_dir else ()
    wording = wording_of(settings.publication.language)
    kept.renderer(own, ThemeIcons(tuple(config.theme.dirs)), wording)
    site = kept.site(compilation, settings, style, today)
    shelf = memory_for(len(workspace.files), workspace.root)
    memory = SiteMemory(shelf, site, compilation, _manner(own))
    found = (*possible.diagnostics, *address_missing(settings, workspace.root.resolve().name))
    return Project(workspace, settings, compilation, style, site, memory, found)


def _manner(folders: Iterable[str]) -> bytes:
    """A digest of this package, and of an owner's templates with all that lies beside them."""
    found = sorted(path for folder in folders for path in Path(folder).rglob("*"))
    told = [(str(path), digest(path.read_bytes())) for path in found if path.is_file()]
    ours = package_state(Path(__file__).parent)
    return digest(f"{ours}{told!r}".encode("utf-8", "surrogatepass"))


def _today() -> date:
    try:
        return clock.today()
    except ValueError as error:
        raise PluginError(str(error)) from error


def root_of(config: MkDocsConfig) -> Path:
    """The project's folder: where `mkdocs.yml` lies."""
    return Path(config.config_file_path).resolve().parent


def _settled(settings: Settings, config: MkDocsConfig) -> Settings:
    """What `claimbook.toml` leaves open is taken from `mkdocs.yml`."""
    given, default = settings.publication, Publication()
    url = config.site_url or ""
    return replace(
        settings,
        publication=replace(
            given,
            url=given.url or (url if not url or url.endswith("/") else f"{url}/"),
            name=config.site_name if given.name == default.name else given.name,
            description=given.description or config.site_description or "",
            repository=given.repository or config.repo_url or "",
        ),
    )
