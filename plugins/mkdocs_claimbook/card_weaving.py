"""The cards of all claims, put into the tree beside their pages."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from claimbook.card_shelf import CardCount, card_manner, place_cards
from claimbook.crew import ALONE, batches
from claimbook.exports.open_graph import card_path
from claimbook.page_memory import SiteMemory
from claimbook.processes import crew_for
from claimbook.site import Site
from claimbook.tree import Stamp, Tree

# How many pages of a claim could be made while one card is drawn.
_PAGES = 20


class _Placed(NamedTuple):
    stamps: dict[str, Stamp]
    drawn: int


def put_cards(
    site: Site, memory: SiteMemory, tree: Tree, root: Path, step: Callable[[str], None]
) -> tuple[dict[str, Stamp], CardCount]:
    """Let the tree hold a card for every claim; those that are not there are drawn or copied.

    Returns the stamps of all cards by path. ``root`` is the project.
    """
    manner = card_manner()
    stamps = dict(_again(memory.cards(manner), tree))
    for path in stamps:
        step(path)
    left = [name for name in site.corpus.claims if card_path(name) not in stamps]
    drawn = 0
    for each in _made(left, site, tree, root):
        for path in each.stamps:
            step(path)
        stamps.update(each.stamps)
        drawn += each.drawn
    memory.note_cards({name: stamps[card_path(name)].digest for name in site.corpus.claims}, manner)
    return stamps, CardCount(len(stamps), drawn)


def _again(known: Mapping[str, bytes], tree: Tree) -> Iterator[tuple[str, Stamp]]:
    for name, taken in known.items():
        stamp = tree.keep(card_path(name), taken)
        if stamp:
            yield card_path(name), stamp


def _made(names: Sequence[str], site: Site, tree: Tree, root: Path) -> Iterator[_Placed]:
    def placed(share: Sequence[str]) -> _Placed:
        stamps: dict[str, Stamp] = {}

        def put(path: str, content: bytes) -> None:
            stamps[path] = tree.put(path, content)

        return _Placed(stamps, place_cards(site.card_faces(share), put, root).drawn)

    crew = crew_for(len(names) * _PAGES)
    # The tree is on this machine.
    crew = crew if crew.shares_memory else ALONE
    return crew.map(placed, batches(names, crew))
