"""Pages of earlier builds, good while all that they were made of is the same.

A claim's page rests on its file and on what was looked up for it. All other pages are made of
all claims together, so they rest on everything that lists show of claims: on their faces.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import Any, NamedTuple

from claimbook.compile import Compilation
from claimbook.data import digest, from_bytes, to_bytes
from claimbook.fragment import Fragment, Layout
from claimbook.lookups import Question
from claimbook.memory import Entry, Memory
from claimbook.site import Site
from claimbook.views.links import claim_location
from claimbook.views.noting import CARDS, CLAIMS, PageAnswers
from claimbook.views.overview import overview_from

_PAGES, _REST, _CARDS = "pages", "rest", "cards"
_PLACES, _FILES, _OVERVIEW, _GROUND = "places", "files", "overview", "ground"
_DOWNLOADS = "downloads"


class Past(NamedTuple):
    """A page as it was.

    ``page`` and ``shell`` are digests of the page and of what it was woven into, which is the
    same for pages of one ``shape`` in one folder. ``key`` and ``answers`` say what it is good
    for, ``others`` whose claims were looked at for it. ``rest`` is packed, for few want it.
    ``beside`` are the files that are published with it: paths and digests.
    """

    location: str
    is_claim: bool
    updated: str | None
    is_forwarding: bool
    page: bytes
    shell: bytes
    shape: bytes
    rest: bytes
    others: list[str]
    key: bytes = b""
    answers: bytes = b""
    beside: Sequence[tuple[str, bytes]] = ()

    @property
    def is_whole(self) -> bool:
        """Whether the fragment has its texts."""
        return from_bytes(self.rest)[0] is not None

    @property
    def asked(self) -> tuple[Question, ...]:
        """What was looked up for it."""
        return tuple(Question(*each) for each in from_bytes(self.rest)[2])

    def fragment(self) -> Fragment:
        """The page without its theme, and without its texts unless it :attr:`is_whole`."""
        layout, toc, has_title, _ = from_bytes(self.shape)
        texts, edit_path, _ = from_bytes(self.rest)
        title, description, head, body = texts or ("", "", "", Fragment.TITLE if has_title else "")
        return Fragment(
            self.location,
            Layout(layout),
            title,
            description,
            head,
            body,
            tuple((name, text) for name, text in toc),
            self.updated,
            edit_path,
            self.is_forwarding,
        )


def past_of(
    fragment: Fragment, page: bytes, shell: bytes, asked: Iterable[Question], *, is_whole: bool
) -> Past:
    """What is to be remembered of a page; ``page`` and ``shell`` are digests."""
    questions = list(asked)
    texts = [fragment.title, fragment.description, fragment.head, fragment.body]
    shape = (fragment.layout.value, fragment.toc, fragment.has_title, bool(fragment.edit_path))
    return Past(
        fragment.location,
        fragment.layout is Layout.CLAIM,
        fragment.updated,
        fragment.is_forwarding,
        page,
        shell,
        to_bytes(shape),
        to_bytes([texts if is_whole else None, fragment.edit_path, questions]),
        [*dict.fromkeys(each.name for each in questions if each.part in {CARDS, CLAIMS})],
    )


class SiteMemory:
    """What a memory knows of the pages of a site.

    ``manner`` is a digest of what decides about pages besides the site: an owner's templates.
    """

    def __init__(
        self, memory: Memory, site: Site, compilation: Compilation, manner: bytes = b""
    ) -> None:
        self._memory, self._site, self._manner = memory, site, manner
        self._compilation, self._digests = compilation, compilation.digests
        self._made: dict[str, Past] = {}
        self._lists: dict[str, tuple[bytes, bytes]] = {}
        overview = self._told(_OVERVIEW)
        if overview:
            with suppress(ValueError, TypeError):
                site.recall(overview_from(overview))

    @cached_property
    def _recalled(self) -> tuple[bytes, dict[str, Past]]:
        """All pages of the last build, and what its lists were made of."""
        for entry in self._memory.recall(_PAGES):
            with suppress(ValueError, TypeError, IndexError):
                return entry.key, {row[0]: Past(*row) for row in from_bytes(entry.data)}
        return b"", {}

    @property
    def _pages(self) -> dict[str, Past]:
        return self._recalled[1]

    @cached_property
    def _shows_the_same(self) -> bool:
        """Whether lists show what they did."""
        return self._recalled[0] == self._rest_key

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

    @cached_property
    def _ground(self) -> bytes:
        """What a claim's page rests on besides the claims that are looked at for it."""
        overview = to_bytes(self._site.overview.row())
        return digest(self._world + self._compilation.others + overview)

    @cached_property
    def _stands_on_the_same(self) -> bool:
        if self._shows_the_same:
            return True
        # What was kept beside other pages says nothing of these.
        return self._rest.get(_GROUND) == (self._recalled[0], self._ground)

    def claim(self, name: str) -> Past | None:
        """The page of a claim, if it would be the same today."""
        past = self._pages.get(claim_location(name))
        if past is None or past.key != self._claim_key(name):
            return None
        return past if self._finds_the_same(past) or self._answers_same(past) else None

    def _answers_same(self, past: Past) -> bool:
        return self.answers(past.asked) == past.answers

    def _finds_the_same(self, past: Past) -> bool:
        """Whether nothing that was looked at can have changed, found without looking."""
        if not self._stands_on_the_same or "" in past.others:
            return False
        return not any(map(self._has_changed, past.others))

    def _has_changed(self, name: str) -> bool:
        past = self._pages.get(claim_location(name))
        if name not in self._site.corpus.claims:
            return past is not None
        return past is None or past.key != self._claim_key(name)

    def other(self, location: str) -> Past | None:
        """Any other page, if it would be the same today."""
        past = self._pages.get(location)
        return past if past and past.key == self._rest_key else None

    def answers(self, asked: Iterable[Question]) -> bytes:
        """A digest of what is answered today."""
        return self._answers.digest(asked)

    def _claim_key(self, name: str) -> bytes:
        path = self._site.corpus.claims[name].path
        due = b"due" if path in self._compilation.due else b""
        # The path stands in the page: it leads to where the claim is edited.
        return self._world + due + self._digests[path] + path.encode("utf-8", "surrogatepass")

    @cached_property
    def _cards(self) -> dict[str, list[bytes]]:
        for entry in self._memory.recall(_CARDS):
            with suppress(ValueError, TypeError):
                return dict(from_bytes(entry.data))
        return {}

    def cards(self, manner: str) -> dict[str, bytes]:
        """Digests of those cards that would be the same today, by the ids of their claims.

        ``manner`` is what decides about cards besides the site.
        """
        keys, known = self._card_keys(manner), self._cards
        return {name: known[name][1] for name in keys if known.get(name, [b""])[0] == keys[name]}

    def note_cards(self, cards: Mapping[str, bytes], manner: str) -> None:
        """Remember digests of the cards of all claims, by their ids."""
        rows = {name: [key, cards[name]] for name, key in self._card_keys(manner).items()}
        if rows != self._cards:
            self._memory.keep(_CARDS, [Entry(_CARDS, b"", to_bytes(rows))], ())

    def _card_keys(self, manner: str) -> dict[str, bytes]:
        decides, faces = self._world + self._compilation.others + manner.encode(), {}
        for name, claim in self._site.corpus.claims.items():
            faces[name] = digest(decides + self._compilation.faces[claim.path])
        return faces

    def places(self) -> tuple[str, ...] | None:
        """Where all pages stand that are no claims; None where that has to be found out."""
        found = self._told(_PLACES)
        return None if found is None else tuple(found)

    def files(self) -> Mapping[str, bytes] | None:
        """Digests of all files that are no pages, by path; None where they have to be made."""
        found = self._told(_FILES)
        return None if found is None else dict(found)

    def downloads(self) -> Mapping[str, bytes] | None:
        """As :meth:`files`, of what is made of everything that all claims say."""
        found = self._told(_DOWNLOADS, self._whole_key)
        return None if found is None else dict(found)

    @cached_property
    def _whole_key(self) -> bytes:
        files = repr([*self._digests.items()])
        return digest(self._world + files.encode("utf-8", "surrogatepass"))

    def _told(self, name: str, good_for: bytes = b"") -> list[Any] | None:
        key, data = self._rest.get(name, (b"", b""))
        if not data or key != (good_for or self._rest_key):
            return None
        try:
            told: list[Any] = from_bytes(data)
        except ValueError:
            return None
        return told

    def note(self, past: Past) -> None:
        """Remember a page; that of a claim has its answers."""
        name = past.location.rpartition("/")[2]
        key = self._claim_key(name) if past.is_claim else self._rest_key
        self._made[past.location] = past._replace(key=key)

    def note_rest(self, places: Iterable[str], files: Mapping[str, bytes]) -> None:
        """Remember where all other pages stand, and which files there are besides."""
        told = {
            _PLACES: [*places],
            _FILES: [*files.items()],
            _OVERVIEW: self._site.overview.row(),
        }
        self._lists |= {name: (self._rest_key, to_bytes(each)) for name, each in told.items()}
        self._lists[_GROUND] = (self._rest_key, self._ground)

    def note_downloads(self, files: Mapping[str, bytes]) -> None:
        """Remember digests of all downloads, by path."""
        self._lists[_DOWNLOADS] = (self._whole_key, to_bytes([*files.items()]))

    def save(self, locations: Iterable[str]) -> None:
        """Keep what was noted for the next build; ``locations`` are those of all pages."""
        known = self._pages | self._made
        kept = [known[each] for each in locations if each in known]
        if self._made or len(kept) < len(known) or not self._shows_the_same:
            entry = Entry(_PAGES, self._rest_key, to_bytes(kept))
            self._memory.keep(_PAGES, [entry], ())
        rest = (Entry(name, key, data) for name, (key, data) in self._lists.items())
        self._memory.keep(_REST, rest, ())
