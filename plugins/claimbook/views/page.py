"""A page before it is rendered."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from markupsafe import Markup

from claimbook.views.cards import Card
from claimbook.views.catalogue import Catalogue
from claimbook.views.feeds import ATOM, FEEDS, followed, has_feeds
from claimbook.views.links import ALL_CLAIMS, ANY_BASE, Link, Links
from claimbook.views.lists import Empty, Rows, Tab
from claimbook.views.paging import Pager, Part, Places, Sheet, jumps, pager, sheets
from claimbook.wording import Wording

Lines = Callable[[Iterable[Card]], tuple[Markup, ...]]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page:
    """A page's model with the template that renders it; links begin at ``ANY_BASE``.

    ``style`` is the file of a style sheet that this page needs besides those of all pages.
    """

    location: str
    title: str
    description: str
    template: str
    model: object
    style: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """What the makers of list pages work with: the corpus, links, and claims as finished lines.

    ``links`` are those from any page.
    """

    catalogue: Catalogue
    lines: Lines
    links: Links = field(init=False)

    def __post_init__(self) -> None:
        """Find the links from any page, which all lists ask for."""
        object.__setattr__(self, "links", Links(self.catalogue.style, ANY_BASE))

    @property
    def say(self) -> Wording:
        """The words of the interface."""
        return self.catalogue.say

    @property
    def per_page(self) -> int:
        """How many entries a page of a list has."""
        return max(1, self.catalogue.settings.per_page)

    def link(self, key: str, location: str) -> Link:
        """A link to a page of the site by the key of its words."""
        return Link(self.say(key), self.links.to(location))

    def crumbs(self, *links: Link) -> tuple[Link, ...]:
        """The way from all claims to a page."""
        return (self.link("lists.all_claims", ALL_CLAIMS), *links)

    def see_all(self) -> Link:
        """A link to the list of all claims, for empty states."""
        return self.link("lists.see_all", ALL_CLAIMS)

    def follow(self, location: str) -> tuple[Link, ...]:
        """How to follow the list at a location; nothing where that cannot be done."""
        catalogue = self.catalogue
        found = followed(location, catalogue) if has_feeds(catalogue.settings) else None
        if found is None:
            return ()
        feed = Link(self.say("feeds.feed"), self.links.file(f"{found.feed}{ATOM}"))
        return (feed, self.link("feeds.how", FEEDS))

    def tabs(self, ways: Iterable[tuple[str, str]], current: str) -> tuple[Tab, ...]:
        """The ways to read a list, each by the key of its words and its location."""
        return tuple(
            Tab(self.say(key), self.links.to(location), location == current)
            for key, location in ways
        )

    def sheets(self, items: Sequence[T], places: Places) -> Iterator[Sheet[T]]:
        """Cut a list into pages of the publication's length."""
        return sheets(items, self.per_page, places)

    def numbered(self, title: str, sheet: Sheet[T]) -> str:
        """The title of a page of a list; all but the first bear their number."""
        if sheet.number == 1:
            return title
        return self.say("lists.numbered", title=title, n=self.say.number(sheet.number))

    def pager(self, sheet: Sheet[T], places: Places) -> Pager | None:
        """The pager of a page; None where the list has only one."""
        return pager(sheet, places, self.links)

    def jumps(self, parts: Sequence[Part], places: Places) -> tuple[Link, ...]:
        """Links to where each part of a list begins, from the part of every entry."""
        return jumps(parts, self.per_page, places, self.links)

    def claims(self, number: int) -> str:
        """``1 claim``, ``12,000 claims``."""
        return self.say.count("lists.claims", number)

    def cards(self, names: Iterable[str]) -> list[Card]:
        """The cards of claims by their ids."""
        return [self.catalogue.cards[name] for name in names if name in self.catalogue.cards]

    def rows(
        self,
        cards: Iterable[Card],
        total: int,
        empty: Empty,
        *,
        heading: str = "",
        above: Part | None = None,
    ) -> Rows:
        """A list of claims with its count."""
        return Rows(heading, self.claims(total), self.lines(cards), empty, above)
