"""Our pages among MkDocs's files: which stand where, and who gives way to whom."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from claimbook.builder.publishing import builder_site_files
from claimbook.views.links import claim_location
from mkdocs_claimbook.field_pages import reference_locations
from mkdocs_claimbook.links import page_location
from mkdocs_claimbook.options import Options
from mkdocs_claimbook.project import Project


@dataclass(frozen=True, slots=True)
class Rooms:
    """Locations and who makes their pages.

    ``taken`` are those of hand-written pages; ``in_nav`` those of our lists that stand in the
    navigation and are therefore pages of MkDocs; ``lists`` are these and the pages of codes.
    """

    taken: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    in_nav: frozenset[str] = frozenset()

    def is_list(self, uri: str) -> bool:
        """Whether a file of MkDocs stands for one of our lists."""
        return page_location(uri) in self.lists


class WovenFile(File):
    """A page of ours as a target of links: MkDocs finds it and neither renders nor copies it."""

    def is_documentation_page(self) -> bool:
        """It is none of MkDocs's pages."""
        return False

    def is_static_page(self) -> bool:
        """Nor one that templates are told of."""
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - MkDocs's signature
        """Written when it is woven."""


def add_files(
    files: Files, config: MkDocsConfig, project: Project, options: Options
) -> tuple[Files, Rooms]:
    """Add pages of codes, styles, and lists where nothing hand-written stands in their place.

    Lists that are not in the navigation are added when somebody asks for them.
    """
    taken, codes = _taken(files, project), frozenset(_codes(options))
    hubs = frozenset(project.site.hubs())
    wanted = _wanted_in_nav(config, codes | hubs | _named_in_nav(config)) - taken
    in_nav = frozenset(at for at in wanted if at in codes or at in hubs or project.has_list(at))
    rooms = Rooms(taken, (codes - taken) | in_nav, in_nav)
    _add_all(files, config, project, rooms)

    def found(path: str) -> File | None:
        location = page_location(path)
        is_list = f"{location}.md" == path and location not in taken and project.has_list(location)
        return _list_file(location, config, project, is_page=False) if is_list else None

    return AskedFiles(files, found), rooms


class AskedFiles(Files):
    """Files of MkDocs among which more are found when somebody asks for them by their path."""

    def __init__(self, files: Files, found: Callable[[str], File | None]) -> None:
        super().__init__(files)
        self._found = cache(found)

    def get_file_from_path(self, path: str) -> File | None:
        """The file with this path."""
        return super().get_file_from_path(path) or self._found(path)


def _taken(files: Files, project: Project) -> frozenset[str]:
    taken = frozenset(page_location(file.src_uri) for file in files.documentation_pages())
    _refuse_conflicts(project, taken)
    return taken


def _codes(options: Options) -> tuple[str, ...]:
    return reference_locations(options.code_folder) if options.code_pages else ()


def _add_all(files: Files, config: MkDocsConfig, project: Project, rooms: Rooms) -> None:
    for location in sorted(rooms.lists):
        _add(files, _list_file(location, config, project, is_page=location in rooms.in_nav))
    offered = builder_site_files(project.workspace, project.site)
    for path, content in chain(project.site.artifacts().items(), offered):
        _add(files, File.generated(config, path, content=content))


def _refuse_conflicts(project: Project, taken: frozenset[str]) -> None:
    for name, claim in project.compilation.corpus.claims.items():
        location = claim_location(name)
        if location in taken:
            raise PluginError(
                f"`{location}.md` stands where the page of the claim `{claim.path}` belongs; "
                "give one of them another name"
            )


def _list_file(location: str, config: MkDocsConfig, project: Project, *, is_page: bool) -> File:
    if is_page:
        return File.generated(config, f"{location}.md", content="")
    return WovenFile(
        f"{location}.md",
        None,
        config.site_dir,
        config.use_directory_urls,
        dest_uri=project.style.file(location),
        inclusion=InclusionLevel.NOT_IN_NAV,
    )


def _add(files: Files, file: File) -> None:
    if files.get_file_from_path(file.src_uri) is None:
        files.append(file)


def _wanted_in_nav(config: MkDocsConfig, lists: frozenset[str]) -> frozenset[str]:
    """The lists that the navigation names; without one, the first page of each kind of list."""
    if config.nav is None:
        return frozenset(each for each in lists if each.endswith("/index") and each.count("/") == 1)
    return lists & _named_in_nav(config)


def _named_in_nav(config: MkDocsConfig) -> frozenset[str]:
    return frozenset(page_location(path) for path in _paths(config.nav) if path.endswith(".md"))


def _paths(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for value in nav.values():
            yield from _paths(value)
    elif isinstance(nav, list):
        for value in nav:
            yield from _paths(value)
