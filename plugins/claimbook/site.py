"""A corpus as a site: every page as a fragment, and pieces for hand-written pages.

Hosts publish what :meth:`Site.fragments` yields. They add what belongs to the address of a page,
its canonical link and its place in the sitemap; nothing here knows them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain

from markupsafe import Markup

from claimbook.assets import STYLE
from claimbook.boundaries.markup import escape
from claimbook.cards.face import CardFace
from claimbook.corpus import Corpus, FiledClaim
from claimbook.diagnostics import Diagnostic
from claimbook.drawn import Drawn
from claimbook.exports import mark_sprite
from claimbook.exports.artifacts import artifacts
from claimbook.exports.claim_review import claim_review
from claimbook.exports.discovery import list_links, page_links
from claimbook.exports.filter_index import filter_files
from claimbook.exports.mark_style import mark_style
from claimbook.exports.offered import alternate_links, downloads, files_beside, listed_files
from claimbook.exports.open_graph import card_faces, claim_properties, metas, page_properties
from claimbook.exports.structured.json_ld import script
from claimbook.fragment import Fragment, Layout, UrlStyle
from claimbook.lookups import Notes, Question
from claimbook.render import Renderer
from claimbook.settings import Settings
from claimbook.views import has_been_checked
from claimbook.views.addresses import absolute
from claimbook.views.cards import Card
from claimbook.views.catalogue import (
    NOTHING,
    Catalogue,
    Known,
    catalogue_of,
    icons_of,
    marks_of,
    other_marks,
)
from claimbook.views.claim import claim_page, last_change, sections
from claimbook.views.claim_card import claim_reference
from claimbook.views.embeds import MAKERS
from claimbook.views.feeds import has_feeds
from claimbook.views.links import ANY_BASE, Links, claim_location
from claimbook.views.notices import Moved, problems_of
from claimbook.views.noting import PageAnswers, noting_catalogue
from claimbook.views.overview import Overview, overview_of
from claimbook.views.page import Desk, Page
from claimbook.views.page_sources import PageSources
from claimbook.views.rooms import LISTS, ROOMS, WITHOUT_HUB
from claimbook.views.search_marks import searchable

# Names that a line ``[[claimbook:name argument]]`` of a hand-written page may have.
EMBEDS: frozenset[str] = frozenset(MAKERS)


@dataclass(frozen=True)
class Site:
    """All pages of a corpus in one style of addresses, each rendered when it is asked for.

    ``today`` decides which reviews are due; it is printed nowhere.
    """

    corpus: Corpus
    settings: Settings
    style: UrlStyle
    renderer: Renderer
    today: date

    def __reduce__(self) -> tuple[type["Site"], tuple[object, ...]]:
        # What was made of these is made again where it is wanted.
        return Site, (self.corpus, self.settings, self.style, self.renderer, self.today)

    def with_corpus(self, corpus: Corpus) -> "Site":
        """The same site of a corpus of which lists show the very same; what was made stays."""
        heir = self.with_claims(corpus)
        if "_catalogue" in vars(self):
            people = replace(self._catalogue.people, corpus=corpus)
            vars(heir)["_catalogue"] = replace(self._catalogue, corpus=corpus, people=people)
            heir.recall(self.overview)
            vars(heir)["_lists"] = self._lists
        return heir

    def with_claims(self, corpus: Corpus) -> "Site":
        """The same site of a corpus of which all but the claims is the very same."""
        heir, known = replace(self, corpus=corpus), self._known
        if "_catalogue" in vars(self):
            known = Known(self.corpus.claims, self._catalogue.cards)
        vars(heir)["_known"] = known._replace(overview=None)
        return heir

    def recall(self, overview: Overview) -> None:
        """Take an overview that was remembered for the true one."""
        vars(self)["overview"] = overview

    @cached_property
    def overview(self) -> Overview:
        """All claims at a glance."""
        return self._known.overview or overview_of(self.corpus)

    @cached_property
    def _known(self) -> Known:
        return NOTHING

    @cached_property
    def _catalogue(self) -> Catalogue:
        made_of = (self.corpus, self.settings, self.style, self.renderer, self.today)
        return catalogue_of(*made_of, self._known._replace(overview=self.overview))

    @cached_property
    def _desk(self) -> Desk:
        return Desk(self._catalogue, self._lines)

    @cached_property
    def _lists(self) -> Mapping[tuple[str, ...], Drawn[Page]]:
        # Hosts ask first where the lists stand, then for the lists.
        return {rooms: Drawn(make(self._desk)) for rooms, make in ROOMS.items()}

    def list_page(self, *places: str) -> Page | None:
        """The list at any of some places, with as few others made as will do; None without one."""
        rooms = {place.partition("/")[0] for place in places}
        if rooms.isdisjoint(chain.from_iterable(ROOMS)):
            return None
        made = (lists for names, lists in self._lists.items() if not rooms.isdisjoint(names))
        return next((page for page in chain.from_iterable(made) if page.location in places), None)

    def hubs(self) -> Iterator[str]:
        """Where the first page of each kind of list stands; none is made for the answer.

        Its title says what is listed there, and is the same whatever that is.
        """
        missing = set(WITHOUT_HUB)
        missing |= set() if self.corpus.documents else {"documents"}
        missing |= set() if has_feeds(self.settings) else {"feeds"}
        missing |= set() if has_been_checked.is_offered(self.settings) else {"checked"}
        return (f"{room}/index" for rooms in ROOMS for room in rooms if room not in missing)

    @cached_property
    def _bare(self) -> "Site":
        return replace(self, corpus=Corpus(scale=self.corpus.scale))

    def hub_title(self, place: str) -> str | None:
        """The title of the first page of a kind of list; None for all others.

        It is that of a site without claims, so that nothing is made for the answer.
        """
        page = self._bare.list_page(place) if place in self._bare.hubs() else None
        return page.title if page else None

    def fragment_at(self, *places: str) -> Fragment | None:
        """The page at any of some places, of whichever kind; None where none stands there."""
        for name in {place.rpartition("/")[2] for place in places}:
            if claim_location(name) in places and name in self.corpus.claims:
                return self.claim_fragment(name)
            if claim_location(name) in places and name in self._former:
                return self._alias_fragment(name, self._former[name])
        page = self.list_page(*places)
        return self._list_fragment(page) if page else None

    @cached_property
    def _known_lines(self) -> dict[str, Markup]:
        return {}

    def _lines(self, cards: Iterable[Card]) -> tuple[Markup, ...]:
        # A claim stands in half a dozen lists, always as the same line.
        return tuple(self._line(each) for each in cards)

    def _line(self, card: Card) -> Markup:
        known = self._known_lines.get(card.id)
        if known is None:
            row = (card, self._desk.links.to(claim_location(card.id)))
            known = self._known_lines[card.id] = Markup(self.renderer.render("row", row))  # noqa: S704 - autoescaped
        return known

    def fragments(self) -> Iterator[Fragment]:
        """Every page: claims first, then their former addresses and all lists."""
        yield from map(self.claim_fragment, self.corpus.claims)
        yield from self.former_addresses()
        for rooms in LISTS:
            yield from self.lists_in(rooms)

    def former_addresses(self) -> Iterator[Fragment]:
        """The pages that lead from former addresses of claims to where they stand now."""
        return (self._alias_fragment(*each) for each in self._aliases)

    def lists_in(self, rooms: tuple[str, ...]) -> Iterator[Fragment]:
        """The lists in some folders that stand together in :data:`LISTS`."""
        return map(self._list_fragment, self._lists[rooms])

    def artifacts(self) -> Mapping[str, bytes]:
        """Every file besides the pages: published path to content."""
        made = artifacts(self.renderer.wording)
        return {**made, STYLE: made[STYLE] + mark_style(icons_of(self.corpus, self.renderer))}

    def exports(self) -> Iterator[tuple[str, bytes]]:
        """Data that pages load in parts: published path and content, made one after the other."""
        marks = self._catalogue.every_mark.values()
        yield mark_sprite.PATH, mark_sprite.mark_sprite(marks)
        yield from filter_files(self._catalogue)
        yield from listed_files(self._catalogue)

    def file_beside(self, path: str) -> bytes | None:
        """What is published at a path beside the page of a claim; None where that is nothing."""
        names = {each.partition(".")[0] for each in path.split("/")}
        for name in sorted(names.intersection(self.corpus.claims)):
            found = dict(files_beside(self.corpus.claims[name], self._catalogue))
            if path in found:
                return found[path]
        return None

    def downloads(self) -> Iterator[tuple[str, bytes]]:
        """Data made of everything that all claims say: published path and content."""
        return downloads(self._catalogue)

    def card_faces(self, names: Iterable[str] | None = None) -> Iterator[tuple[str, CardFace]]:
        """Published path and face of every claim's card."""
        wanted = self.corpus.claims if names is None else names
        return card_faces(wanted, self._catalogue)

    def list_places(self) -> Iterator[str]:
        """Where the lists stand; nothing is rendered but their lines."""
        return (page.location for page in chain.from_iterable(self._lists.values()))

    @cached_property
    def _noting(self) -> tuple[Catalogue, Notes]:
        return noting_catalogue(self._catalogue)

    def noted_fragment(self, name: str) -> tuple[Fragment, tuple[Question, ...]]:
        """The page of a published claim, and all that was looked up for it."""
        catalogue, notes = self._noting
        notes.clear()
        fragment = self._claim_fragment(name, catalogue)
        return fragment, notes.questions

    def answers(self, digests: Mapping[str, bytes]) -> PageAnswers:
        """What is answered to such questions; ``digests`` are those of claim files, by path."""
        return PageAnswers(self._catalogue, digests)

    @property
    def world(self) -> str:
        """What decides about every page, besides which reviews are due."""
        marks = (marks_of(self.corpus, self.renderer), *other_marks(self.renderer))
        return repr((self.settings, self.style, self.corpus.scale, marks))

    def claim_fragment(self, name: str) -> Fragment:
        """The page of a published claim. Raises :class:`KeyError` for any other id."""
        return self._claim_fragment(name, self._catalogue)

    def claim_body(self, name: str) -> str:
        """The content of a claim's page alone. Raises :class:`KeyError` as above."""
        return self.renderer.render("claim", claim_page(self.corpus.claims[name], self._catalogue))

    def _claim_fragment(self, name: str, catalogue: Catalogue) -> Fragment:
        claim = self.corpus.claims[name]
        model = claim_page(claim, catalogue)
        return Fragment(
            location=claim_location(name),
            layout=Layout.CLAIM,
            title=claim.title,
            description=f"{model.mark.label}: {model.verdict}",
            head=_claim_head(claim, catalogue),
            body=self.renderer.render("claim", model),
            toc=tuple(sections(model, self.renderer.wording)),
            updated=last_change(claim.record),
            edit_path=claim.path,
            beside=tuple(files_beside(claim, catalogue)),
        )

    @cached_property
    def _former(self) -> Mapping[str, FiledClaim]:
        return dict(self._aliases)

    @cached_property
    def _aliases(self) -> tuple[tuple[str, FiledClaim], ...]:
        aliases = self.overview.aliases.items()
        return tuple((alias, self.corpus.claims[name]) for alias, name in aliases)

    def _alias_fragment(self, alias: str, claim: FiledClaim) -> Fragment:
        say = self.renderer.wording
        origin, target = claim_location(alias), claim_location(claim.id)
        href = Links.of(self.style, origin).to(target)
        address = absolute(target, self._catalogue)
        head = f'<meta http-equiv="refresh" content="0; url={escape(href)}">'
        if address:
            head = f'<link rel="canonical" href="{escape(address)}">{head}'
        return Fragment(
            origin,
            Layout.LIST,
            say("claim.moved_title", title=claim.title),
            say("claim.moved_description"),
            head,
            self.renderer.render("moved", Moved(claim.title, href)),
            is_forwarding=True,
        )

    def _list_fragment(self, page: Page) -> Fragment:
        body = self.renderer.render(page.template, page.model)
        return Fragment(
            page.location,
            Layout.LIST,
            page.title,
            page.description,
            self._list_head(page),
            self._placed(searchable(body, page.location), page.location),
        )

    def _list_head(self, page: Page) -> str:
        about = page_properties(page.title, page.location, self._catalogue)
        links = list_links(page.location, self._catalogue)
        # In the body a browser would paint the page before the sheet is there, and then move it.
        sheet = self.style.link(page.location, page.style) if page.style else ""
        own = f'<link rel="stylesheet" href="{escape(sheet)}">' if sheet else ""
        return f"{metas((('og:type', 'website'), *about))}{links}{own}"

    def page_links(self, location: str) -> str:
        """What the head of a hand-written page says of the feeds and the search of the site."""
        return page_links(location, self._catalogue)

    def problem_fragment(self, name: str, diagnostics: Iterable[Diagnostic]) -> Fragment:
        """The page that a preview shows in place of a claim with errors."""
        say = self.renderer.wording
        problems = problems_of(name, diagnostics, say)
        return Fragment(
            location=claim_location(name),
            layout=Layout.CLAIM,
            title=say("claim.problems_title", id=name),
            description=say("claim.problems_description"),
            head='<meta name="robots" content="noindex">',
            body=self.renderer.render("problems", problems),
            edit_path=problems.path or None,
        )

    def embed(self, name: str, argument: str, origin_location: str) -> str:
        """A piece for the hand-written page at ``origin_location``.

        Raises :class:`KeyError` for a name that is not in :data:`EMBEDS`.
        """
        made = MAKERS[name](argument, self._desk)
        return self._placed(self.renderer.render(made.template, made.model), origin_location)

    def _placed(self, html: str, location: str) -> str:
        return html.replace(ANY_BASE, self.style.base(location))

    def page_sources(self, text: str) -> PageSources:
        """What a hand-written page, whose Markdown is ``text``, may cite."""
        return PageSources(self._catalogue, text)

    def bibliography(self, cited: PageSources, location: str, *, has_title: bool) -> str:
        """The list of the sources that the page at a location has cited."""
        page = cited.bibliography(location, has_title=has_title)
        return self.renderer.render("bibliography", page)

    def claim_reference(self, name: str, origin_location: str) -> str:
        """A claim mentioned in running text: its title, linked, and its rating.

        Raises :class:`KeyError` where no such claim is published.
        """
        links = Links.of(self.style, origin_location)
        return self.renderer.render("reference", claim_reference(name, self._catalogue, links))


def _claim_head(claim: FiledClaim, catalogue: Catalogue) -> str:
    data = claim_review(claim, catalogue)
    links = alternate_links(claim, catalogue)
    return f"{metas(claim_properties(claim, catalogue))}{links}{script(data) if data else ''}"
