"""Sources as lines of a list: what each is, what happened to it, and what rests on it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimbook.records import Source
from claimbook.values import SourceStatus
from claimbook.views.cards import newest_first
from claimbook.views.letters import alphabetical
from claimbook.views.links import Link, claim_location
from claimbook.views.lists import Empty, Tab
from claimbook.views.page import Desk
from claimbook.views.paging import Pager, Part
from claimbook.views.relations import RelatedClaim, related_claim
from claimbook.wording import Moment

# What rests on a source that carries much is on its own page.
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class UsedSource:
    """A source with the published claims that use it; ``shared`` is its id if it has a file."""

    record: Source
    shared: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One line of a list of sources; ``status`` is empty where all is well."""

    title: str
    href: str | None
    language: str | None
    publisher: str
    published: Moment | None
    standing: str
    status: str
    count: str
    claims: tuple[RelatedClaim, ...]
    more: Link | None


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Sources under one heading, or under none; ``note`` explains the heading."""

    part: Part | None
    count: str
    note: str
    rows: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """A page that lists sources."""

    title: str
    crumbs: tuple[Link, ...]
    lead: tuple[str, ...]
    tabs: tuple[Tab, ...]
    groups: tuple[SourceGroup, ...]
    empty: Empty
    pager: Pager | None
    jumps: tuple[Link, ...] = ()


def source_row(used: UsedSource, desk: Desk, *, with_publisher: bool = True) -> SourceRow:
    """The line of a source."""
    source, say = used.record, desk.say
    return SourceRow(
        source.title,
        _href(used, desk),
        desk.catalogue.foreign(source.language),
        (source.publisher or source.container or "") if with_publisher else "",
        say.moment_if_known(source.published),
        say(f"lists.standing_{source.standing.value}") if source.standing else "",
        status_text(source, desk),
        desk.claims(len(used.claims)),
        tuple(_resting(used.claims, desk)),
        _more(used, desk),
    )


def has_history(source: Source) -> bool:
    """Whether something happened to a source since it was read."""
    return source.status not in {None, SourceStatus.LIVE}


def status_text(source: Source, desk: Desk) -> str:
    """What happened to a source, in a word; empty where nothing did."""
    return desk.say(f"lists.status_{source.status}") if has_history(source) else ""


def _href(used: UsedSource, desk: Desk) -> str | None:
    if used.shared:
        return desk.links.to(f"sources/{used.shared}")
    return f"{desk.links.to(claim_location(used.claims[0]))}#sources" if used.claims else None


def _resting(claims: Sequence[str], desk: Desk) -> Iterator[RelatedClaim]:
    for each in newest_first(desk.cards(claims[:_MOST_SORTED]))[:_SHOWN]:
        yield related_claim(each.id, desk.catalogue, desk.links)


# To find the newest of a hundred thousand for one line would take longer than the page.
_MOST_SORTED = 200


def _more(used: UsedSource, desk: Desk) -> Link | None:
    hidden = len(used.claims) - _SHOWN
    if hidden <= 0 or not used.shared:
        return None
    return Link(
        desk.say.count("lists.more_claims", hidden), desk.links.to(f"sources/{used.shared}")
    )


def shared_sources(desk: Desk) -> list[UsedSource]:
    """Sources with a file of their own, by title."""
    uses = desk.catalogue.backlinks.by_source
    filed = desk.catalogue.corpus.sources.values()
    return by_title(UsedSource(each.record, each.id, uses.get(each.id, ())) for each in filed)


def by_title(sources: Iterable[UsedSource]) -> list[UsedSource]:
    """Sources in the order of their titles."""
    return sorted(sources, key=lambda each: alphabetical(each.record.title))


# The three ways to look at sources.
SOURCE_WAYS = (
    ("lists.sources_by_title", "sources/index"),
    ("lists.sources_by_publisher", "publishers/index"),
    ("lists.sources_by_status", "source-status/index"),
)
