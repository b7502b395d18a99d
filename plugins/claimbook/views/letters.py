"""Names in the order of an index, and the letters they stand under."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar
from unicodedata import combining, normalize

from claimbook.views.links import Link
from claimbook.views.page import Desk
from claimbook.views.paging import Part, Places

T = TypeVar("T")
Jumps = tuple[Link, ...]

# A list that fits on two screens needs no letters.
_SHORT = 30
# Scripts from here on have thousands of letters.
_IDEOGRAPHS = 0x2E80


def alphabetical(name: str) -> tuple[int, str]:
    """What names are sorted by; marks on letters do not matter, signs stand before letters."""
    plain = _plain(name)
    return (_group(plain), plain)


def with_letters(
    items: Sequence[T], name: Callable[[T], str], desk: Desk
) -> list[tuple[Part | None, T]]:
    """Each of a list with the letter it stands under; with None in a list that is short."""
    is_long = len(items) > _SHORT
    return [(_letter(name(each), desk) if is_long else None, each) for each in items]


def letter_jumps(items: Iterable[tuple[Part | None, T]], places: Places, desk: Desk) -> Jumps:
    """Links to where each letter begins."""
    return desk.jumps([part for part, _ in items if part], places)


def by_letter(items: Iterable[tuple[Part | None, T]]) -> Iterator[tuple[Part | None, list[T]]]:
    """What stands under each letter of one page of a list."""
    for part, below in groupby(items, lambda each: each[0]):
        yield part, [each for _, each in below]


def _letter(name: str, desk: Desk) -> Part:
    plain = _plain(name)
    group = _group(plain)
    if group == 1:
        return Part(f"letter-{ord(plain[0]):x}", plain[0].upper())
    key = "signs" if group == 0 else "scripts"
    return Part(f"letter-{key}", desk.say(f"claimants.initial_{key}"))


def _plain(name: str) -> str:
    if name.isascii():
        return name.lower()
    letters = normalize("NFKD", name)
    return "".join(each for each in letters if not combining(each)).casefold()


def _group(plain: str) -> int:
    if not plain[:1].isalpha():
        return 0
    return 1 if ord(plain[0]) < _IDEOGRAPHS else 2
