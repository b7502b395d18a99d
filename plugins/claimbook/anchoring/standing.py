"""What stands in the texts of a corpus: its claims, and the notes about each text."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimbook.anchoring.places import anchor
from claimbook.anchoring.reading import read_document
from claimbook.anchoring.shapes import Anchor, DocumentText, Found, Selector
from claimbook.corpus import Corpus, Filed
from claimbook.records import Appearance, CheckedDocument, TranslationNote, UncheckedPassage


class AnchoredClaim(NamedTuple):
    """A claim by its id, which of its appearances this is (from 0), and where it stands."""

    claim: str
    appearance: int
    found: Found


class AnchoredNote(NamedTuple):
    """A fault or a passage that was not checked, its number in its list, and where it stands."""

    note: TranslationNote | UncheckedPassage
    number: int
    found: Found


def selector_of(record: Appearance | TranslationNote | UncheckedPassage) -> Selector:
    """Which words a record means."""
    quote = record.printed if isinstance(record, TranslationNote) else record.quote or ""
    return Selector(quote, record.prefix or "", record.suffix or "", record.occurrence)


def document_text(document: Filed[CheckedDocument], corpus: Corpus) -> DocumentText | None:
    """What a reader reads of a document; None where its text is missing."""
    raw = corpus.text_of(document)
    return None if raw is None else read_document(document.record.text, raw)


def anchored_claims(
    document_id: str, corpus: Corpus, claims: Iterable[str] | None = None
) -> tuple[AnchoredClaim, ...]:
    """Every appearance of published claims in a document, in the order of the text.

    What was not found comes last. ``claims`` are the ids of those that may appear there, where
    that is known. Anchors are remembered for each text and selector.
    """
    document = corpus.documents.get(document_id)
    text = document_text(document, corpus) if document else None
    if text is None:
        return ()
    names = corpus.claims if claims is None else claims
    return tuple(sorted(_appearances(document_id, corpus, text, names), key=_order))


def _appearances(
    document_id: str, corpus: Corpus, text: DocumentText, names: Iterable[str]
) -> Iterator[AnchoredClaim]:
    for name in names:
        for number, each in enumerate(corpus.claims[name].record.appearances):
            if each.document == document_id and each.quote:
                yield AnchoredClaim(name, number, anchor(text, selector_of(each)))


def _order(found: AnchoredClaim) -> tuple[bool, int, int, str, int]:
    """By place, a longer one before those inside it."""
    if not isinstance(found.found, Anchor):
        return True, 0, 0, found.claim, found.appearance
    places = found.found.places
    return False, places[0].start, -places[-1].end, found.claim, found.appearance


def anchored_notes(document: Filed[CheckedDocument], corpus: Corpus) -> tuple[AnchoredNote, ...]:
    """Faults of a text, then its passages that were not checked, each in the order of the file."""
    text = document_text(document, corpus)
    if text is None:
        return ()
    return tuple(
        AnchoredNote(each, number, anchor(text, selector_of(each)))
        for number, each in _numbered(document.record)
    )


def _numbered(
    document: CheckedDocument,
) -> Iterator[tuple[int, TranslationNote | UncheckedPassage]]:
    yield from enumerate(document.notes)
    yield from enumerate(document.not_checked)
