"""Who made claims, and whom claims are about: two lists, by name, with a way to each letter."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from unicodedata import combining, normalize

from claimbook.views.links import Link
from claimbook.views.lists import Empty, IndexEntry, Tab
from claimbook.views.page import Desk, Page
from claimbook.views.paging import Pager, Part, Places, Sheet
from claimbook.views.people import Person

INDEX = Places("claimants/index", "claimants/page")
_SUBJECTS = Places("subjects/index", "subjects/page")
_WAYS = (("claimants.tab_made", INDEX.first), ("claimants.tab_about", _SUBJECTS.first))
# A list that fits on two screens needs no letters.
_SHORT = 30
# Scripts from here on have thousands of letters.
_IDEOGRAPHS = 0x2E80


@dataclass(frozen=True, slots=True)
class Letter:
    """The entries below one letter; ``part`` is None in a list without letters."""

    part: Part | None
    entries: tuple[IndexEntry, ...]


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
    """In the order of names; marks on letters do not matter, signs stand before letters."""
    return sorted(people, key=lambda each: (_order(each.record.name), each.record.name, each.id))


def _order(name: str) -> tuple[int, str]:
    plain = _plain(name)
    return (_group(plain), plain)


def _plain(name: str) -> str:
    letters = normalize("NFKD", name)
    return "".join(each for each in letters if not combining(each)).casefold()


def _group(plain: str) -> int:
    if not plain[:1].isalpha():
        return 0
    return 1 if ord(plain[0]) < _IDEOGRAPHS else 2


def index_pages(people: Sequence[Person], desk: Desk) -> Iterator[Page]:
    """Both lists, page by page; ``people`` are in the order of names."""
    made, about = desk.catalogue.people.made, desk.catalogue.people.about
    # Whoever has a file and no claim yet stands with the claimants.
    first = [each for each in people if each.id in made or each.id not in about]
    yield from _pages(_List("made", INDEX, made), first, desk)
    second = [each for each in people if each.id in about]
    yield from _pages(_List("about", _SUBJECTS, about), second, desk)


def _pages(kind: _List, people: Sequence[Person], desk: Desk) -> Iterator[Page]:
    parts = [_part(each, desk) for each in people] if len(people) > _SHORT else []
    jumps = desk.jumps(parts, kind.places)
    for sheet in desk.sheets(people, kind.places):
        title, lead = (
            desk.say(f"claimants.title_{kind.name}"),
            desk.say(f"claimants.lead_{kind.name}"),
        )
        model = ClaimantsPage(
            title,
            desk.crumbs(),
            (lead, desk.say("claimants.caution")),
            desk.tabs(_WAYS, kind.places.first),
            jumps,
            tuple(_letters(sheet, kind, desk, is_long=bool(parts))),
            Empty(desk.say(f"claimants.empty_{kind.name}"), desk.see_all()),
            desk.pager(sheet, kind.places),
        )
        yield Page(sheet.location, desk.numbered(title, sheet), lead, "claimants", model)


def _letters(sheet: Sheet[Person], kind: _List, desk: Desk, *, is_long: bool) -> Iterator[Letter]:
    def part(person: Person) -> Part | None:
        return _part(person, desk) if is_long else None

    for letter, people in groupby(sheet.items, part):
        yield Letter(letter, tuple(_entry(each, kind, desk) for each in people))


def _part(person: Person, desk: Desk) -> Part:
    plain = _plain(person.record.name)
    group = _group(plain)
    if group == 1:
        return Part(f"letter-{ord(plain[0]):x}", plain[0].upper())
    name = "signs" if group == 0 else "scripts"
    return Part(f"letter-{name}", desk.say(f"claimants.initial_{name}"))


def _entry(person: Person, kind: _List, desk: Desk) -> IndexEntry:
    count = len(kind.claims.get(person.id, ()))
    href = desk.links.to(f"claimants/{person.id}")
    return IndexEntry(person.record.name, href, desk.claims(count), person.record.role or "")
