"""Everything we had to put right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from markupsafe import Markup

from claimbook.views.catalogue import Catalogue
from claimbook.views.links import Link, Links, claim_location
from claimbook.views.lists import Empty
from claimbook.views.marks import Mark
from claimbook.views.page import Desk, Page
from claimbook.views.paging import Pager, Part, Places, Sheet, year_part
from claimbook.views.sources import note_html
from claimbook.wording import Moment


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
class ChangesOfYear:
    """What changed in one year, or the part of it that stands on one page."""

    year: Part
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """The page of all corrections."""

    title: str
    crumbs: tuple[Link, ...]
    lead: tuple[str, ...]
    count: str
    years: tuple[ChangesOfYear, ...]
    jumps: tuple[Link, ...]
    empty: Empty
    pager: Pager | None


_PLACES = Places("corrections/index", "corrections/page")


def correction_pages(desk: Desk) -> Iterator[Page]:
    """All corrections and withdrawals, newest first."""
    changes = all_changes(desk.catalogue, desk.links)
    jumps = desk.jumps([_year(each) for each in changes], _PLACES)
    for sheet in desk.sheets(changes, _PLACES):
        yield _correction_page(sheet, jumps, desk)


def _correction_page(sheet: Sheet[Change], jumps: tuple[Link, ...], desk: Desk) -> Page:
    title, lead = desk.say("lists.corrections"), desk.say("lists.corrections_lead")
    model = CorrectionsPage(
        title,
        desk.crumbs(),
        (lead,),
        desk.say.count("lists.corrections_count", sheet.total),
        tuple(_by_year(sheet.items)),
        jumps,
        Empty(desk.say("lists.no_correction"), desk.see_all()),
        desk.pager(sheet, _PLACES),
    )
    return Page(sheet.location, desk.numbered(title, sheet), lead, "corrections", model)


def _year(change: Change) -> Part:
    return year_part(change.order.year)


def _by_year(changes: Sequence[Change]) -> Iterator[ChangesOfYear]:
    for year, group in groupby(changes, _year):
        yield ChangesOfYear(year, tuple(group))


def all_changes(catalogue: Catalogue, links: Links) -> list[Change]:
    """Every correction and withdrawal of a published claim, newest first."""
    found = (each for name in catalogue.corpus.claims for each in _changes(name, catalogue, links))
    return sorted(found, key=lambda each: each.order, reverse=True)


def _changes(name: str, catalogue: Catalogue, links: Links) -> Iterator[Change]:
    claim, say = catalogue.corpus.claims[name], catalogue.say
    head = (claim.title, links.to(claim_location(name)), catalogue.foreign(claim.record.language))
    for each in claim.record.review.corrections:
        yield Change(
            *head,
            say.moment(each.date),
            each.date.earliest,
            note_html(each.wrong),
            note_html(each.now),
            "",
            catalogue.marks.get(each.rating_before or ""),
            catalogue.marks.get(each.rating_after or ""),
        )
    taken_back = claim.record.withdrawn
    if taken_back:
        date, none = say.moment(taken_back.date), Markup()
        order = taken_back.date.earliest
        yield Change(*head, date, order, none, none, taken_back.reason, None, None)
