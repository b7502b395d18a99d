"""Claimants, what they claimed, and what was claimed about them."""

from collections.abc import Iterator, Sequence

from claimbook.format import counted
from claimbook.values import EntityKind
from claimbook.views.cards import Card, newest_first
from claimbook.views.links import Link
from claimbook.views.lists import Empty, IndexEntry, IndexPage, ListPage, Rows
from claimbook.views.page import Desk, Page
from claimbook.views.paging import Places, numbered, pager, places_below, sheets
from claimbook.views.people import Person
from claimbook.views.sources import note_html

CAUTION = (
    "We check what is brought to us. Neither the number of our checks nor their ratings measure "
    "anybody’s honesty."
)
_KINDS = {
    EntityKind.PERSON: "Person",
    EntityKind.ORGANISATION: "Organisation",
    EntityKind.PUBLICATION: "Publication",
    EntityKind.PRODUCT: "Product",
    EntityKind.ANONYMOUS: "Not named",
}
_INDEX = Places("claimants/index", "claimants/page")


def claimant_pages(desk: Desk) -> Iterator[Page]:
    """The index of claimants and a page for each."""
    people = sorted(
        desk.catalogue.people.by_id.values(), key=lambda each: each.record.name.casefold()
    )
    lead = "Who made the claims that we have checked, and whom they are about."
    empty = Empty("No claimant is known yet.", desk.see_all())
    for sheet in sheets([_entry(each, desk) for each in people], desk.per_page, _INDEX):
        model = IndexPage(
            "Claimants",
            desk.crumbs(),
            (lead, CAUTION),
            sheet.items,
            empty,
            pager(sheet, _INDEX, desk.links),
        )
        yield Page(sheet.location, numbered("Claimants", sheet), lead, "index", model)
    for each in people:
        yield from _person_pages(each, desk)


def _entry(person: Person, desk: Desk) -> IndexEntry:
    people = desk.catalogue.people
    made, about = len(people.made.get(person.id, ())), len(people.about.get(person.id, ()))
    counts = [counted(made, "claim")] if made or not about else []
    if about:
        counts.append(f"{counted(about, 'claim')} about them")
    return IndexEntry(
        person.record.name,
        desk.links.to(f"claimants/{person.id}"),
        ", ".join(counts),
        person.record.role or "",
    )


def _person_pages(person: Person, desk: Desk) -> Iterator[Page]:
    record = person.record
    made, about = _claims(person, desk)
    places = places_below(f"claimants/{person.id}")
    for sheet in sheets([*made, *about], desk.per_page, places):
        start = (sheet.number - 1) * desk.per_page
        first = sheet.items[: max(0, len(made) - start)]
        model = ListPage(
            record.name,
            desk.crumbs(Link("Claimants", desk.links.to("claimants/index"))),
            tuple(_lead(person)),
            note_html(record.notes),
            tuple(Link(each.site, each.href) for each in record.same_as),
            None,
            (),
            tuple(_rows(person, first, sheet.items[len(first) :], desk)),
            pager(sheet, places, desk.links),
        )
        description = f"Claims by {record.name} that we have checked."
        yield Page(sheet.location, numbered(record.name, sheet), description, "list", model)


def _claims(person: Person, desk: Desk) -> tuple[list[Card], list[Card]]:
    people = desk.catalogue.people
    return (
        newest_first(desk.cards(people.made.get(person.id, ()))),
        newest_first(desk.cards(people.about.get(person.id, ()))),
    )


def _rows(
    person: Person, made: Sequence[Card], about: Sequence[Card], desk: Desk
) -> Iterator[Rows]:
    people, name = desk.catalogue.people, person.record.name
    if made or not about:
        empty = Empty("None of the claims we have checked was made here.", desk.see_all())
        total = len(people.made.get(person.id, ()))
        yield desk.rows(made, total, empty, heading=f"Claims by {name}")
    if about:
        total = len(people.about.get(person.id, ()))
        yield desk.rows(about, total, Empty(""), heading=f"Claims about {name}")


def _lead(person: Person) -> Iterator[str]:
    record = person.record
    if record.role or record.kind:
        words = (record.role, _KINDS[record.kind] if record.kind else None)
        yield " · ".join(each for each in words if each)
    yield CAUTION
