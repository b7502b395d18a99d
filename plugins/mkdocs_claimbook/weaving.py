"""All fragments of a build to files, counted."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from mkdocs.exceptions import PluginError

from claimbook.crew import Crew, batches
from claimbook.fragment import Fragment, Layout, UrlStyle
from claimbook.lookups import Question
from claimbook.page_memory import Past, SiteMemory, past_of
from claimbook.processes import crew_for
from claimbook.site import Site
from claimbook.tree import Stamp, Tree
from mkdocs_claimbook.guests import Guests
from mkdocs_claimbook.pages import Rooms
from mkdocs_claimbook.project import Project
from mkdocs_claimbook.shells import Shells

T = TypeVar("T")
Step = Callable[[str], None]
Noted = tuple[Fragment, tuple[Question, ...]]


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


class Made(NamedTuple):
    """A page that was woven anew, and what is to be remembered of it."""

    woven: Woven
    past: Past


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
    _known_shells: dict[tuple[bytes, str, bool, bool], bytes] = field(default_factory=dict)

    def keep_hosted(self, site: Site, memory: SiteMemory, step: Step) -> None:
        """Keep the lists that MkDocs makes pages of: their titles stand on all other pages."""
        for location in sorted(self.rooms.in_nav):
            past = memory.other(location)
            if past and past.is_whole and not self.guests.are_listening:
                self._keep_for_host(past.fragment(), step)
            else:
                self._keep_anew(site.fragment_at(location), memory, step)

    def _keep_anew(self, fragment: Fragment | None, memory: SiteMemory, step: Step) -> None:
        if fragment is not None:
            changed = self.guests.changed(fragment)
            self._keep_for_host(changed, step)
            memory.note_other(past_of(changed, b"", b"", (), is_whole=True))

    def weave_claims(self, site: Site, memory: SiteMemory, step: Step) -> None:
        """Weave the pages of all claims, by several processes where there are many."""
        names = [each for each in site.corpus.claims if not self._again(memory.claim(each), step)]
        crew = self._crew(names)
        shares = batches(names, crew)
        made = self._shared(crew, site.noted_fragments, shares, memory)
        for share, pages in zip(shares, made, strict=True):
            for name, page in zip(share, pages, strict=True):
                self._note(page.woven, step)
                memory.note_claim(name, page.past)

    def _shared(
        self,
        crew: Crew,
        work: Callable[[Sequence[T]], list[Noted]],
        shares: Sequence[Sequence[T]],
        memory: SiteMemory,
    ) -> Iterator[list[Made]]:
        """Pages that a crew makes, woven by it too where it knows the theme and may write here."""

        def woven(share: Sequence[T]) -> list[Made]:
            return made(work(share))

        def made(found: Iterable[Noted]) -> list[Made]:
            return [self._made(page, asked, memory.answers(asked)) for page, asked in found]

        if crew.shares_memory:
            yield from crew.map(woven, shares)
        else:
            yield from map(made, crew.map(work, shares))

    def weave_rest(self, site: Site, memory: SiteMemory, step: Step) -> None:
        """Weave former addresses and lists, and put data beside them."""
        places = memory.places()
        wanted = [at for at in places or () if self._is_woven(at)]
        if places is None or not all(self._again(memory.other(at), step) for at in wanted):
            self._weave_anew(site, memory, step)
        self._put_files(site, memory)

    def _crew(self, work: Sequence[object]) -> Crew:
        # What other plugins do with a fragment, they may want to remember here.
        return crew_for(0 if self.guests.are_listening else len(work))

    def _again(self, past: Past | None, step: Step) -> bool:
        """Whether a page of an earlier build could be used as it is."""
        if past is None or self.guests.are_listening:
            return False
        path = self.style.file(past.location)
        is_same = past.shell and past.shell == self._shell(past)
        stamp = self.tree.keep(path, past.page) if is_same else None
        if stamp is None:
            return False
        woven = (past.location, past.is_claim, past.updated, past.is_forwarding)
        self._note(Woven(*woven, path, stamp), step)
        return True

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

    def _weave_anew(self, site: Site, memory: SiteMemory, step: Step) -> None:
        places = site.other_places
        done = self.written.lists.keys()
        ours = [
            at for at, place in enumerate(places) if self._is_woven(place) and place not in done
        ]
        crew = self._crew(ours)
        for pages in self._shared(crew, site.other_fragments, batches(ours, crew), memory):
            for page in pages:
                self._note(page.woven, step)
                memory.note_other(page.past)

    def _is_woven(self, location: str) -> bool:
        return location not in self.rooms.taken and location not in self.rooms.in_nav

    def _put_files(self, site: Site, memory: SiteMemory) -> None:
        known = memory.files()
        kept = {path: self.tree.keep(path, digest) for path, digest in (known or {}).items()}
        if known is None or None in kept.values():
            kept = {path: self.tree.put(path, content) for path, content in site.exports()}
        stamps = {path: stamp for path, stamp in kept.items() if stamp}
        self.written.stamps.update(stamps)
        digests = {path: stamp.digest for path, stamp in stamps.items()}
        if known != digests:
            memory.note_rest(site.other_places, digests)

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
    ) -> Made:
        fragment = self.guests.changed(given)
        path = self.style.file(fragment.location)
        woven = _woven(fragment, path, self.tree.put(path, self.shells.page(fragment)))
        shell = self.shells.digest(fragment)
        past = past_of(fragment, woven.stamp.digest, shell, asked, is_whole=False)
        return Made(woven, past._replace(answers=answers))


def _woven(fragment: Fragment, path: str, stamp: Stamp) -> Woven:
    is_claim = fragment.layout is Layout.CLAIM
    return Woven(fragment.location, is_claim, fragment.updated, fragment.is_forwarding, path, stamp)


def problem_page(project: Project, name: str) -> Fragment:
    """What a preview shows in the place of a claim that was left out because of errors."""
    path = project.compilation.refused[name]
    about = [each for each in project.compilation.diagnostics if each.span.path == path]
    return project.site.problem_fragment(name, about)


def _no_step(_: str) -> None:
    """Nobody watches."""


def refuse_missing(expected: int, written: Written, tree: Tree, style: UrlStyle) -> None:
    """Stop the build unless every claim that should be published has its page on disk."""
    found = sum((tree.folder / style.file(location)).is_file() for location in written.claims)
    if found != expected:
        raise PluginError(
            f"{expected} claims were to be published, but {found} pages stand in the site; "
            "nothing may be lost on the way, so this site is not finished"
        )
