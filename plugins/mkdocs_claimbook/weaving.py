"""All fragments of a build to files, counted."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from os.path import isfile
from typing import NamedTuple

from mkdocs.exceptions import PluginError

from claimbook.crew import Crew
from claimbook.fragment import Fragment, Layout, UrlStyle
from claimbook.lookups import Question
from claimbook.page_memory import Past, SiteMemory, past_of
from claimbook.processes import crew_for
from claimbook.shares import REST, Kind, Piece, Share, piece, shares_of
from claimbook.site import Site
from claimbook.tree import Stamp, Tree
from mkdocs_claimbook.guests import Guests
from mkdocs_claimbook.pages import Rooms
from mkdocs_claimbook.policing import Seen
from mkdocs_claimbook.project import Project
from mkdocs_claimbook.shells import Shells

Step = Callable[[str], None]


class Woven(NamedTuple):
    """A page that was woven: what the rest of the build has to know of it.

    ``beside`` are the files that were put into the tree with it.
    """

    location: str
    is_claim: bool
    updated: str | None
    is_forwarding: bool
    path: str
    stamp: Stamp
    beside: Mapping[str, Stamp]


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
        self.stamps.update(page.beside)
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


class MadePage(NamedTuple):
    """A page that was woven anew, and what is to be remembered of it."""

    woven: Woven
    past: Past


class Made(NamedTuple):
    """What came of a share: pages, and files.

    ``hosted`` are those that MkDocs makes pages of, ``places`` where all stand that are no claims;
    ``seen`` is what concerns the policies of pages.
    """

    pages: list[MadePage]
    hosted: list[Fragment]
    places: list[str]
    files: dict[str, Stamp]
    downloads: dict[str, Stamp]
    seen: Seen


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
    _files: dict[str, Stamp] = field(default_factory=dict)
    _downloads: dict[str, Stamp] = field(default_factory=dict)
    _known_shells: dict[tuple[bytes, str, bool, bool], bytes] = field(default_factory=dict)

    def keep_hosted(self, site: Site, memory: SiteMemory, step: Step) -> dict[str, str]:
        """Keep the lists that MkDocs makes pages of: their titles stand on all other pages.

        Returns the titles of those that will be kept when all lists are made.
        """
        awaited: dict[str, str] = {}
        for location in sorted(self.rooms.in_nav):
            past = memory.other(location)
            if self.guests.are_listening:
                self._keep_anew(site.fragment_at(location), memory, step)
            elif past and past.is_whole:
                self._keep_for_host(past.fragment(), step)
            elif title := site.hub_title(location):
                awaited[location] = title
            else:
                self._keep_anew(site.fragment_at(location), memory, step)
        return awaited

    def _keep_anew(self, fragment: Fragment | None, memory: SiteMemory, step: Step) -> None:
        if fragment is not None:
            changed = self.guests.changed(fragment)
            self._keep_for_host(changed, step)
            memory.note(past_of(changed, b"", b"", (), is_whole=True))

    def weave_all(self, site: Site, memory: SiteMemory, step: Step) -> None:
        """Weave the pages of all claims, former addresses and lists, and put data beside them.

        Several processes do what cannot be used as it is, where that is much.
        """
        claims = site.corpus.claims
        names = [each for each in claims if not self._has_again(memory.claim(each), step)]
        rest = [] if self._has_rest_again(memory, step) else [*REST]
        if not self._have_again(memory.files(), self._files):
            rest.append(Share(Kind.FILES))
        # What other plugins do with a fragment, they may want to remember here.
        crew = crew_for(0 if self.guests.are_listening else len(claims if rest else names))
        are_listed = not rest
        if not self._have_again(memory.downloads(), self._downloads):
            rest.append(Share(Kind.DOWNLOADS))
        # Looked up by all, so made before there are several.
        memory.answers(())
        places: list[str] = []
        for made in self._shared(crew, site, memory, [*rest, *shares_of(names, crew)]):
            self._note_made(made, memory, step)
            places += made.places
        for location in sorted(self.rooms.in_nav - self.kept.keys()):
            self._keep_anew(site.fragment_at(location), memory, step)
        if not are_listed:
            memory.note_rest(places or memory.places() or (), _digests(self._files))
        memory.note_downloads(_digests(self._downloads))

    def _shared(
        self, crew: Crew, site: Site, memory: SiteMemory, shares: Sequence[Share]
    ) -> Iterator[Made]:
        """Pages that a crew makes, woven by it too where it knows the theme and may write here."""

        def made(found: Piece) -> Made:
            return self._made_of(found, memory)

        if crew.shares_memory:
            yield from crew.map(lambda share: made(piece(site, share)), shares)
        else:
            yield from map(made, crew.map(partial(piece, site), shares))

    def _made_of(self, found: Piece, memory: SiteMemory) -> Made:
        pages = [
            self._made(page, asked, memory.answers(asked) if asked else b"")
            for page, asked in found.pages
            if self._is_woven(page.location)
        ]
        others = [page for page, _ in found.pages if page.layout is not Layout.CLAIM]
        hosted = [
            page
            for page in others
            if page.location in self.rooms.in_nav and page.location not in self.kept
        ]
        files, downloads = self._put_all(found.files), self._put_all(found.downloads)
        places, seen = [page.location for page in others], self.shells.police.take()
        return Made(pages, hosted, places, files, downloads, seen)

    def _put_all(self, files: Iterable[tuple[str, bytes]]) -> dict[str, Stamp]:
        return {path: self._put_file(path, data) for path, data in files}

    def _put_file(self, path: str, data: bytes) -> Stamp:
        self.shells.police.look_at_file(data, path)
        return self.tree.put(path, data)

    def _note_made(self, made: Made, memory: SiteMemory, step: Step) -> None:
        for page in made.pages:
            self._note(page.woven, step)
            memory.note(page.past)
        for each in made.hosted:
            self._keep_anew(each, memory, step)
        self.shells.police.note(made.seen)
        self._files.update(made.files)
        self._downloads.update(made.downloads)
        self.written.stamps |= made.files | made.downloads

    def _has_again(self, past: Past | None, step: Step) -> bool:
        """Whether a page of an earlier build could be used as it is."""
        woven = self._again(past)
        if woven:
            self._note(woven, step)
        return woven is not None

    def _has_rest_again(self, memory: SiteMemory, step: Step) -> bool:
        """Whether all other pages could be used as they are."""
        places = memory.places()
        if places is None:
            return False
        found = [self._again(memory.other(at)) for at in places if self._is_woven(at)]
        woven = [each for each in found if each]
        for each in woven if len(woven) == len(found) else ():
            self._note(each, step)
        return len(woven) == len(found)

    def _have_again(self, known: Mapping[str, bytes] | None, taken: dict[str, Stamp]) -> bool:
        """Whether all of some files, by path and digest, could be taken as they are."""
        stamps = None if known is None else self._kept_files(known.items())
        if stamps is None:
            return False
        taken.update(stamps)
        self.written.stamps.update(stamps)
        return True

    def _kept_files(self, files: Iterable[tuple[str, bytes]]) -> dict[str, Stamp] | None:
        """What becomes of files, by path and digest; None where one is not to be had."""
        kept = {path: self.tree.keep(path, digest) for path, digest in files}
        stamps = {path: stamp for path, stamp in kept.items() if stamp}
        return stamps if len(stamps) == len(kept) else None

    def _again(self, past: Past | None) -> Woven | None:
        if past is None or self.guests.are_listening:
            return None
        path = self.style.file(past.location)
        is_same = past.shell and past.shell == self._shell(past)
        stamp = self.tree.keep(path, past.page) if is_same else None
        beside = self._kept_files(past.beside) if stamp else None
        page = (past.location, past.is_claim, past.updated, past.is_forwarding)
        return Woven(*page, path, stamp, beside) if stamp and beside is not None else None

    def _shell(self, past: Past) -> bytes:
        """A digest of the shell that a page would be woven into today."""
        folder, _, name = past.location.rpartition("/")
        key = (past.shape, folder, name == "index", past.is_forwarding)
        if key not in self._known_shells:
            self._known_shells[key] = self.shells.digest(past.fragment())
        return self._known_shells[key]

    def _keep_for_host(self, fragment: Fragment, step: Step) -> None:
        step(fragment.location)
        self.written.note(fragment.location, fragment.updated, is_claim=False)
        self.kept[fragment.location] = fragment

    def _is_woven(self, location: str) -> bool:
        return location not in self.rooms.taken and location not in self.rooms.in_nav

    def weave(self, fragments: Iterable[Fragment]) -> None:
        """Write fragments that are remembered nowhere."""
        for each in fragments:
            if self._is_woven(each.location):
                self._note(self._made(each).woven, _no_step)

    def weave_problems(self, project: Project) -> None:
        """Show the diagnostics of claims with errors where their pages would stand."""
        for name in project.compilation.refused:
            self.weave_one(problem_page(project, name))

    def weave_one(self, fragment: Fragment) -> None:
        """Weave a page that is asked for by itself; it is not counted."""
        self._made(fragment)

    def keep(self, fragments: Iterable[Fragment]) -> None:
        """Keep those of some fragments that MkDocs will make pages of."""
        for each in fragments:
            if each.location in self.rooms.in_nav:
                self._keep_for_host(self.guests.changed(each), _no_step)

    def put(self, path: str, content: bytes) -> None:
        """Put a file that is no page into the tree."""
        self.written.stamps[path] = self.tree.put(path, content)

    def _note(self, page: Woven, step: Step) -> None:
        step(page.location)
        self.written.add(page)

    def _made(
        self, given: Fragment, asked: tuple[Question, ...] = (), answers: bytes = b""
    ) -> MadePage:
        fragment = self.guests.changed(given)
        path = self.style.file(fragment.location)
        page, own = self.shells.page(fragment), f"{fragment.head}{fragment.body}"
        self.shells.police.look_at(page, own.encode("utf-8", "replace"), path)
        stamp = self.tree.put(path, page)
        woven = _woven(fragment, path, stamp, self._put_all(fragment.beside))
        shell = self.shells.digest(fragment)
        past = past_of(fragment, stamp.digest, shell, asked, is_whole=False)
        beside = [*_digests(woven.beside).items()]
        return MadePage(woven, past._replace(answers=answers, beside=beside))


def _woven(fragment: Fragment, path: str, stamp: Stamp, beside: Mapping[str, Stamp]) -> Woven:
    is_claim = fragment.layout is Layout.CLAIM
    page = (fragment.location, is_claim, fragment.updated, fragment.is_forwarding)
    return Woven(*page, path, stamp, beside)


def _digests(stamps: Mapping[str, Stamp]) -> dict[str, bytes]:
    return {path: stamp.digest for path, stamp in stamps.items()}


def problem_page(project: Project, name: str) -> Fragment:
    """What a preview shows in the place of a claim that was left out because of errors."""
    path = project.compilation.refused[name]
    about = [each for each in project.compilation.diagnostics if each.span.path == path]
    return project.site.problem_fragment(name, about)


def _no_step(_: str) -> None:
    """Nobody watches."""


def refuse_missing(expected: int, written: Written, tree: Tree, style: UrlStyle) -> None:
    """Stop the build unless every claim that should be published has its page on disk."""
    folder = str(tree.folder)
    # A path object for each of many thousand pages takes longer than the question to the disk.
    found = sum(isfile(f"{folder}/{style.file(at)}") for at in written.claims)  # noqa: PTH113
    if found != expected:
        raise PluginError(
            f"{expected} claims were to be published, but {found} pages stand in the site; "
            "nothing may be lost on the way, so this site is not finished"
        )
