"""How a reader follows the site: every feed, and the calendar of reviews."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimbook.views import feeds
from claimbook.views.feeds import ATOM, FEEDS, JSON, REVIEWS, RSS, Followed
from claimbook.views.links import Link
from claimbook.views.page import Desk, Page


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A list that can be followed: its page, what it holds, and its feed in every format."""

    list: Link
    about: str
    formats: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FeedGroup:
    """Feeds of one kind; ``note`` says where those are that are not named here."""

    heading: str
    entries: tuple[FeedEntry, ...]
    note: str = ""
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class FollowPage:
    """The page that lists the feeds."""

    title: str
    crumbs: tuple[Link, ...]
    lead: tuple[str, ...]
    groups: tuple[FeedGroup, ...]


def follow_pages(desk: Desk) -> Iterator[Page]:
    """The page of all feeds; none where there are no feeds."""
    if not feeds.has_feeds(desk.catalogue.settings):
        return
    title, lead = desk.say("feeds.page"), desk.say("feeds.page_lead")
    leads = (lead, desk.say("feeds.page_how"))
    model = FollowPage(title, desk.crumbs(), leads, tuple(_groups(desk)))
    yield Page(FEEDS, title, lead, "feeds", model)


def _groups(desk: Desk) -> Iterator[FeedGroup]:
    catalogue, say = desk.catalogue, desk.say
    main = (feeds.all_claims(catalogue), feeds.all_corrections(catalogue))
    yield FeedGroup("", (*_entries(main, desk), *_calendar(desk)))
    for heading, found in (
        (say("lists.topics"), feeds.topics(catalogue)),
        (say("lists.scale"), feeds.ratings(catalogue)),
    ):
        entries = tuple(_entries(found, desk))
        if entries:
            yield FeedGroup(heading, entries)
    if catalogue.people.made:
        more = desk.link("lists.all_claimants", "claimants/index")
        yield FeedGroup(say("lists.facet_claimants"), (), say("feeds.of_claimants"), more)


def _entries(lists: Iterable[Followed], desk: Desk) -> Iterator[FeedEntry]:
    for each in lists:
        formats = tuple(
            Link(desk.say(f"feeds.{name}"), desk.links.file(f"{each.feed}{suffix}"))
            for name, suffix in (("atom", ATOM), ("rss", RSS), ("json", JSON))
        )
        yield FeedEntry(Link(each.title, desk.links.to(each.location)), each.about, formats)


def _calendar(desk: Desk) -> Iterator[FeedEntry]:
    if feeds.has_calendar(desk.catalogue):
        file = Link(desk.say("feeds.icalendar"), desk.links.file(REVIEWS))
        due = desk.link("lists.due", "due/index")
        yield FeedEntry(due, desk.say("feeds.calendar_lead"), (file,))
