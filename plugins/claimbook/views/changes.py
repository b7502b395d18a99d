"""What happened to our fact-checks, day by day: reviews, corrections and withdrawals."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from claimbook.corpus import FiledClaim
from claimbook.dates import PartialDate, parse_date
from claimbook.views.cards import newest_first
from claimbook.views.links import Link
from claimbook.views.lists import Empty, ListPage, Rows
from claimbook.views.page import Desk, Page
from claimbook.views.paging import Part, Places, Sheet, year_part

_PLACES = Places("changes/index", "changes/page")
_DAY = len("2026-11-22")
_KINDS = ("corrected", "withdrawn", "reviewed")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a fact-check on a day."""

    day: PartialDate
    kind: str
    claim: str

    @property
    def key(self) -> tuple[str, str]:
        """What it has in common with others of the same day and kind."""
        return self.day.text, self.kind


def change_pages(desk: Desk) -> Iterator[Page]:
    """Everything that happened, the latest day first."""
    events = _events(desk)
    counts = Counter(each.key for each in events)
    jumps = desk.jumps([_year(each) for each in events], _PLACES)
    for sheet in desk.sheets(events, _PLACES):
        yield _page(sheet, tuple(_groups(sheet, counts, desk)), jumps, desk)


def _events(desk: Desk) -> list[Event]:
    cards = newest_first(desk.catalogue.cards.values())
    claims = (desk.catalogue.corpus.claims[each.id] for each in cards)
    found = sorted(
        (event for claim in claims for event in _of_claim(claim)),
        key=lambda each: (_KINDS.index(each.kind), each.day.text),
    )
    return sorted(found, key=lambda each: (each.day.earliest, each.day.text), reverse=True)


def _of_claim(claim: FiledClaim) -> Iterator[Event]:
    review, withdrawn = claim.record.review, claim.record.withdrawn
    if review.reviewed:
        yield Event(_day(review.reviewed), "reviewed", claim.id)
    for day in dict.fromkeys(_day(each.date) for each in review.corrections):
        yield Event(day, "corrected", claim.id)
    if withdrawn:
        yield Event(_day(withdrawn.date), "withdrawn", claim.id)


def _day(date: PartialDate) -> PartialDate:
    """The date without its time of day."""
    return parse_date(date.plain[:_DAY]) if date.precision == "minute" else date


def _page(sheet: Sheet[Event], rows: tuple[Rows, ...], jumps: tuple[Link, ...], desk: Desk) -> Page:
    title, lead = desk.say("lists.changes"), desk.say("lists.changes_lead")
    empty = Empty(desk.say("lists.no_change"), desk.see_all())
    model = ListPage(
        title,
        desk.crumbs(),
        (lead,),
        rows=rows or (Rows("", "", (), empty),),
        pager=desk.pager(sheet, _PLACES),
        jumps=jumps,
        kind="changes",
        follow=desk.follow(_PLACES.first),
    )
    return Page(sheet.location, desk.numbered(title, sheet), lead, "list", model)


def _groups(
    sheet: Sheet[Event], counts: Mapping[tuple[str, str], int], desk: Desk
) -> Iterator[Rows]:
    before = year = None
    for (day, kind), events in groupby(sheet.items, lambda each: each.key):
        first, *rest = events
        anchor = _year(first).anchor if _year(first) != year else f"d{first.day.plain}"
        above = Part(anchor, desk.say.date(first.day)) if day != before else None
        yield desk.rows(
            desk.cards(each.claim for each in (first, *rest)),
            counts[day, kind],
            Empty(""),
            heading=desk.say(f"lists.change_{kind}"),
            above=above,
        )
        before, year = day, _year(first)


def _year(event: Event) -> Part:
    return year_part(event.day.year)
