"""All claims in three orders, and by year."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from claimbook.format import counted
from claimbook.views.cards import Card, by_claimant, by_rating, newest_first
from claimbook.views.links import ALL_CLAIMS, Link
from claimbook.views.lists import Empty, IndexEntry, IndexPage, ListPage, Rows, Tab
from claimbook.views.page import Desk, Page
from claimbook.views.paging import Places, Sheet, numbered, pager, places_below, sheets


@dataclass(frozen=True, slots=True)
class Arrangement:
    """An order in which all claims can be read; ``heading`` is what a claim stands under."""

    tab: str
    title: str
    lead: str
    places: Places
    sort: Callable[[Iterable[Card]], list[Card]]
    heading: Callable[[Card], str] = lambda _: ""


ARRANGEMENTS = (
    Arrangement(
        "Date",
        "All claims",
        "Everything we have checked, the most recent claims first.",
        Places(ALL_CLAIMS, "browse/date"),
        newest_first,
    ),
    Arrangement(
        "Rating",
        "All claims by rating",
        "Everything we have checked, in the order of the rating scale.",
        Places("browse/rating/index", "browse/rating"),
        by_rating,
        lambda card: card.mark.label,
    ),
    Arrangement(
        "Claimant",
        "All claims by claimant",
        "Everything we have checked, by the name of whoever made the claim.",
        Places("browse/claimant/index", "browse/claimant"),
        by_claimant,
        lambda card: card.claimant,
    ),
)
_NONE_YET = Empty(
    "No claim has been published yet. Write the first one as a file in the claims folder."
)


def browse_pages(desk: Desk) -> Iterator[Page]:
    """Every order, page by page."""
    for each in ARRANGEMENTS:
        cards = each.sort(desk.catalogue.cards.values())
        for sheet in sheets(cards, desk.per_page, each.places):
            yield _browse_page(each, sheet, desk)


def _browse_page(arrangement: Arrangement, sheet: Sheet[Card], desk: Desk) -> Page:
    tabs = tuple(
        Tab(each.tab, desk.links.to(each.places.first), each is arrangement)
        for each in ARRANGEMENTS
    )
    model = ListPage(
        arrangement.title,
        (),
        (arrangement.lead,),
        Markup(),
        (),
        None,
        tabs,
        tuple(_groups(arrangement, sheet, desk)),
        pager(sheet, arrangement.places, desk.links),
    )
    return Page(sheet.location, numbered(model.title, sheet), arrangement.lead, "list", model)


def _groups(arrangement: Arrangement, sheet: Sheet[Card], desk: Desk) -> Iterator[Rows]:
    """The claims of a page below their headings, each with the count of the whole site."""
    counts = Counter(map(arrangement.heading, desk.catalogue.cards.values()))
    for heading, cards in groupby(sheet.items, arrangement.heading):
        yield desk.rows(cards, counts[heading], _NONE_YET, heading=heading)
    if not sheet.items:
        yield desk.rows((), 0, _NONE_YET)


def year_pages(desk: Desk) -> Iterator[Page]:
    """The index of years and every year's claims."""
    years = desk.catalogue.backlinks.by_year
    yield _year_index(desk)
    for year, names in years.items():
        cards = newest_first(desk.cards(names))
        places = places_below(f"years/{year}")
        for sheet in sheets(cards, desk.per_page, places):
            yield _year_page(year, sheet, places, desk)


def _year_index(desk: Desk) -> Page:
    years = desk.catalogue.backlinks.by_year
    entries = tuple(
        IndexEntry(year, desk.links.to(f"years/{year}"), counted(len(names), "claim"))
        for year, names in sorted(years.items(), reverse=True)
    )
    undated = len(desk.catalogue.cards) - sum(len(names) for names in years.values())
    lead = ["Claims by the year in which they were made."]
    if undated:
        lead.append(f"In the list of all claims: {counted(undated, 'claim')} without a known date.")
    empty = Empty("No claim bears a date yet.", desk.see_all())
    model = IndexPage("Years", desk.crumbs(), tuple(lead), entries, empty, None)
    return Page("years/index", "Years", lead[0], "index", model)


def _year_page(year: str, sheet: Sheet[Card], places: Places, desk: Desk) -> Page:
    lead = f"Claims made in {year}, the most recent first."
    model = ListPage(
        year,
        desk.crumbs(Link("Years", desk.links.to("years/index"))),
        (lead,),
        Markup(),
        (),
        None,
        (),
        (desk.rows(sheet.items, sheet.total, _NONE_YET),),
        pager(sheet, places, desk.links),
    )
    return Page(sheet.location, numbered(f"Claims of {year}", sheet), lead, "list", model)
