"""What the filter bar reads, in parts: no view of the list needs more than a few of them.

All claims have a place in one order, the newest first. A *list* is a choice of them: all, or those
of one rating, topic, year or claimant. Its file ``<facet>/<key>.json`` holds

- ``at``: the places of its claims as steps, each from the one before (the first from -1),
- ``ratings``: one sign for each claim, so that a view counts by rating with no further file (in
  the lists of topics, years and claimants),
- ``rows``: the first block of its lines; ``<facet>/<key>/<number>.json`` hold those that follow.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimbook.views.cards import Card, newest_first
from claimbook.views.catalogue import Catalogue
from claimbook.views.filter_bar import DATA, signs_of
from claimbook.wording import Wording

# So many rows stand in one block. A page of results shows half as many.
BLOCK = 100
# So many claimants are offered at once; all others are looked up by their initial.
TOP_CLAIMANTS = 200
File = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class _Shelf:
    """All claims in their order: the finished row and the rating's sign of each, and its place."""

    rows: tuple[str, ...]
    signs: tuple[str, ...]
    places: Mapping[str, int]

    def places_of(self, names: Iterable[str]) -> list[int]:
        return sorted(self.places[name] for name in names if name in self.places)


def filter_files(catalogue: Catalogue) -> Iterator[File]:
    """Published path and content of every file; the same corpus gives the same bytes."""
    cards = newest_first(catalogue.cards.values())
    shelf = _shelf(cards, catalogue)
    yield from _list("all", range(len(cards)), shelf)
    links = catalogue.backlinks
    yield from _lists("rating", _by_rating(cards), shelf)
    yield from _lists("topic", links.by_topic, shelf)
    yield from _lists("year", links.by_year, shelf)
    yield from _claimants(catalogue, shelf)


def _shelf(cards: Iterable[Card], catalogue: Catalogue) -> _Shelf:
    signs = signs_of(catalogue)
    found = [(row_of(each, signs, catalogue), signs[each.mark.key], each.id) for each in cards]
    return _Shelf(
        tuple(row for row, _, _ in found),
        tuple(sign for _, sign, _ in found),
        {name: place for place, (_, _, name) in enumerate(found)},
    )


def row_of(card: Card, signs: Mapping[str, str], catalogue: Catalogue) -> str:
    """A claim as a line of a list, as JSON of which ``assets/scripts/row.js`` makes the line."""
    claimed = card.claimed
    return _json(
        [
            card.id,
            card.title,
            card.language or "",
            signs[card.mark.key],
            card.claimant,
            claimed.iso if claimed else "",
            claimed.text if claimed else "",
            card.sources,
            list(_remarks(card, catalogue.say)),
            card.due or "",
        ]
    )


def _remarks(card: Card, say: Wording) -> Iterator[str]:
    if card.is_corrected:
        yield say("lists.corrected")
    if card.is_superseded:
        yield say("lists.superseded")


def _by_rating(cards: Iterable[Card]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in cards:
        found.setdefault(each.mark.key, []).append(each.id)
    return dict(sorted(found.items()))


def _lists(facet: str, values: Mapping[str, Iterable[str]], shelf: _Shelf) -> Iterator[File]:
    for key, names in values.items():
        places = shelf.places_of(names)
        more = "" if facet == "rating" else _signs(places, shelf)
        yield from _list(f"{facet}/{key}", places, shelf, more)


def _signs(places: Iterable[int], shelf: _Shelf) -> str:
    signs = "".join(shelf.signs[each] for each in places)
    return f'"ratings":{_json(signs)},'


def _list(name: str, places: Iterable[int], shelf: _Shelf, more: str = "") -> Iterator[File]:
    """The file of a list and those of its further blocks; ``more`` are members put before."""
    at = list(places)
    first, *others = [at[start : start + BLOCK] for start in range(0, len(at), BLOCK)] or [[]]
    yield _file(
        name,
        f'{{{more}"at":[{",".join(map(str, _steps(at)))}],"rows":{_block(first, shelf)}}}',
    )
    for number, each in enumerate(others, 1):
        yield _file(f"{name}/{number}", _block(each, shelf))


def _steps(places: Iterable[int]) -> Iterator[int]:
    before = -1
    for each in places:
        yield each - before
        before = each


def _block(places: Iterable[int], shelf: _Shelf) -> str:
    return f"[{','.join(shelf.rows[each] for each in places)}]"


def _claimants(catalogue: Catalogue, shelf: _Shelf) -> Iterator[File]:
    """A list for each claimant, and how their names are found."""
    people = catalogue.people
    names = _names(catalogue)
    for key, claims in people.made.items():
        places = shelf.places_of(claims)
        more = f'"name":{_json(names[key])},{_signs(places, shelf)}'
        yield from _list(f"claimant/{key}", places, shelf, more)
    ranked = sorted(names, key=lambda key: (-len(people.made[key]), names[key], key))
    yield _file("claimants", _json([[names[key], key] for key in ranked[:TOP_CLAIMANTS]]))
    for initial, keys in _by_initial(ranked[TOP_CLAIMANTS:], names).items():
        found = sorted([names[key], key] for key in keys)
        yield _file(f"claimants/{ord(initial)}", _json(found))


def _names(catalogue: Catalogue) -> dict[str, str]:
    """What to call each claimant: the name, with the id where others bear the same."""
    people = catalogue.people
    names = {key: people.by_id[key].record.name for key in people.made}
    counts: dict[str, int] = {}
    for each in names.values():
        counts[each] = counts.get(each, 0) + 1
    return {key: name if counts[name] == 1 else f"{name} ({key})" for key, name in names.items()}


def _by_initial(keys: Iterable[str], names: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key in keys:
        found.setdefault(names[key][:1].lower()[:1], []).append(key)
    return dict(sorted(found.items()))


def _file(name: str, text: str) -> File:
    return f"{DATA}/{name}.json", text.encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
