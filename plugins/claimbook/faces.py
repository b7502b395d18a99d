"""What other pages than its own may show of a claim, and rules about several claims ask."""

import re
from functools import cache

from claimbook.packing import Row
from claimbook.records import Appearance, Claim, Evidence, Review
from claimbook.shape import Record, shapes_of

# Whatever looks like a citation.
_MENTION = re.compile(r"@([a-z0-9-]+)")
_WORDS = ("quote", "locator", "says")


def face(row: Row) -> Row:
    """A packed claim without what only its own page shows.

    That is its analysis, but for what it mentions, the words of sources that are written out in
    it, and where things stand.
    """
    shown = [*row]
    review, analysis = _place(Claim, "review"), _place(Review, "analysis")
    shown[review] = _mentions_only(row[review], analysis)
    for name, record in (("evidence", Evidence), ("appearances", Appearance)):
        uses = _place(Claim, name)
        if uses < len(row) and row[uses]:
            shown[uses] = [_use(each, record) for each in row[uses]]
    return shown


def _mentions_only(row: Row, at: int) -> Row:
    mentions = sorted(set(_MENTION.findall(row[at]))) if at < len(row) and row[at] else None
    return [*row[:at], mentions, *row[at + 1 :]]


def _use(row: Row, record: type[Record]) -> Row:
    at = _place(record, "source")
    source = row[at] if at < len(row) else None
    if not isinstance(source, list):
        return row
    shown = [*row]
    # A source without an id is called by its place.
    shown[at] = source if source[2] is None else source[2:]
    if record is Evidence:
        for place in _own_words():
            if place < len(shown):
                shown[place] = bool(shown[place])
    return shown


@cache
def _own_words() -> tuple[int, ...]:
    return tuple(_place(Evidence, name) for name in _WORDS)


@cache
def _place(record: type[Record], name: str) -> int:
    return next(i for i, shape in enumerate(shapes_of(record)) if shape.name == name)
