"""Long lists cut into pages, each with an address of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from claimbook.views.links import Link, Links

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Places:
    """Where the pages of one list stand: the first, and the folder of those that follow."""

    first: str
    folder: str

    def location(self, number: int) -> str:
        """The location of a page, counted from 1."""
        return self.first if number == 1 else f"{self.folder}/{number}"


def places_below(first: str) -> Places:
    """``topics/film``, ``topics/film/2``, … for a list whose first page is no index."""
    return Places(first, first)


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """One page of a list."""

    items: tuple[T, ...]
    number: int
    count: int
    total: int
    location: str


def sheets(items: Sequence[T], per_page: int, places: Places) -> Iterator[Sheet[T]]:
    """Cut a list into pages; an empty list has one."""
    count = max(1, -(-len(items) // per_page))
    for number in range(1, count + 1):
        part = tuple(items[(number - 1) * per_page : number * per_page])
        yield Sheet(part, number, count, len(items), places.location(number))


@dataclass(frozen=True, slots=True)
class Step:
    """A link of the pager; ``number`` and ``href`` are None for a gap."""

    number: int | None = None
    href: str | None = None
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Pager:
    """How to get to the other pages of a list."""

    number: int
    count: int
    previous: str | None
    following: str | None
    steps: tuple[Step, ...]


def pager(sheet: Sheet[T], places: Places, links: Links) -> Pager | None:
    """The pager of a page; None where the list has only one."""
    if sheet.count == 1:
        return None

    def href(number: int) -> str | None:
        return links.to(places.location(number)) if 1 <= number <= sheet.count else None

    return Pager(
        sheet.number,
        sheet.count,
        href(sheet.number - 1),
        href(sheet.number + 1),
        tuple(
            Step(each, href(each), each == sheet.number) if each else Step()
            for each in _shown(sheet.number, sheet.count)
        ),
    )


def _shown(number: int, count: int) -> Iterator[int]:
    """First, last and the neighbours; 0 stands for a gap."""
    wanted = sorted({1, count, *range(max(1, number - 1), min(count, number + 1) + 1)})
    for before, each in zip([0, *wanted], wanted, strict=False):
        if each - before == 2:  # noqa: PLR2004 - a gap of one page is that page
            yield each - 1
        elif each - before > 2:  # noqa: PLR2004
            yield 0
        yield each


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a list under a heading: its place on its page, and its name."""

    anchor: str
    text: str


def year_part(year: int) -> Part:
    """The part of a list that holds one year."""
    return Part(f"y{year}", str(year))


def jumps(parts: Sequence[Part], per_page: int, places: Places, links: Links) -> tuple[Link, ...]:
    """Links to where each part of a list begins; none where there is only one.

    ``parts`` has the part of every entry, in the order of the list.
    """
    first: dict[Part, int] = {}
    for at, part in enumerate(parts):
        first.setdefault(part, at)
    found = (
        Link(part.text, f"{links.to(places.location(at // per_page + 1))}#{part.anchor}")
        for part, at in first.items()
    )
    return tuple(found) if len(first) > 1 else ()
