"""What the page "Has this been checked?" looks claims up in, in parts.

Each *wording* of a claim has a place: its sentence, its title, the words in which it was said.
``STRIDE`` places are kept for each claim. Below the folder of the page stand

- ``words.json``: how texts are read (:mod:`claimbook.likeness.told`),
- ``index.json``: ``wordings`` says how many there are, ``starts`` are the first terms of the parts,
- ``terms/<part>.json``: for each term in how many wordings it stands, and in which: places as
  steps, each from the one before (the first from -1), as many as are ever looked at; a step is
  told times ``longest`` + 1, plus how many terms the wording has, at most ``longest``,
- ``claims/<block>.json``: claims one after the other, each with its wordings (kind, text, and how
  many wordings have each of its terms) and what its line in a list shows.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from claimbook.data import json_bytes
from claimbook.exports.files import File
from claimbook.exports.filter_index import row_of
from claimbook.exports.wordings import quoting_entry_of
from claimbook.likeness.index import BRISK, FEWEST_TERMS, LONGEST, THOROUGH, Entry, Kind, texts_of
from claimbook.likeness.reading import terms_of
from claimbook.likeness.told import told
from claimbook.views.catalogue import Catalogue
from claimbook.views.filter_bar import signs_of
from claimbook.views.has_been_checked import FOLDER

VERSION = 2
# More wordings than a claim ever has.
STRIDE = 16
# So many claims stand in a block, and about so many bytes in a part of the terms.
BLOCK, PART = 32, 12_000
_STEP = 5


# A place, and how long the wording there is.
_Stand = tuple[int, int]


class _Said(NamedTuple):
    """A wording of a claim with its place and its terms."""

    place: int
    kind: Kind
    text: str
    terms: tuple[str, ...]


def checked_files(catalogue: Catalogue) -> Iterator[File]:
    """Published path and content of every file; the same corpus gives the same bytes."""
    entries = map(quoting_entry_of, catalogue.corpus.claims.values())
    claims = {each.id: [*_said(number, each)] for number, each in enumerate(entries)}
    places = _places(chain.from_iterable(claims.values()))
    parts = [*_parts(places)]
    yield _file("words", json_bytes(told()))
    yield _file("index", json_bytes(_index(sum(map(len, claims.values())), parts)))
    for number, part in enumerate(parts):
        yield _file(f"terms/{number}", json_bytes(part))
    yield from _blocks(claims, places, catalogue)


def _said(number: int, entry: Entry) -> Iterator[_Said]:
    for place, (kind, text) in enumerate(texts_of(entry), number * STRIDE):
        yield _Said(place, kind, text, terms_of(text))


def _places(wordings: Iterable[_Said]) -> dict[str, list[_Stand]]:
    found: defaultdict[str, list[_Stand]] = defaultdict(list)
    for each in wordings:
        stand = each.place, min(LONGEST, len(each.terms))
        for term in each.terms:
            found[term].append(stand)
    return found


def _index(wordings: int, parts: Iterable[Mapping[str, object]]) -> dict[str, object]:
    return {
        "version": VERSION,
        "wordings": wordings,
        "stride": STRIDE,
        "block": BLOCK,
        "fewest": FEWEST_TERMS,
        "longest": LONGEST,
        "thorough": THOROUGH._asdict(),
        "brisk": BRISK._asdict(),
        "starts": [next(iter(each)) for each in parts],
    }


def _parts(places: Mapping[str, Sequence[_Stand]]) -> Iterator[dict[str, list[int]]]:
    part: dict[str, list[int]] = {}
    size = 0
    for term in sorted(places):
        part[term] = [len(places[term]), *_steps(places[term][: THOROUGH.places])]
        size += len(term) + _STEP * len(part[term])
        if size > PART:
            yield part
            part, size = {}, 0
    if part:
        yield part


def _steps(places: Iterable[_Stand]) -> Iterator[int]:
    before = -1
    for place, length in places:
        yield (place - before) * (LONGEST + 1) + length
        before = place


def _blocks(
    claims: Mapping[str, Sequence[_Said]],
    places: Mapping[str, Sequence[_Stand]],
    catalogue: Catalogue,
) -> Iterator[File]:
    signs = signs_of(catalogue)
    rows = [
        f"[{_wordings(said, places)},{row_of(catalogue.cards[name], signs, catalogue)}]"
        for name, said in claims.items()
    ]
    for start in range(0, len(rows), BLOCK):
        block = ",".join(rows[start : start + BLOCK])
        yield _file(f"claims/{start // BLOCK}", f"[{block}]".encode())


def _wordings(said: Iterable[_Said], places: Mapping[str, Sequence[_Stand]]) -> str:
    rows = [
        [int(each.kind), each.text, [len(places[term]) for term in each.terms]] for each in said
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _file(name: str, data: bytes) -> File:
    return f"{FOLDER}/{name}.json", data
