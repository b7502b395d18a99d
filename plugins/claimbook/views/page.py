"""A page before it is rendered."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from claimbook.format import counted
from claimbook.views.cards import Card
from claimbook.views.catalogue import Catalogue
from claimbook.views.links import ALL_CLAIMS, ANY_BASE, Link, Links
from claimbook.views.lists import Empty, Rows
from claimbook.wording import Wording

Lines = Callable[[Iterable[Card]], tuple[Markup, ...]]


@dataclass(frozen=True, slots=True)
class Page:
    """A page's model with the template that renders it; links begin at ``ANY_BASE``."""

    location: str
    title: str
    description: str
    template: str
    model: object


@dataclass(frozen=True, slots=True)
class Desk:
    """What the makers of list pages work with: the corpus, links, and claims as finished lines."""

    catalogue: Catalogue
    lines: Lines

    @property
    def say(self) -> Wording:
        """The words of the interface."""
        return self.catalogue.say

    @property
    def links(self) -> Links:
        """Links from any page."""
        return Links(self.catalogue.style, ANY_BASE)

    @property
    def per_page(self) -> int:
        """How many entries a page of a list has."""
        return max(1, self.catalogue.settings.per_page)

    def crumbs(self, *links: Link) -> tuple[Link, ...]:
        """The way from all claims to a page."""
        return (Link("All claims", self.links.to(ALL_CLAIMS)), *links)

    def cards(self, names: Iterable[str]) -> list[Card]:
        """The cards of claims by their ids."""
        return [self.catalogue.cards[name] for name in names if name in self.catalogue.cards]

    def rows(self, cards: Iterable[Card], total: int, empty: Empty, *, heading: str = "") -> Rows:
        """A list of claims with its count."""
        return Rows(heading, counted(total, "claim"), self.lines(cards), empty)

    def see_all(self) -> Link:
        """A link to the list of all claims, for empty states."""
        return Link("See all claims", self.links.to(ALL_CLAIMS))
