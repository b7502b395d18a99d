"""Pages that list claims, and pages that list lists."""

from dataclasses import dataclass

from markupsafe import Markup

from claimbook.views.links import Link
from claimbook.views.marks import Mark
from claimbook.views.paging import Pager


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
    """Claims in a list; each is the finished HTML of one line."""

    heading: str
    count: str
    lines: tuple[Markup, ...]
    empty: Empty


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page that lists claims, once or under several headings."""

    title: str
    crumbs: tuple[Link, ...]
    lead: tuple[str, ...]
    notes: Markup
    links: tuple[Link, ...]
    mark: Mark | None
    tabs: tuple[Tab, ...]
    rows: tuple[Rows, ...]
    pager: Pager | None


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
class IndexPage:
    """A page that leads to other pages."""

    title: str
    crumbs: tuple[Link, ...]
    lead: tuple[str, ...]
    entries: tuple[IndexEntry, ...]
    empty: Empty
    pager: Pager | None
