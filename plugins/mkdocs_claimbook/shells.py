"""Theme pages as shells: rendered once for each shape of page, then cut at their markers."""

from dataclasses import replace
from pathlib import PurePosixPath

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from claimbook.boundaries.hypertext import without_brackets
from claimbook.data import Fixed, digest
from claimbook.fragment import Fragment, Layout, UrlStyle
from claimbook.weave import Shell, Values, cut, described, markers, woven
from mkdocs_claimbook.filling import Addresses, fill
from mkdocs_claimbook.guests import Guests
from mkdocs_claimbook.policing import Police
from mkdocs_claimbook.rendering import Theme, rendered
from mkdocs_claimbook.theme import pruned

# Two renderings that differ in nothing but their markers, even in these markers' lengths.
_SALTS = ("claimbook-marker", "another-claimbook-marker")
_INDEX = "index"
_DEFAULT_HUB = "claims/index.md"


class ShellKey(Fixed):
    """Pages with equal keys differ only in their values.

    ``folder`` is as much of the page's folder as decides about links, or all of it where the
    theme shows it.
    """

    layout: Layout
    depth: int
    folder: str
    parent: str
    is_index: bool
    toc: tuple[tuple[str, str], ...]
    has_title: bool
    has_edit: bool
    has_address: bool


class Shells:
    """Weaves fragments into a theme's pages; a shell is rendered when it is first needed.

    Page hooks of other plugins see the shell, never the pages woven into it: what they change in
    a page because of its title, file or content they cannot change in a claim's page. ``slow``
    are locations for whose pages there is no shell, because the theme does more to a title or
    content than to show it.
    """

    def __init__(self, theme: Theme, guests: Guests, police: Police) -> None:
        self.theme = theme
        self.police = police
        self._guests = guests
        self._pages = {page.file.src_uri: page for page in theme.nav.pages}
        self._folders = frozenset(
            parent.as_posix() for uri in self._pages for parent in PurePosixPath(uri).parents
        )
        self._addresses = Addresses(theme.config)
        self._style = UrlStyle(theme.config.use_directory_urls)
        self._shells: dict[ShellKey, Shell | None] = {}
        self._digests: dict[ShellKey, bytes] = {}
        self._shows_folders = False
        self.slow: list[str] = []

    def page(self, fragment: Fragment) -> bytes:
        """The whole page of a fragment."""
        shell = self._known(fragment, self._key(fragment))
        if shell is None:
            return self.page_by_theme(fragment).encode("utf-8", "xmlcharrefreplace")
        return woven(shell, self._addresses.values(fragment))

    def digest(self, fragment: Fragment) -> bytes:
        """A digest of what a fragment is woven into, of which only the outline is needed.

        That is its shell and what decides about addresses; empty where there is no shell.
        """
        key = self._key(fragment)
        if key not in self._digests:
            shell = self._known(fragment, key)
            told = f"{shell!r} {self._addresses.manner}".encode("utf-8", "surrogatepass")
            self._digests[key] = b"" if shell is None else digest(told)
        return self._digests[key]

    def _known(self, fragment: Fragment, key: ShellKey) -> Shell | None:
        if key not in self._shells:
            shell = self._shell(fragment)
            if shell is None and not self._shows_folders:
                self._shows_folders = True
                return self._known(fragment, self._key(fragment))
            self._shells[key] = shell
            if shell is None:
                self.slow.append(fragment.location)
        return self._shells[key]

    def page_by_theme(self, fragment: Fragment) -> str:
        """The same page rendered by the theme alone, as hand-written pages are; that is slow."""
        values = self._addresses.values(fragment)
        # Themes strip tags from titles and thereby turn escaped ones into live ones.
        title = without_brackets(values.title)
        folder = fragment.location.rpartition("/")[0]
        return self._rendered(fragment, replace(values, title=title), folder)

    def _key(self, fragment: Fragment) -> ShellKey:
        folder, _, name = fragment.location.rpartition("/")
        parent = self._parent(fragment.location)
        return ShellKey(
            fragment.layout,
            fragment.location.count("/"),
            self._known_part(folder),
            parent.file.src_uri if parent else "",
            name == _INDEX,
            fragment.toc,
            fragment.has_title,
            self._addresses.has_edit(fragment),
            self._addresses.has_own(fragment),
        )

    def _shell(self, fragment: Fragment) -> Shell | None:
        first, second = (self._cut(fragment, salt) for salt in _SALTS)
        return first if first == second and first.is_whole else None

    def _cut(self, fragment: Fragment, salt: str) -> Shell:
        marked, folder = self._marked(fragment, salt), fragment.location.rpartition("/")[0]
        if not self._shows_folders:
            # Named differently each time, so that a theme that shows it is found out.
            known = self._known_part(folder)
            rest = folder.removeprefix(known).count("/") + (not known and bool(folder))
            folder = "/".join([*([known] if known else []), *[f"{salt}-folder"] * rest])
        return cut(self._rendered(fragment, marked, folder), marked)

    def _known_part(self, folder: str) -> str:
        """The folders of a page that pages of the navigation stand in: links begin there."""
        if self._shows_folders:
            return folder
        while folder and folder not in self._folders:
            folder = folder.rpartition("/")[0]
        return folder

    def _marked(self, fragment: Fragment, salt: str) -> Values:
        real = self._addresses.values(fragment)
        marked = markers(salt)
        return replace(
            marked,
            name="" if real.name == _INDEX else marked.name,
            canonical=marked.canonical if real.canonical else "",
            edit=marked.edit if real.edit else "",
        )

    def _rendered(self, fragment: Fragment, values: Values, folder: str) -> str:
        theme, page = self.theme, self._page(fragment, values, folder)
        page.active = True
        try:
            with pruned(theme.config):
                html = rendered(theme, self._guests, page, is_woven=True)
        finally:
            page.active = False
        path = self._style.file(fragment.location)
        return self.police.woven(described(html, values.description), path)

    def _page(self, fragment: Fragment, values: Values, folder: str) -> Page:
        config = self.theme.config
        file = File.generated(
            config, f"{folder}/{values.name or _INDEX}.md".lstrip("/"), content=""
        )
        page = Page(None, file, config)
        fill(page, fragment, values)
        page.parent = self._parent(fragment.location)  # type: ignore[assignment]
        page.canonical_url = values.canonical or None
        page.edit_url = values.edit or None
        page.update_date = ""
        return page

    def _parent(self, location: str) -> Page | None:
        """The page of the navigation under which a page belongs: the index of its folder."""
        folders = location.split("/")[:-1]
        above = ["/".join(folders[:end]) for end in range(len(folders), 0, -1)]
        hubs = [uri for folder in above for uri in (f"{folder}/index.md", f"{folder}.md")]
        known = (self._pages.get(uri) for uri in (*hubs, _DEFAULT_HUB) if uri != f"{location}.md")
        return next((page for page in known if page is not None), None)
