"""What is known of a text under check before it is read: its claims, what was left out."""

from collections.abc import Iterator

from claimbook.anchoring import (
    Anchor,
    DocumentText,
    Place,
    Selector,
    anchor,
    anchored_notes,
    selector_of,
)
from claimbook.anchoring.places import fitting
from claimbook.corpus import Corpus, Filed
from claimbook.document_records import UncheckedPassage
from claimbook.records import Appearance, CheckedDocument
from claimbook.rules.reading.quotations import count_words
from claimbook.statements.worklist import Passage, Standing

_FEWEST_WORDS = 6


def standing_in(
    document: Filed[CheckedDocument] | None, text: DocumentText, corpus: Corpus
) -> tuple[Standing, ...]:
    """The claims and drafts whose words stand in a text, in its order.

    Where the text is no document, or another than theirs, the words were checked elsewhere: an
    article is printed in many places.
    """
    found = _standing(document.id if document else None, text, corpus)
    return tuple(sorted(found, key=lambda each: each.places[0]))


def _standing(document: str | None, text: DocumentText, corpus: Corpus) -> Iterator[Standing]:
    for claim in corpus.all_claims():
        for each in claim.record.appearances:
            is_here = document is not None and each.document == document
            places = _places(each, text) if is_here else _copies(each, text)
            if places:
                yield Standing(claim.id, places, not is_here)


def _places(appearance: Appearance, text: DocumentText) -> tuple[Place, ...]:
    found = anchor(text, selector_of(appearance)) if appearance.quote else None
    return found.places if isinstance(found, Anchor) else ()


def _copies(appearance: Appearance, text: DocumentText) -> tuple[Place, ...]:
    """Where words of another text stand in this one; not words that might stand anywhere."""
    quote = appearance.quote or ""
    if count_words(quote, _FEWEST_WORDS) < _FEWEST_WORDS:
        return ()
    return tuple(place for each in fitting(text, Selector(quote)) for place in each.places)


def passages_left_out(document: Filed[CheckedDocument], corpus: Corpus) -> tuple[Passage, ...]:
    """The passages of a document that editors have decided not to check."""
    return tuple(
        Passage(place, each.note.reason)
        for each in anchored_notes(document, corpus)
        if isinstance(each.note, UncheckedPassage) and isinstance(each.found, Anchor)
        for place in each.found.places
    )
