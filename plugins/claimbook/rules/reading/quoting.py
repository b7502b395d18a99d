"""What is said to stand in a document: appearances of claims, faults, passages not checked."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimbook.anchoring import DocumentText, Place, Selector, document_text, selector_of
from claimbook.corpus import Corpus, Filed, FiledClaim, text_path
from claimbook.data import json_text
from claimbook.diagnostics import shortened
from claimbook.records import Appearance, CheckedDocument, TranslationNote, UncheckedPassage
from claimbook.text import Span, mark_at

_PLAIN = re.compile(r"[^\W\d_](?:[\w ,.'’“”‘–-]*[\w.”’])?")
_LONGEST_SHOWN = 60


class Quoted(NamedTuple):
    """Words that are said to stand in the text of a document."""

    record: Appearance | TranslationNote | UncheckedPassage
    document: Filed[CheckedDocument]
    text: DocumentText
    raw: str

    @property
    def selector(self) -> Selector:
        """Which words are meant."""
        return selector_of(self.record)

    @property
    def span(self) -> Span:
        """Where they are quoted."""
        return self.record.at.value(self.field)

    @property
    def field(self) -> str:
        """The field that quotes them."""
        return "printed" if isinstance(self.record, TranslationNote) else "quote"

    def place(self, place: Place) -> Span:
        """Where in the file of the document a place lies."""
        mark = mark_at(self.raw, *self.text.in_file(*place))
        return Span.of(text_path(self.document), mark)


def quoted_in(subject: FiledClaim | Corpus, corpus: Corpus) -> Iterator[Quoted]:
    """All that a claim quotes of documents, or that documents quote of their own texts."""
    if isinstance(subject, Corpus):
        for each in subject.documents.values():
            yield from _quoted((*each.record.notes, *each.record.not_checked), each, subject)
        return
    for appearance in subject.record.appearances:
        document = corpus.documents.get(appearance.document or "")
        if document and appearance.quote:
            yield from _quoted((appearance,), document, corpus)


def _quoted(
    records: tuple[Appearance | TranslationNote | UncheckedPassage, ...],
    document: Filed[CheckedDocument],
    corpus: Corpus,
) -> Iterator[Quoted]:
    text = document_text(document, corpus) if records else None
    raw = corpus.text_of(document)
    if text is not None and raw is not None:
        yield from (Quoted(each, document, text, raw) for each in records)


def to_paste(selector: Selector) -> str:
    """What besides the quotation has to be written, as a line of YAML."""
    name = next(each for each in ("occurrence", "prefix", "suffix") if getattr(selector, each))
    value = str(getattr(selector, name))
    is_plain = name == "occurrence" or _PLAIN.fullmatch(value)
    return f"{name}: {value if is_plain else json_text(value)}"


def shown(words: str) -> str:
    """Words in quotation marks, for messages."""
    return f"“{shortened(words, _LONGEST_SHOWN)}”"
