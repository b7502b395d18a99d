"""All fragments of a build to files, counted."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.exceptions import PluginError

from claimbook.fragment import Fragment, Layout, UrlStyle
from claimbook.writing import write_file
from mkdocs_claimbook.guests import Guests
from mkdocs_claimbook.pages import Rooms
from mkdocs_claimbook.project import Project
from mkdocs_claimbook.shells import Shells


@dataclass(slots=True)
class Written:
    """What has been written: locations with the date of their last change, claims apart."""

    claims: dict[str, str | None] = field(default_factory=dict)
    lists: dict[str, str | None] = field(default_factory=dict)
    forwarding: set[str] = field(default_factory=set)

    def add(self, fragment: Fragment) -> None:
        """Remember a fragment; two at one location are a mistake of ours or of another plugin."""
        if fragment.location in self.claims or fragment.location in self.lists:
            raise PluginError(f"two pages want the same place: `{fragment.location}`")
        room = self.claims if fragment.layout is Layout.CLAIM else self.lists
        room[fragment.location] = fragment.updated
        if fragment.is_forwarding:
            self.forwarding.add(fragment.location)

    @property
    def pages(self) -> dict[str, str | None]:
        """All pages that are no mere ways to another."""
        pages = self.claims | self.lists
        return {at: date for at, date in pages.items() if at not in self.forwarding}


@dataclass(slots=True)
class Loom:
    """Weaves fragments into the site folder.

    Hand-written pages win over lists; ``kept`` collects the fragments that MkDocs itself makes
    pages of, because they stand in its navigation.
    """

    shells: Shells
    guests: Guests
    site_dir: Path
    style: UrlStyle
    rooms: Rooms
    written: Written = field(default_factory=Written)
    kept: dict[str, Fragment] = field(default_factory=dict)

    def weave(
        self, fragments: Iterable[Fragment], step: Callable[[str], None] = lambda _: None
    ) -> None:
        """Write every fragment, or keep it for MkDocs; ``step`` is told each location."""
        for each in fragments:
            step(each.location)
            if each.location in self.rooms.taken and each.layout is Layout.LIST:
                continue
            fragment = self.guests.changed(each)
            self.written.add(fragment)
            if fragment.location in self.rooms.in_nav:
                self.kept[fragment.location] = fragment
            else:
                self._write(fragment)

    def weave_problems(self, project: Project) -> None:
        """Show the diagnostics of claims with errors where their pages would stand."""
        for name, path in project.compilation.refused.items():
            about = [each for each in project.compilation.diagnostics if each.span.path == path]
            self._write(project.site.problem_fragment(name, about))

    def export(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Write data that pages load; an owner's file of the same name is copied over it later."""
        for name, content in files:
            write_file(self.site_dir / name, content)

    def _write(self, fragment: Fragment) -> None:
        path = self.site_dir / self.style.file(fragment.location)
        page = self.shells.page(fragment)
        write_file(path, page.encode("utf-8", "xmlcharrefreplace"))


def refuse_missing(expected: int, written: Written, site_dir: Path, style: UrlStyle) -> None:
    """Stop the build unless every claim that should be published has its page on disk."""
    found = sum((site_dir / style.file(location)).is_file() for location in written.claims)
    if found != expected:
        raise PluginError(
            f"{expected} claims were to be published, but {found} pages stand in the site; "
            "nothing may be lost on the way, so this site is not finished"
        )
