"""Who made claims, and whom claims are about: two lists, by name, with a way to each letter."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimbook.views.letters import alphabetical, by_letter, letter_jumps, with_letters
from claimbook.views.links import Link
from claimbook.views.lists import Empty, IndexEntry, Letter, Tab
from claimbook.views.page import Desk, Page
from claimbook.views.paging import Pager, Places
from claimbook.views.people import Person

INDEX = Places("claimants/index", "claimants/page")
_SUBJECTS = Places("subjects/index", "subjects/page")
_WAYS = (("claimants.tab_made", INDEX.first), ("claimants.tab_about", _SUBJECTS.first))


@dataclass(frozen=True, slots=True)
class ClaimantsPage:
    """A page of one of the two lists."""

    title: str
    crumbs: tuple[Link, ...]
    lead: tuple[str, ...]
    tabs: tuple[Tab, ...]
    jumps: tuple[Link, ...]
    letters: tuple[Letter, ...]
    empty: Empty
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class _List:
    """One of the two lists: the end of its messages' keys, its place and its counts."""

    name: str
    places: Places
    claims: Mapping[str, tuple[str, ...]]


def by_name(people: Iterable[Person]) -> list[Person]:
    """In the order of names."""
    return sorted(
        people, key=lambda each: (alphabetical(each.record.name), each.record.name, each.id)
    )


def index_pages(people: Sequence[Person], desk: Desk) -> Iterator[Page]:
    """Both lists, page by page; ``people`` are in the order of names."""
    made, about = desk.catalogue.people.made, desk.catalogue.people.about
    # Whoever has a file and no claim yet stands with the claimants.
    first = [each for each in people if each.id in made or each.id not in about]
    yield from _pages(_List("made", INDEX, made), first, desk)
    second = [each for each in people if each.id in about]
    yield from _pages(_List("about", _SUBJECTS, about), second, desk)


def _pages(kind: _List, people: Sequence[Person], desk: Desk) -> Iterator[Page]:
    listed = with_letters(people, lambda each: each.record.name, desk)
    jumps = letter_jumps(listed, kind.places, desk)
    title, lead = desk.say(f"claimants.title_{kind.name}"), desk.say(f"claimants.lead_{kind.name}")
    for sheet in desk.sheets(listed, kind.places):
        model = ClaimantsPage(
            title,
            desk.crumbs(),
            (lead, desk.say("claimants.caution")),
            desk.tabs(_WAYS, kind.places.first),
            jumps,
            tuple(
                Letter(part, tuple(_entry(each, kind, desk) for each in below))
                for part, below in by_letter(sheet.items)
            ),
            Empty(desk.say(f"claimants.empty_{kind.name}"), desk.see_all()),
            desk.pager(sheet, kind.places),
        )
        yield Page(sheet.location, desk.numbered(title, sheet), lead, "claimants", model)


def _entry(person: Person, kind: _List, desk: Desk) -> IndexEntry:
    count = len(kind.claims.get(person.id, ()))
    href = desk.links.to(f"claimants/{person.id}")
    return IndexEntry(person.record.name, href, desk.claims(count), person.record.role or "")
