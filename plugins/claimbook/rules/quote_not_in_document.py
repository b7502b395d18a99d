"""CB216 quote-not-in-document."""

import re
from collections.abc import Iterator
from functools import lru_cache

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity, shortened
from claimbook.rules.reading.quotations import even, stands_exactly_in
from claimbook.rules.rule import Context, Finding, Part, rule

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+[\"”’)]*|\n|$)")
_WORD = re.compile(r"\w+")
_LONGEST_SHOWN = 160


@rule("CB216", "quote-not-in-document", Severity.WARNING, looks_at=[Part.DOCUMENTS])
def quote_not_in_document(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A claim is said to stand in a document in words that the document does not have."""
    for each in claim.record.appearances:
        document = context.corpus.documents.get(each.document or "")
        text = context.corpus.text_of(document) if document else None
        if each.quote and text is not None and not stands_exactly_in(each.quote, text):
            message = f"the quotation does not stand in `{each.document}`"
            yield Finding(each.at.value("quote"), message, _hint(each.quote, text))


def _hint(quote: str, text: str) -> str:
    wanted = set(_WORD.findall(quote.casefold()))
    best, shared = "", 0.0
    for sentence, words in _sentences(text):
        common = len(wanted & words) / (len(wanted | words) or 1)
        if common > shared:
            best, shared = sentence, common
    if not best:
        return "copy the words from the document; write […] for what you leave out"
    return f"copy the words; the nearest passage is: {shortened(best, _LONGEST_SHOWN)}"


@lru_cache(maxsize=8)
def _sentences(text: str) -> tuple[tuple[str, frozenset[str]], ...]:
    found = (even(each) for each in _SENTENCE.findall(text))
    return tuple((each, frozenset(_WORD.findall(each.casefold()))) for each in found)
