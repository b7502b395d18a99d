"""Everything we had to put right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from claimbook.corpus import Corpus, FiledClaim
from claimbook.dates import PartialDate
from claimbook.records import Correction, Withdrawal
from claimbook.views.links import Link, claim_location
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
    wrong: Markup
    now: Markup
    withdrawn: str
    before: Mark | None
    after: Mark | None


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A correction or a withdrawal before it is put in words, with the id of its claim."""

    claim: str
    date: PartialDate
    record: Correction | Withdrawal


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
    follow: tuple[Link, ...]


_PLACES = Places("corrections/index", "corrections/page")


def correction_pages(desk: Desk) -> Iterator[Page]:
    """All corrections and withdrawals, newest first."""
    log = log_of(desk.catalogue.corpus)
    jumps = desk.jumps([_year(each) for each in log], _PLACES)
    for sheet in desk.sheets(log, _PLACES):
        yield _correction_page(sheet, jumps, desk)


def _correction_page(sheet: Sheet[LogEntry], jumps: tuple[Link, ...], desk: Desk) -> Page:
    title, lead = desk.say("lists.corrections"), desk.say("lists.corrections_lead")
    model = CorrectionsPage(
        title,
        desk.crumbs(),
        (lead,),
        desk.say.count("lists.corrections_count", sheet.total),
        tuple(_by_year(sheet.items, desk)),
        jumps,
        Empty(desk.say("lists.no_correction"), desk.see_all()),
        desk.pager(sheet, _PLACES),
        desk.follow(_PLACES.first),
    )
    return Page(sheet.location, desk.numbered(title, sheet), lead, "corrections", model)


def _year(entry: LogEntry) -> Part:
    return year_part(entry.date.year)


def _by_year(log: Sequence[LogEntry], desk: Desk) -> Iterator[ChangesOfYear]:
    for year, entries in groupby(log, _year):
        yield ChangesOfYear(year, tuple(change_of(each, desk) for each in entries))


def log_of(corpus: Corpus) -> list[LogEntry]:
    """Every correction and withdrawal of a published claim, newest first."""
    found = (entry for each in corpus.claims.values() for entry in _entries(each))
    return sorted(found, key=lambda each: each.date.earliest, reverse=True)


def _entries(claim: FiledClaim) -> Iterator[LogEntry]:
    for each in claim.record.review.corrections:
        yield LogEntry(claim.id, each.date, each)
    if claim.record.withdrawn:
        yield LogEntry(claim.id, claim.record.withdrawn.date, claim.record.withdrawn)


def change_of(entry: LogEntry, desk: Desk) -> Change:
    """An entry of the log in words."""
    catalogue, record = desk.catalogue, entry.record
    card = catalogue.cards[entry.claim]
    href, language = desk.links.to(claim_location(card.id)), catalogue.foreign(card.language)
    head = (card.title, href, language, desk.say.moment(entry.date))
    if isinstance(record, Withdrawal):
        return Change(*head, Markup(), Markup(), record.reason, None, None)
    return Change(
        *head,
        note_html(record.wrong),
        note_html(record.now),
        "",
        catalogue.marks.get(record.rating_before or ""),
        catalogue.marks.get(record.rating_after or ""),
    )
