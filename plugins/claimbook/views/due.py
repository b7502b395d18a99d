"""When we said that we would look again."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby

from claimbook.dates import PartialDate
from claimbook.views.cards import Card, newest_first
from claimbook.views.feeds import REVIEWS, has_calendar
from claimbook.views.links import Link
from claimbook.views.lists import Empty, ListPage, Rows
from claimbook.views.page import Desk, Page
from claimbook.views.paging import Part, Places, Sheet

_PLACES = Places("due/index", "due/page")


def due_pages(desk: Desk) -> Iterator[Page]:
    """Claims whose date for another look is past, then those whose date will come."""
    cards = sorted(
        (each for each in newest_first(desk.catalogue.cards.values()) if each.due),
        key=lambda each: each.due or "",
    )
    counts = Counter(each.due or "" for each in cards)
    undated = sum(not each.due for each in desk.catalogue.cards.values())
    for sheet in desk.sheets(cards, _PLACES):
        groups = tuple(_groups(sheet, counts, desk))
        nothing_past = not (cards and cards[0].is_due)
        rows = (*_nothing_past(sheet, desk), *groups) if nothing_past else groups
        yield _page(sheet, rows, undated, desk)


def _page(sheet: Sheet[Card], rows: tuple[Rows, ...], undated: int, desk: Desk) -> Page:
    title, lead = desk.say("lists.due"), desk.say("lists.due_lead")
    more = (desk.say.count("lists.due_undated", undated),) if undated else ()
    pager = desk.pager(sheet, _PLACES)
    calendar = desk.links.file(REVIEWS) if has_calendar(desk.catalogue) else None
    model = ListPage(
        title,
        desk.crumbs(),
        (lead, *more),
        rows=rows,
        pager=pager,
        kind="due",
        follow=(Link(desk.say("feeds.calendar"), calendar),) if calendar else (),
    )
    return Page(sheet.location, desk.numbered(title, sheet), lead, "list", model)


def _nothing_past(sheet: Sheet[Card], desk: Desk) -> Iterator[Rows]:
    if sheet.number == 1:
        yield Rows("", "", (), Empty(desk.say("lists.due_none_past")), _part("past", desk))
    if not sheet.total:
        empty = Empty(desk.say("lists.due_none_coming"), desk.see_all())
        yield Rows("", "", (), empty, _part("coming", desk))


def _part(name: str, desk: Desk) -> Part:
    return Part(name, desk.say(f"lists.due_{name}"))


def _groups(sheet: Sheet[Card], counts: Mapping[str, int], desk: Desk) -> Iterator[Rows]:
    before = None
    for (is_due, due), cards in groupby(sheet.items, lambda each: (each.is_due, each.due or "")):
        first, *rest = cards
        part = _part("past" if is_due else "coming", desk)
        yield desk.rows(
            (first, *rest),
            counts[due],
            Empty(""),
            heading=desk.say.date(_review_by(first, desk)),
            above=part if part != before else None,
        )
        before = part


def _review_by(card: Card, desk: Desk) -> PartialDate:
    by = desk.catalogue.corpus.claims[card.id].record.review.review_by
    if by is None:
        raise ValueError(card.id)
    return by
