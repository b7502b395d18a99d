"""Everything we had to put right."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from claimbook.format import Moment, counted, moment
from claimbook.views.catalogue import Catalogue
from claimbook.views.links import Link, Links, claim_location
from claimbook.views.lists import Empty
from claimbook.views.marks import Mark
from claimbook.views.page import Desk, Page
from claimbook.views.paging import Pager, Places, pager, sheets
from claimbook.views.sources import note_html


@dataclass(frozen=True, slots=True)
class Change:
    """A correction or a withdrawal, as the list of all of them shows it."""

    title: str
    href: str
    language: str | None
    date: Moment
    order: datetime
    wrong: Markup
    now: Markup
    withdrawn: str
    before: Mark | None
    after: Mark | None


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """The page of all corrections."""

    title: str
    crumbs: tuple[Link, ...]
    lead: tuple[str, ...]
    count: str
    changes: tuple[Change, ...]
    empty: Empty
    pager: Pager | None


_LEAD = (
    "What we got wrong, what the page says now, and when we changed it, the latest first. Each "
    "correction also stands on the page of its claim."
)
_PLACES = Places("corrections/index", "corrections/page")


def correction_pages(desk: Desk) -> Iterator[Page]:
    """All corrections and withdrawals, newest first."""
    changes = all_changes(desk.catalogue, desk.links)
    empty = Empty(
        "We have corrected nothing so far. If you find a mistake, report it from the page of the "
        "claim.",
        desk.see_all(),
    )
    for sheet in sheets(changes, desk.per_page, _PLACES):
        model = CorrectionsPage(
            "Corrections",
            desk.crumbs(),
            (_LEAD,),
            counted(sheet.total, "correction"),
            sheet.items,
            empty,
            pager(sheet, _PLACES, desk.links),
        )
        yield Page(sheet.location, "Corrections", _LEAD, "corrections", model)


def all_changes(catalogue: Catalogue, links: Links) -> list[Change]:
    """Every correction and withdrawal of a published claim, newest first."""
    found = (each for name in catalogue.corpus.claims for each in _changes(name, catalogue, links))
    return sorted(found, key=lambda each: each.order, reverse=True)


def _changes(name: str, catalogue: Catalogue, links: Links) -> Iterator[Change]:
    claim = catalogue.corpus.claims[name]
    head = (claim.title, links.to(claim_location(name)), catalogue.foreign(claim.record.language))
    for each in claim.record.review.corrections:
        yield Change(
            *head,
            moment(each.date),
            each.date.earliest,
            note_html(each.wrong),
            note_html(each.now),
            "",
            catalogue.marks.get(each.rating_before or ""),
            catalogue.marks.get(each.rating_after or ""),
        )
    taken_back = claim.record.withdrawn
    if taken_back:
        date, none = taken_back.date, Markup()
        yield Change(*head, moment(date), date.earliest, none, none, taken_back.reason, None, None)
