"""Where a quotation stands in a text: exactly, but for typography, or nearest to it."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from claimbook.anchoring.nearest import nearest
from claimbook.anchoring.normal import normal
from claimbook.anchoring.parts import Part, chains, parts_of
from claimbook.anchoring.shapes import (
    Ambiguous,
    Anchor,
    DocumentText,
    Found,
    How,
    Nearest,
    Place,
    Selector,
)

MOST_PLACES = 100


@lru_cache(maxsize=4096)
def anchor(text: DocumentText, selector: Selector) -> Found:
    """Where the words of a selector stand.

    A prefix or suffix that fits no place, or an occurrence beyond the last, is passed over.
    """
    found = fitting(text, selector) or fitting(text, Selector(selector.quote))
    if not found:
        return _missing(text, selector.quote)
    if selector.occurrence is not None and selector.occurrence <= len(found):
        return found[selector.occurrence - 1]
    return found[0] if len(found) == 1 else Ambiguous(found)


@lru_cache(maxsize=1024)
def fitting(text: DocumentText, selector: Selector) -> tuple[Anchor, ...]:
    """All places that fit quotation, prefix and suffix, of very many the first.

    Where the words stand letter by letter in one of them, that is no better than the others: a
    reader may not see the difference.
    """
    readings = (parts_of(selector.quote, is_literal=True), parts_of(selector.quote))
    for parts in dict.fromkeys(readings):
        anchors = tuple(
            _anchor(text, selector.quote, each) for each in _chains(text, parts, selector)
        )
        if anchors:
            return anchors
    return ()


def _chains(
    text: DocumentText, parts: tuple[Part, ...], selector: Selector
) -> Sequence[tuple[Place, ...]]:
    even = normal(text.text).text
    before, behind = (normal(each).text.strip() for each in selector[1:3])

    def begins(place: Place) -> bool:
        return even[max(0, place.start - len(before) - 1) : place.start].rstrip().endswith(before)

    def ends(place: Place) -> bool:
        return even[place.end : place.end + len(behind) + 1].lstrip().startswith(behind)

    return chains(even, parts, begins, ends)[:MOST_PLACES]


def _anchor(text: DocumentText, quote: str, chain: tuple[Place, ...]) -> Anchor:
    even = normal(text.text)
    places = tuple(Place(*even.origin(*each)) for each in chain)
    at = 0
    for start, end in places:
        found = quote.find(text.text[start:end], at)
        if found < 0:
            return Anchor(places, How.NORMALISED)
        at = found + end - start
    return Anchor(places, How.EXACT)


def _missing(text: DocumentText, quote: str) -> Nearest:
    even = normal(text.text)
    far = chains(even.text, parts_of(quote), _any, _any, is_far=True)
    if not far:
        return nearest(text, quote)
    places = [Place(*even.origin(*each)) for each in min(far, key=_left_out)]
    return Nearest(Place(places[0].start, places[-1].end), 1.0, (), _left_out(places))


def _any(place: Place) -> bool:
    del place
    return True


def _left_out(chain: Sequence[Place]) -> int:
    return max(behind.start - before.end for before, behind in pairwise(chain))
