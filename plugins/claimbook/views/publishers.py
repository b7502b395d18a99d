"""Publishers, their sources, and the claims that rest on these."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from claimbook.views.all_sources import Publisher, publishers_of
from claimbook.views.letters import by_letter, letter_jumps, with_letters
from claimbook.views.links import Link
from claimbook.views.lists import Empty, IndexEntry, IndexPage, Letter
from claimbook.views.page import Desk, Page
from claimbook.views.paging import Pager, Part, Places, Sheet, places_below
from claimbook.views.source_rows import SOURCE_WAYS, SourceRow, UsedSource, source_row
from claimbook.views.sources import note_html

_INDEX = Places("publishers/index", "publishers/page")


@dataclass(frozen=True, slots=True)
class PublisherPage:
    """The page of a publisher."""

    title: str
    crumbs: tuple[Link, ...]
    hosts: str
    notes: Markup
    caution: str
    count: str
    rows: tuple[SourceRow, ...]
    pager: Pager | None


def publisher_pages(desk: Desk) -> Iterator[Page]:
    """The index of publishers and a page for each."""
    publishers = publishers_of(desk)
    listed = with_letters(publishers, lambda each: each.name, desk)
    jumps = letter_jumps(listed, _INDEX, desk)
    for sheet in desk.sheets(listed, _INDEX):
        yield _index_page(sheet, jumps, desk)
    for each in publishers:
        yield from _publisher_pages(each, desk)


def _index_page(
    sheet: Sheet[tuple[Part | None, Publisher]], jumps: tuple[Link, ...], desk: Desk
) -> Page:
    title, lead = desk.say("lists.publishers"), desk.say("lists.publishers_lead")
    model = IndexPage(
        title,
        desk.crumbs(desk.link("lists.all_sources", "sources/index")),
        (lead, desk.say("lists.publishers_caution")),
        tuple(_entry(each, desk) for part, each in sheet.items if part is None),
        Empty(desk.say("lists.no_publisher"), desk.link("lists.see_sources", "sources/index")),
        desk.pager(sheet, _INDEX),
        desk.tabs(SOURCE_WAYS, _INDEX.first),
        jumps,
        tuple(
            Letter(part, tuple(_entry(each, desk) for each in below))
            for part, below in by_letter(sheet.items)
            if part
        ),
    )
    return Page(sheet.location, desk.numbered(title, sheet), lead, "index", model)


def _entry(publisher: Publisher, desk: Desk) -> IndexEntry:
    claims = {name for each in publisher.sources for name in each.claims}
    counts = (
        desk.say.count("lists.sources", len(publisher.sources)),
        desk.claims(len(claims)),
    )
    href = desk.links.to(f"publishers/{publisher.id}")
    return IndexEntry(publisher.name, href, desk.say("lists.both", one=counts[0], two=counts[1]))


def _publisher_pages(publisher: Publisher, desk: Desk) -> Iterator[Page]:
    places = places_below(f"publishers/{publisher.id}")
    description = desk.say("lists.publisher_about", name=publisher.name)
    for sheet in desk.sheets(publisher.sources, places):
        model = _publisher_page(publisher, sheet, desk.pager(sheet, places), desk)
        title = desk.numbered(publisher.name, sheet)
        yield Page(sheet.location, title, description, "publisher", model)


def _publisher_page(
    publisher: Publisher, sheet: Sheet[UsedSource], pager: Pager | None, desk: Desk
) -> PublisherPage:
    outlet = publisher.outlet
    crumbs = (
        desk.link("lists.all_sources", "sources/index"),
        desk.link("lists.publishers", "publishers/index"),
    )
    return PublisherPage(
        publisher.name,
        desk.crumbs(*crumbs),
        desk.say.listed(outlet.hosts) if outlet and outlet.hosts else "",
        note_html(outlet.notes if outlet else None),
        desk.say("lists.publisher_caution"),
        desk.say.count("lists.sources", sheet.total),
        tuple(source_row(each, desk, with_publisher=False) for each in sheet.items),
        pager,
    )
