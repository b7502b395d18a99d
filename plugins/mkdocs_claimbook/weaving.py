"""All fragments of a build to files, counted."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs.exceptions import PluginError

from claimbook.crew import batches
from claimbook.fragment import Fragment, Layout, UrlStyle
from claimbook.processes import crew_for
from claimbook.site import Site
from claimbook.tree import Stamp, Tree
from mkdocs_claimbook.guests import Guests
from mkdocs_claimbook.pages import Rooms
from mkdocs_claimbook.project import Project
from mkdocs_claimbook.shells import Shells


class Woven(NamedTuple):
    """A page that was woven: what the rest of the build has to know of it."""

    location: str
    is_claim: bool
    updated: str | None
    is_forwarding: bool
    path: str
    stamp: Stamp


@dataclass(slots=True)
class Written:
    """What has been written: locations with the date of their last change, claims apart.

    ``stamps`` are those of all files, pages and others.
    """

    claims: dict[str, str | None] = field(default_factory=dict)
    lists: dict[str, str | None] = field(default_factory=dict)
    forwarding: set[str] = field(default_factory=set)
    stamps: dict[str, Stamp] = field(default_factory=dict)

    def add(self, page: Woven) -> None:
        """Remember a page."""
        self.stamps[page.path] = page.stamp
        self.note(page.location, page.updated, is_claim=page.is_claim)
        if page.is_forwarding:
            self.forwarding.add(page.location)

    def note(self, location: str, updated: str | None, *, is_claim: bool) -> None:
        """Remember a place; two pages at one are a mistake of ours or of another plugin."""
        if location in self.claims or location in self.lists:
            raise PluginError(f"two pages want the same place: `{location}`")
        (self.claims if is_claim else self.lists)[location] = updated

    @property
    def pages(self) -> dict[str, str | None]:
        """All pages that are no mere ways to another."""
        pages = self.claims | self.lists
        return {at: date for at, date in pages.items() if at not in self.forwarding}


@dataclass(slots=True)
class Loom:
    """Weaves fragments into a tree.

    Hand-written pages win over lists; ``kept`` collects the fragments that MkDocs itself makes
    pages of, because they stand in its navigation.
    """

    shells: Shells
    guests: Guests
    tree: Tree
    style: UrlStyle
    rooms: Rooms
    written: Written = field(default_factory=Written)
    kept: dict[str, Fragment] = field(default_factory=dict)

    def weave_site(self, site: Site, step: Callable[[str], None]) -> None:
        """Weave every page of a site, by several processes where it is large."""
        # What other plugins do with a fragment, they may want to remember here.
        crew = crew_for(0 if self.guests.are_listening else site.page_count)
        places = site.other_places
        lists: list[str | int] = [place for place, at in enumerate(places) if self._is_ours(at)]
        claims: list[str | int] = [*site.corpus.claims]
        shares = [*batches(claims, crew), *batches(lists, crew)]

        def woven(share: Sequence[str | int]) -> list[Woven]:
            return [*map(self._woven, site.some_fragments(share))]

        for pages in crew.map(woven, shares):
            for each in pages:
                step(each.location)
                self.written.add(each)
        rest = [place for place, at in enumerate(places) if not self._is_ours(at)]
        self.weave(site.some_fragments(rest), step)

    def _is_ours(self, location: str) -> bool:
        return location not in self.rooms.taken and location not in self.rooms.in_nav

    def weave(
        self, fragments: Iterable[Fragment], step: Callable[[str], None] = lambda _: None
    ) -> None:
        """Write every fragment, or keep it for MkDocs; ``step`` is told each location."""
        for each in fragments:
            step(each.location)
            if each.location in self.rooms.taken and each.layout is Layout.LIST:
                continue
            if each.location in self.rooms.in_nav:
                fragment = self.guests.changed(each)
                self.written.note(fragment.location, fragment.updated, is_claim=False)
                self.kept[fragment.location] = fragment
            else:
                self.written.add(self._woven(each))

    def weave_problems(self, project: Project) -> None:
        """Show the diagnostics of claims with errors where their pages would stand."""
        for name, path in project.compilation.refused.items():
            about = [each for each in project.compilation.diagnostics if each.span.path == path]
            self._woven(project.site.problem_fragment(name, about))

    def put(self, path: str, content: bytes) -> None:
        """Put a file that is no page into the tree."""
        self.written.stamps[path] = self.tree.put(path, content)

    def export(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Write data that pages load; an owner's file of the same name is copied over it later."""
        for name, content in files:
            self.put(name, content)

    def _woven(self, given: Fragment) -> Woven:
        fragment = self.guests.changed(given)
        path = self.style.file(fragment.location)
        page = self.shells.page(fragment).encode("utf-8", "xmlcharrefreplace")
        return Woven(
            fragment.location,
            fragment.layout is Layout.CLAIM,
            fragment.updated,
            fragment.is_forwarding,
            path,
            self.tree.put(path, page),
        )


def refuse_missing(expected: int, written: Written, tree: Tree, style: UrlStyle) -> None:
    """Stop the build unless every claim that should be published has its page on disk."""
    found = sum((tree.folder / style.file(location)).is_file() for location in written.claims)
    if found != expected:
        raise PluginError(
            f"{expected} claims were to be published, but {found} pages stand in the site; "
            "nothing may be lost on the way, so this site is not finished"
        )
