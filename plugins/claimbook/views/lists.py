"""Pages that list claims, and pages that list lists."""

from dataclasses import dataclass

from markupsafe import Markup

from claimbook.views.charts.bars import Bars
from claimbook.views.links import Link
from claimbook.views.marks import Mark
from claimbook.views.paging import Pager, Part


@dataclass(frozen=True, slots=True)
class Tab:
    """One order in which the same list can be read."""

    text: str
    href: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Empty:
    """What stands in place of an empty list: what is so, and what to do next."""

    text: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """Claims in a list; each is the finished HTML of one line.

    ``above`` is the wider part of the list that begins here, where one does.
    """

    heading: str
    count: str
    lines: tuple[Markup, ...]
    empty: Empty
    above: Part | None = None


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One list among others."""

    text: str
    href: str
    count: str
    note: str = ""
    mark: Mark | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """The entries below one letter; ``part`` is None in a list without letters."""

    part: Part | None
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to choose among all claims: its values with their counts, and the whole list."""

    name: str
    entries: tuple[IndexEntry, ...]
    more: Link


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page that lists claims, once or under several headings.

    ``kind`` names how the list is drawn; ``jumps`` lead to its parts; ``filter_bar`` is the model
    of what scripts put above it; ``ratings`` counts the whole list; ``follow`` leads to its feed.
    """

    title: str
    crumbs: tuple[Link, ...]
    lead: tuple[str, ...]
    mark: Mark | None = None
    tabs: tuple[Tab, ...] = ()
    rows: tuple[Rows, ...] = ()
    pager: Pager | None = None
    facets: tuple[Facet, ...] = ()
    jumps: tuple[Link, ...] = ()
    kind: str = "rows"
    filter_bar: object = None
    ratings: Bars | None = None
    follow: tuple[Link, ...] = ()

    @property
    def is_nested(self) -> bool:
        """Whether the headings of its lists stand below those of wider parts."""
        return any(each.above for each in self.rows)


@dataclass(frozen=True, slots=True)
class IndexPage:
    """A page that leads to other pages; in a long list these stand under ``letters``."""

    title: str
    crumbs: tuple[Link, ...]
    lead: tuple[str, ...]
    entries: tuple[IndexEntry, ...]
    empty: Empty
    pager: Pager | None = None
    tabs: tuple[Tab, ...] = ()
    jumps: tuple[Link, ...] = ()
    letters: tuple[Letter, ...] = ()
