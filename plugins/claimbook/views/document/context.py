"""A claim's words in the sentence of a text in which they stand."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimbook.anchoring import Anchor, AnchoredClaim, DocumentText, Place, anchored_claims
from claimbook.anchoring import document_text as text_of
from claimbook.corpus import Corpus, Filed
from claimbook.data import Fixed
from claimbook.records import CheckedDocument
from claimbook.views.document.faults import noted_in
from claimbook.views.document.parts import Fault
from claimbook.views.document.statements import anchor_of, in_order

_BOUND = re.compile(r"[.!?…。！？]+[\"'”’»)]*\s+|[。！？]")
_CLOSING = "\"'”’»)"
_END = re.compile(r"[.!?…。！？]+[\"'”’»)]*(?=\s|$)|[。！？]|$")
# What is no sentence to anybody's eye is cut off at a word.
_MOST_AROUND = 200
_CUT = "…"


class Run(Fixed):
    """Words of a text; ``is_marked`` are those of the claim."""

    text: str
    is_marked: bool


class Context(Fixed):
    """Where a claim stands in a text: the sentence, the faults of these words, and the place."""

    runs: tuple[Run, ...]
    faults: tuple[Fault, ...]
    anchor: str


def context_of(
    claim: str, appearance: int, document: Filed[CheckedDocument], corpus: Corpus
) -> Context | None:
    """The context of one appearance of a claim, by its number; None if its words are not there."""
    found = sorted(anchored_claims(document.id, corpus, [claim]), key=in_order)
    time = next((at for at, each in enumerate(found, 1) if each.appearance == appearance), 0)
    text = text_of(document, corpus)
    if text is None or not time:
        return None
    return _context(found[time - 1], anchor_of(claim, time), text, document, corpus)


def _context(
    claim: AnchoredClaim,
    anchor: str,
    text: DocumentText,
    document: Filed[CheckedDocument],
    corpus: Corpus,
) -> Context | None:
    if not isinstance(claim.found, Anchor):
        return None
    places = claim.found.places
    # Of faults in these words, whatever else they do, a reader of the claim must know.
    touching = [each for each in noted_in(document, corpus, places).faults if each.is_grave]
    return Context(tuple(_runs(text, places)), tuple(touching), anchor)


def _runs(text: DocumentText, places: Sequence[Place]) -> Iterator[Run]:
    start, end = _sentence(text, places)
    yield Run(_shortened_front(text.text[start : places[0].start]), is_marked=False)
    yield Run(text.text[places[0].start : places[0].end], is_marked=True)
    for one, other in pairwise(places):
        between = text.text[one.end : other.start]
        yield Run(between if len(between) < _MOST_AROUND else f" {_CUT} ", is_marked=False)
        yield Run(text.text[other.start : other.end], is_marked=True)
    yield Run(_shortened_end(text.text[places[-1].end : end]), is_marked=False)


def _sentence(text: DocumentText, places: Sequence[Place]) -> tuple[int, int]:
    """Where the sentences begin and end that the first and the last words stand in."""
    first, last = places[0].start, places[-1].end
    opening = next((b.start for b in text.blocks if b.start <= first < b.end), first)
    closing = next((b.end for b in text.blocks if b.start < last <= b.end), last)
    begins = [each.end() for each in _BOUND.finditer(text.text, opening, first)]
    start = max(begins, default=opening)
    # What the words end with may itself end the sentence.
    bare = len(text.text[first:last].rstrip(_CLOSING))
    found = _END.search(text.text, max(first + bare - 1, first), closing)
    return start, max(found.end(), last) if found else closing


def _shortened_front(text: str) -> str:
    if len(text) <= _MOST_AROUND:
        return text
    return _CUT + text[-_MOST_AROUND:].partition(" ")[2]


def _shortened_end(text: str) -> str:
    trimmed = text.rstrip()
    if len(trimmed) <= _MOST_AROUND:
        return trimmed
    return trimmed[:_MOST_AROUND].rpartition(" ")[0] + _CUT
