"""All claims in three orders, and by year."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from claimbook.views.cards import Card, by_claimant, by_rating, newest_first
from claimbook.views.charts.bars import Bars
from claimbook.views.facets import facets_of
from claimbook.views.filter_bar import filter_bar
from claimbook.views.links import ALL_CLAIMS
from claimbook.views.lists import Empty, IndexEntry, IndexPage, ListPage, Rows
from claimbook.views.page import Desk, Page
from claimbook.views.paging import Pager, Places, Sheet, places_below
from claimbook.views.statistics import ratings_here


@dataclass(frozen=True, slots=True)
class Arrangement:
    """An order in which all claims can be read; ``heading`` is what a claim stands under."""

    name: str
    places: Places
    sort: Callable[[Iterable[Card]], list[Card]]
    heading: Callable[[Card], str] = lambda _: ""


ARRANGEMENTS = (
    Arrangement("date", Places(ALL_CLAIMS, "browse/date"), newest_first),
    Arrangement(
        "rating",
        Places("browse/rating/index", "browse/rating"),
        by_rating,
        lambda card: card.mark.label,
    ),
    Arrangement(
        "claimant",
        Places("browse/claimant/index", "browse/claimant"),
        by_claimant,
        lambda card: card.claimant,
    ),
)


_WAYS = tuple((f"lists.order_{each.name}", each.places.first) for each in ARRANGEMENTS)


def none_yet(desk: Desk) -> Empty:
    """What a list says before the first claim is published."""
    return Empty(desk.say("lists.no_claim"))


def browse_pages(desk: Desk) -> Iterator[Page]:
    """Every order, page by page."""
    ways = ListPage(
        "",
        (),
        (),
        facets=facets_of(desk),
        filter_bar=filter_bar(desk.catalogue, desk.links),
        follow=desk.follow(ALL_CLAIMS),
    )
    for each in ARRANGEMENTS:
        cards = each.sort(desk.catalogue.cards.values())
        counts = Counter(map(each.heading, cards))
        for sheet in desk.sheets(cards, each.places):
            yield _browse_page(each, sheet, tuple(_groups(each, sheet, counts, desk)), ways, desk)


def _browse_page(
    arrangement: Arrangement,
    sheet: Sheet[Card],
    rows: tuple[Rows, ...],
    ways: ListPage,
    desk: Desk,
) -> Page:
    title = desk.say(f"lists.by_{arrangement.name}")
    lead = desk.say(f"lists.by_{arrangement.name}_lead")
    model = replace(
        ways,
        title=title,
        lead=(lead,),
        tabs=desk.tabs(_WAYS, arrangement.places.first),
        rows=rows,
        pager=desk.pager(sheet, arrangement.places),
    )
    return Page(sheet.location, desk.numbered(title, sheet), lead, "list", model)


def _groups(
    arrangement: Arrangement, sheet: Sheet[Card], counts: Mapping[str, int], desk: Desk
) -> Iterator[Rows]:
    """The claims of a page below their headings, each with the count of the whole site."""
    empty = none_yet(desk)
    for heading, cards in groupby(sheet.items, arrangement.heading):
        yield desk.rows(cards, counts[heading], empty, heading=heading)
    if not sheet.items:
        yield desk.rows((), 0, empty)


def year_pages(desk: Desk) -> Iterator[Page]:
    """The index of years and every year's claims."""
    yield _year_index(desk)
    for year, names in desk.catalogue.backlinks.by_year.items():
        cards = newest_first(desk.cards(names))
        places = places_below(f"years/{year}")
        for sheet in desk.sheets(cards, places):
            ratings = ratings_here(cards, sheet, desk)
            yield _year_page(year, sheet, desk.pager(sheet, places), ratings, desk)


def _year_index(desk: Desk) -> Page:
    years = desk.catalogue.backlinks.by_year
    entries = tuple(
        IndexEntry(year, desk.links.to(f"years/{year}"), desk.claims(len(names)))
        for year, names in sorted(years.items(), reverse=True)
    )
    title, lead = desk.say("lists.years"), desk.say("lists.years_lead")
    undated = len(desk.catalogue.cards) - sum(len(names) for names in years.values())
    more = (desk.say.count("lists.undated_elsewhere", undated),) if undated else ()
    empty = Empty(desk.say("lists.no_year"), desk.see_all())
    model = IndexPage(title, desk.crumbs(), (lead, *more), entries, empty)
    return Page("years/index", title, lead, "index", model)


def _year_page(
    year: str, sheet: Sheet[Card], pager: Pager | None, ratings: Bars | None, desk: Desk
) -> Page:
    lead = desk.say("lists.year_lead", year=year)
    model = ListPage(
        year,
        desk.crumbs(desk.link("lists.years", "years/index")),
        (lead,),
        rows=(desk.rows(sheet.items, sheet.total, none_yet(desk)),),
        pager=pager,
        ratings=ratings,
    )
    title = desk.numbered(desk.say("lists.year_title", year=year), sheet)
    return Page(sheet.location, title, lead, "list", model)
