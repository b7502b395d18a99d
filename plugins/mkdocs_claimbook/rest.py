"""What a build for the preview has left to be made, file by file."""

import posixpath
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from claimbook.card_shelf import place_cards
from claimbook.cards.face import CardFace
from claimbook.drawn import Drawn
from claimbook.fragment import Fragment
from claimbook.site import Site
from claimbook.views.claim import last_change
from claimbook.views.links import claim_location
from mkdocs_claimbook.diagnostics_log import warn_of_slow_pages
from mkdocs_claimbook.field_pages import reference_locations, reference_pages
from mkdocs_claimbook.hosted import HostedPages
from mkdocs_claimbook.options import Options
from mkdocs_claimbook.project import Project
from mkdocs_claimbook.served_search import ServedSearch
from mkdocs_claimbook.sitemap import SITEMAPS, LateSitemap
from mkdocs_claimbook.weaving import Loom, problem_page


@dataclass(slots=True)
class Rest:
    """Pages of claims and lists, data, cards and the sitemap: each is made when it is asked for.

    ``root`` is the project's folder; ``search`` has the index.
    """

    project: Project
    loom: Loom
    root: Path
    options: Options
    search: ServedSearch | None
    sitemap: LateSitemap | None = None
    hosted: HostedPages = field(init=False)
    _code_locations: frozenset[str] = field(init=False)
    _codes: Iterable[Fragment] = field(init=False)
    _exports: Iterable[tuple[str, bytes]] = field(init=False)
    _downloads: Iterable[tuple[str, bytes]] = field(init=False)
    _cards: Iterable[tuple[str, CardFace]] = field(init=False)

    def __post_init__(self) -> None:
        site = self.project.site
        folder = self.options.code_folder
        self._code_locations = frozenset(reference_locations(folder)) & self.loom.rooms.lists
        self._codes = Drawn(reference_pages(folder, self.project.style))
        # No catalogue is made before one of them is wanted.
        self._exports, self._downloads = Drawn(site.exports()), Drawn(site.downloads())
        self._cards = Drawn(_faces(site))
        self.hosted = HostedPages(self.loom.shells.theme, self._listed)

    def in_nav(self) -> Iterator[Fragment]:
        """The lists that are pages of MkDocs."""
        found = (self._listed(location) for location in sorted(self.loom.rooms.in_nav))
        return (each for each in found if each)

    def name_hosted(self, known: dict[str, str]) -> None:
        """Give these lists their titles and make no more of them.

        ``known`` has titles that stay the same, and is given those that are missing.
        """
        hubs = frozenset(self.project.site.hubs())
        for location in sorted(self.loom.rooms.in_nav):
            title = known.get(location) or self._title(location)
            self.hosted.name(location, title)
            if location in hubs:
                known[location] = title

    def _title(self, location: str) -> str:
        page = self.project.site.list_page(location) or self._listed(location)
        return page.title if page else ""

    def put(self, path: str) -> bool:
        """Make what is served at a path below the site, where that is something of ours."""
        name = posixpath.normpath(f"/{path}").strip("/")
        page = f"{name}/index.html".lstrip("/")
        names = (page,) if path.endswith("/") or not name else (name, page)
        return any(self._is_there(each) or self._has_made(each) for each in names)

    def _is_there(self, path: str) -> bool:
        # Somebody else has asked for it at the same time.
        return (self.loom.tree.folder / path).is_file()

    def _has_made(self, path: str) -> bool:
        return self._has_page(path) if path.endswith(".html") else self._has_file(path)

    def _has_page(self, path: str) -> bool:
        rooms, slow = self.loom.rooms, self.loom.shells.slow
        places = self.project.style.locations(path)
        for location in rooms.in_nav.intersection(places):
            return self._has_hosted(location, path)
        fragment = None if rooms.taken.intersection(places) else self._fragment(places)
        if fragment:
            known = len(slow)
            self.loom.weave_one(fragment)
            warn_of_slow_pages(slow[known:])
        found = fragment is not None or self._has_beside(path)
        return found or self._has_one_of(self._exports, path)

    def _has_hosted(self, location: str, path: str) -> bool:
        html = self.hosted.html(location)
        if html is not None:
            html = self.loom.shells.police.hosted(html, path)
            self.loom.put(path, html.encode("utf-8", "xmlcharrefreplace"))
        return html is not None

    def _fragment(self, places: Collection[str]) -> Fragment | None:
        refused = self.project.compilation.refused
        for name in {each.rpartition("/")[2] for each in places}:
            if name in refused and claim_location(name) in places:
                return problem_page(self.project, name)
        return self._listed(*places)

    def _listed(self, *places: str) -> Fragment | None:
        if self._code_locations.isdisjoint(places):
            return self.project.site.fragment_at(*places)
        return next((each for each in self._codes if each.location in places), None)

    def _has_file(self, path: str) -> bool:
        if path in SITEMAPS and self.sitemap:
            self.loom.put(path, self.sitemap.content(path, self._pages()))
            return True
        found = self._has_beside(path) or self._has_export(path) or self._has_card(path)
        return found or self._has_index(path)

    def _has_index(self, path: str) -> bool:
        content = self.search.content(path) if self.search else None
        if content is not None:
            self.loom.put(path, content)
        return content is not None

    def _has_export(self, path: str) -> bool:
        return self._has_one_of(chain(self._exports, self._downloads), path)

    def _has_one_of(self, files: Iterable[tuple[str, bytes]], path: str) -> bool:
        for name, content in files:
            if name == path:
                self.loom.put(path, content)
                return True
        return False

    def _has_beside(self, path: str) -> bool:
        content = self.project.site.file_beside(path)
        if content is not None:
            self.loom.put(path, content)
        return content is not None

    def _has_card(self, path: str) -> bool:
        wanted = [each for each in self._cards if each[0] == path]
        return place_cards(wanted, self.loom.put, self.root).placed > 0

    def _pages(self) -> dict[str, str | None]:
        """Where all pages of ours stand, with the date of their last change."""
        claims = self.project.site.corpus.claims
        lists = [*self.project.site.list_places(), *self.loom.rooms.lists]
        dates = {claim_location(name): last_change(each.record) for name, each in claims.items()}
        return {**{at: None for at in lists if at not in self.loom.rooms.taken}, **dates}


def _faces(site: Site) -> Iterator[tuple[str, CardFace]]:
    yield from site.card_faces()
