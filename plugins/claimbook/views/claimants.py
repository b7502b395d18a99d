"""The page of each claimant: what they claimed, and apart from it what was claimed about them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from claimbook.views.cards import Card, newest_first
from claimbook.views.charts.bars import Bars
from claimbook.views.charts.times import FEWEST, Row, Times, times
from claimbook.views.claimants_index import INDEX, by_name, index_pages
from claimbook.views.links import Link
from claimbook.views.lists import Empty, Rows
from claimbook.views.page import Desk, Page
from claimbook.views.paging import Pager, Places, Sheet, places_below
from claimbook.views.people import Person
from claimbook.views.sources import note_html
from claimbook.views.statistics import few_ratings, undated_remarks


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a claimant's claims amount to; the bars compare no claimant with another."""

    bars: Bars
    times: Times | None
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimantPage:
    """A page of a claimant; only the first one has ``numbers``, and not for a few claims."""

    title: str
    crumbs: tuple[Link, ...]
    description: str
    caution: str
    notes: Markup
    links: tuple[Link, ...]
    rows: tuple[Rows, ...]
    numbers: Numbers | None
    pager: Pager | None
    follow: tuple[Link, ...]


def claimant_pages(desk: Desk) -> Iterator[Page]:
    """The two lists of people and organisations, and a page for each of them."""
    people = by_name(desk.catalogue.people.by_id.values())
    yield from index_pages(people, desk)
    for each in people:
        yield from _person_pages(each, desk)


def _person_pages(person: Person, desk: Desk) -> Iterator[Page]:
    name = person.record.name
    made, about = _claims(person, desk)
    places = places_below(f"claimants/{person.id}")
    description = desk.say("claimants.description", name=name)
    for sheet in desk.sheets([*made, *about], places):
        start = (sheet.number - 1) * desk.per_page
        first = max(0, len(made) - start)
        rows = tuple(_rows(person, sheet.items[:first], sheet.items[first:], desk))
        model = _page(person, sheet, places, rows, desk)
        yield Page(sheet.location, desk.numbered(name, sheet), description, "claimant", model)


def _page(
    person: Person, sheet: Sheet[Card], places: Places, rows: tuple[Rows, ...], desk: Desk
) -> ClaimantPage:
    record = person.record
    return ClaimantPage(
        record.name,
        desk.crumbs(desk.link("claimants.title_made", INDEX.first)),
        _description(person, desk),
        desk.say("claimants.caution"),
        note_html(record.notes),
        tuple(Link(each.site, each.href) for each in record.same_as),
        rows,
        _numbers(person, desk) if sheet.number == 1 else None,
        desk.pager(sheet, places),
        desk.follow(places.first),
    )


def _description(person: Person, desk: Desk) -> str:
    role, kind = person.record.role, person.record.kind
    words = (role, desk.say(f"claimants.kind_{kind}") if kind else None)
    return " · ".join(each for each in words if each)


def _claims(person: Person, desk: Desk) -> tuple[list[Card], list[Card]]:
    people = desk.catalogue.people
    return (
        newest_first(desk.cards(people.made.get(person.id, ()))),
        newest_first(desk.cards(people.about.get(person.id, ()))),
    )


def _rows(
    person: Person, made: Sequence[Card], about: Sequence[Card], desk: Desk
) -> Iterator[Rows]:
    people, name, say = desk.catalogue.people, person.record.name, desk.say
    if made or not about:
        empty = Empty(say("claimants.none_made"), desk.see_all())
        total = len(people.made.get(person.id, ()))
        yield desk.rows(made, total, empty, heading=say("claimants.made", name=name))
    if about:
        total = len(people.about.get(person.id, ()))
        yield desk.rows(about, total, Empty(""), heading=say("claimants.about", name=name))


def _numbers(person: Person, desk: Desk) -> Numbers | None:
    made = desk.catalogue.people.made.get(person.id, ())
    if len(made) < FEWEST:
        return None
    say = desk.say
    caption = say.count("claimants.ratings", len(made), name=person.record.name)
    bars = few_ratings(desk.cards(made), caption, desk)
    return Numbers(bars, _times(made, desk), undated_remarks(made, desk))


def _times(made: Sequence[str], desk: Desk) -> Times | None:
    claimed = (desk.catalogue.corpus.claims[name].record.claimed for name in made)
    row = Row(desk.say("charts.claims"), [each for each in claimed if each])
    return times("claims-chart", [row], desk.say)
