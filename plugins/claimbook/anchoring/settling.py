"""What tells a place apart from others where the same words stand."""

from collections.abc import Iterator, Sequence

from claimbook.anchoring.places import MOST_PLACES, fitting
from claimbook.anchoring.shapes import Anchor, DocumentText, Selector
from claimbook.anchoring.words import tokens

# As much around a place is looked at, in characters and in words.
_ROOM, _MOST_WORDS = 400, 12
# Of so many places none is known by what stands beside it: each word may stand beside more.
_MOST = MOST_PLACES


def settling(
    text: DocumentText, quote: str, anchors: Sequence[Anchor], most: int = _MOST
) -> tuple[Selector, ...]:
    """For each of all ``anchors`` of a quotation the least that means it and no other.

    A prefix or a suffix, whichever has fewer words; where neither does, its number. No more than
    the first ``most`` are looked at.
    """
    if len(anchors) >= _MOST:
        return tuple(Selector(quote, occurrence=each + 1) for each in range(min(most, _MOST - 1)))
    numbered = enumerate(anchors[:most], 1)
    return tuple(_settling(text, quote, each, number) for number, each in numbered)


def _settling(text: DocumentText, quote: str, anchor: Anchor, number: int) -> Selector:
    for each in _candidates(text, quote, anchor):
        if _has_letters(each) and fitting(text, each) == (anchor,):
            return each
    return Selector(quote, occurrence=number)


def _has_letters(selector: Selector) -> bool:
    """Punctuation alone says little to people."""
    return any(each.isalnum() for each in selector.prefix + selector.suffix)


def _candidates(text: DocumentText, quote: str, anchor: Anchor) -> Iterator[Selector]:
    start, end = anchor.places[0].start, anchor.places[-1].end
    before = [*tokens(text.text, max(0, start - _ROOM), start)][1:]
    behind = [*tokens(text.text, end, end + _ROOM)][:-1]
    for count in range(1, _MOST_WORDS + 1):
        if count <= len(before):
            yield Selector(quote, prefix=_line(text.text[before[-count].start : start]))
        if count <= len(behind):
            yield Selector(quote, suffix=_line(text.text[end : behind[count - 1].end]))


def _line(words: str) -> str:
    return " ".join(words.split())
