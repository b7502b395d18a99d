"""Pages of earlier builds, good while all that they were made of is the same.

A claim's page rests on its file and on what was looked up for it. All other pages are made of
all claims together, so they rest on everything that lists show of claims: on their faces.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from claimbook.compile import Compilation
from claimbook.data import digest, from_bytes, to_bytes
from claimbook.fragment import Fragment, Layout
from claimbook.lookups import Question
from claimbook.memory import Entry, Memory
from claimbook.site import Site
from claimbook.views.links import claim_location
from claimbook.views.noting import PageAnswers

_PAGES, _REST = "pages", "rest"
_PLACES, _FILES = "places", "files"
_BYTES = 16


class Past(NamedTuple):
    """A page as it was.

    ``fragment`` is without its texts unless ``is_whole``; ``page`` and ``shell`` are digests of the
    page and of what it was woven into; ``asked`` is what was looked up for it.
    """

    fragment: Fragment
    is_whole: bool
    page: bytes
    shell: bytes
    asked: tuple[Question, ...]


class SiteMemory:
    """What a memory knows of the pages of a site.

    ``manner`` is a digest of what decides about pages besides the site: an owner's templates.
    """

    def __init__(
        self, memory: Memory, site: Site, compilation: Compilation, manner: bytes = b""
    ) -> None:
        self._memory, self._site, self._manner = memory, site, manner
        self._compilation, self._digests = compilation, compilation.digests
        self._made: dict[str, tuple[bytes, bytes]] = {}
        self._lists: dict[str, tuple[bytes, bytes]] = {}

    @cached_property
    def _pages(self) -> Mapping[str, tuple[bytes, bytes]]:
        return {name: (key, data) for name, key, data in self._memory.recall(_PAGES)}

    @cached_property
    def _rest(self) -> Mapping[str, tuple[bytes, bytes]]:
        return {name: (key, data) for name, key, data in self._memory.recall(_REST)}

    @cached_property
    def _world(self) -> bytes:
        return digest(self._site.world.encode("utf-8", "surrogatepass") + self._manner)

    @cached_property
    def _answers(self) -> PageAnswers:
        return self._site.answers(self._digests)

    @cached_property
    def _rest_key(self) -> bytes:
        return digest(self._world + self._compilation.shown)

    def claim(self, name: str) -> Past | None:
        """The page of a claim, if it would be the same today."""
        past = self._past(claim_location(name), self._claim_key(name))
        if past is None:
            return None
        asked = self._answers.digest(past.asked)
        return past if self._pages[claim_location(name)][0][-_BYTES:] == asked else None

    def other(self, location: str) -> Past | None:
        """Any other page, if it would be the same today."""
        return self._past(location, self._rest_key)

    def _claim_key(self, name: str) -> bytes:
        return self._world + self._digests[self._site.corpus.claims[name].path]

    def _past(self, location: str, key: bytes) -> Past | None:
        known, data = self._pages.get(location, (b"", b""))
        if not known.startswith(key):
            return None
        try:
            return _unpacked(location, data)
        except (ValueError, TypeError):
            return None

    def places(self) -> tuple[str, ...] | None:
        """Where all pages stand that are no claims; None where that has to be found out."""
        found = self._told(_PLACES)
        return None if found is None else tuple(found)

    def files(self) -> Mapping[str, bytes] | None:
        """Digests of all files that are no pages, by path; None where they have to be made."""
        found = self._told(_FILES)
        return None if found is None else dict(found)

    def _told(self, name: str) -> list[Any] | None:
        key, data = self._rest.get(name, (b"", b""))
        if key != self._rest_key:
            return None
        try:
            told: list[Any] = from_bytes(data)
        except ValueError:
            return None
        return told

    def note_claim(self, name: str, packed: bytes, asked: Iterable[Question]) -> None:
        """Remember the page of a claim, and what was looked up for it."""
        answers = self._answers.digest(asked)
        self._made[claim_location(name)] = self._claim_key(name) + answers, packed

    def note_other(self, location: str, packed: bytes) -> None:
        """Remember any other page."""
        self._made[location] = self._rest_key, packed

    def note_rest(self, places: Iterable[str], files: Mapping[str, bytes]) -> None:
        """Remember where all other pages stand, and which files there are besides."""
        self._lists = {
            _PLACES: (self._rest_key, to_bytes([*places])),
            _FILES: (self._rest_key, to_bytes([*files.items()])),
        }

    def save(self, locations: Iterable[str]) -> None:
        """Keep what was noted for the next build; ``locations`` are those of all pages."""
        gone = self._pages.keys() - set(locations)
        self._memory.keep(_PAGES, _entries(self._made), gone)
        self._memory.keep(_REST, _entries(self._lists), ())


def packed_page(
    fragment: Fragment, page: bytes, shell: bytes, asked: Iterable[Question], *, is_whole: bool
) -> bytes:
    """What is to be remembered of a page."""
    texts = [fragment.title, fragment.description, fragment.head, fragment.body]
    return to_bytes(
        [
            fragment.layout.value,
            fragment.toc,
            fragment.updated,
            fragment.edit_path,
            fragment.is_forwarding,
            fragment.has_title,
            texts if is_whole else None,
            page,
            shell,
            [*asked],
        ]
    )


def _unpacked(location: str, data: bytes) -> Past:
    layout, toc, updated, edit, forwards, has_title, texts, page, shell, asked = from_bytes(data)
    title, description, head, body = texts or ("", "", "", Fragment.TITLE if has_title else "")
    fragment = Fragment(
        location,
        Layout(layout),
        title,
        description,
        head,
        body,
        tuple((name, text) for name, text in toc),
        updated,
        edit,
        forwards,
    )
    return Past(fragment, texts is not None, page, shell, tuple(Question(*each) for each in asked))


def _entries(found: Mapping[str, tuple[bytes, bytes]]) -> Iterator[Entry]:
    return (Entry(name, key, data) for name, (key, data) in found.items())
