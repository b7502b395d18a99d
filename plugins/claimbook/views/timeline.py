"""Claims by the day on which they were made, under years and months."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from claimbook.views.browse import none_yet
from claimbook.views.cards import Card, newest_first
from claimbook.views.links import Link
from claimbook.views.lists import ListPage, Rows
from claimbook.views.page import Desk, Page
from claimbook.views.paging import Part, Places, Sheet, year_part

# Year and month of a claim, 0 where either is not known.
Month = tuple[int, int]
_UNKNOWN = (0, 0)


@dataclass(frozen=True, slots=True)
class Direction:
    """One of the two ways to read the timeline."""

    name: str
    title: str
    places: Places


_DIRECTIONS = (
    Direction("newest", "lists.timeline", Places("timeline/index", "timeline/page")),
    Direction(
        "oldest",
        "lists.timeline_oldest_title",
        Places("timeline/oldest/index", "timeline/oldest"),
    ),
)


_WAYS = tuple((f"lists.timeline_{each.name}", each.places.first) for each in _DIRECTIONS)


def timeline_pages(desk: Desk) -> Iterator[Page]:
    """Every dated claim in its month, both ways; those without a date at the end."""
    months = {name: _month(name, desk) for name in desk.catalogue.cards}
    counts = Counter(months.values())
    newest = newest_first(desk.catalogue.cards.values())
    oldest = newest[::-1]
    ordered = {
        "newest": sorted(newest, key=lambda each: months[each.id], reverse=True),
        "oldest": sorted(oldest, key=lambda each: _oldest(months[each.id])),
    }
    for each in _DIRECTIONS:
        cards = [(months[card.id], card) for card in ordered[each.name]]
        jumps = desk.jumps([_year(month, desk) for month, _ in cards], each.places)
        for sheet in desk.sheets(cards, each.places):
            yield _page(each, sheet, tuple(_groups(sheet, counts, desk)), jumps, desk)


def _month(name: str, desk: Desk) -> Month:
    claimed = desk.catalogue.corpus.claims[name].record.claimed
    if claimed is None:
        return _UNKNOWN
    return claimed.year, 0 if claimed.precision == "year" else claimed.earliest.month


def _oldest(month: Month) -> tuple[bool, int, int]:
    """What is not known comes last, whichever way the rest is read."""
    year, number = month
    return month == _UNKNOWN, year, number or 13


def _page(
    direction: Direction,
    sheet: Sheet[tuple[Month, Card]],
    rows: tuple[Rows, ...],
    jumps: tuple[Link, ...],
    desk: Desk,
) -> Page:
    title, lead = desk.say(direction.title), desk.say("lists.timeline_lead")
    model = ListPage(
        desk.say("lists.timeline"),
        desk.crumbs(),
        (lead,),
        tabs=desk.tabs(_WAYS, direction.places.first),
        rows=rows or (desk.rows((), 0, none_yet(desk)),),
        pager=desk.pager(sheet, direction.places),
        jumps=jumps,
        kind="timeline",
    )
    return Page(sheet.location, desk.numbered(title, sheet), lead, "list", model)


def _groups(
    sheet: Sheet[tuple[Month, Card]], counts: Mapping[Month, int], desk: Desk
) -> Iterator[Rows]:
    before = None
    for month, pairs in groupby(sheet.items, lambda each: each[0]):
        year = _year(month, desk)
        yield desk.rows(
            (card for _, card in pairs),
            counts[month],
            none_yet(desk),
            heading=_heading(month, desk),
            above=year if year != before else None,
        )
        before = year


def _year(month: Month, desk: Desk) -> Part:
    if month == _UNKNOWN:
        return Part("undated", desk.say("lists.no_date"))
    return year_part(month[0])


def _heading(month: Month, desk: Desk) -> str:
    if month == _UNKNOWN:
        return ""
    return desk.say.month(month[1]) if month[1] else desk.say("lists.no_month")
