"""What a claim file shows by itself, and what its evidence shows: where words may come from."""

from collections.abc import Iterator

from claimbook.corpus import Corpus, inline_sources, uses_of
from claimbook.dates import PartialDate
from claimbook.records import Claim, Claimant, Source


def own_texts(claim: Claim) -> tuple[str, ...]:
    """The claim in its own words: the sentence, its title, and how it was put where it stood."""
    quotes = tuple(each.quote for each in claim.appearances if each.quote)
    return (claim.claim, *((claim.title,) if claim.title else ()), *quotes)


def evidence_quotes(claim: Claim) -> Iterator[str]:
    """Everything that is quoted verbatim in evidence and answers."""
    yield from (each.quote for each in claim.evidence if each.quote)
    yield from (each.answer for each in claim.review.responses if each.answer)


def evidence_texts(claim: Claim) -> Iterator[str]:
    """Quotations and paraphrases of the evidence, and answers."""
    yield from evidence_quotes(claim)
    yield from (each.says for each in claim.evidence if each.says)


def document_texts(corpus: Corpus, claim: Claim) -> Iterator[str]:
    """The texts in which the claim appears, and what their notes say stood there."""
    for each in claim.appearances:
        document = corpus.documents.get(each.document or "")
        if document is not None:
            yield corpus.text_of(document) or ""
            for note in document.record.notes:
                yield from (note.printed, note.original)


def titles(corpus: Corpus, claim: Claim) -> Iterator[str]:
    """Titles of the claim's sources and documents."""
    for source in sources(corpus, claim):
        yield source.title
    for each in claim.appearances:
        document = corpus.documents.get(each.document or "")
        if document is not None:
            yield document.record.title


def names(corpus: Corpus, claim: Claim) -> Iterator[str]:
    """Names that the claim file gives: of people and things, of titles and publishers."""
    yield from own_texts(claim)
    yield from titles(corpus, claim)
    for each in (claim.claimant, *claim.about):
        yield each.name if isinstance(each, Claimant) else corpus.claimant(each).record.name
    for source in sources(corpus, claim):
        yield from (each for each in (source.container, source.publisher, source.via) if each)


def sources(corpus: Corpus, claim: Claim) -> Iterator[Source]:
    """All sources of the claim: of its evidence and appearances, inline and shared."""
    yield from inline_sources(claim)
    for each in uses_of(claim):
        if isinstance(each.source, str) and each.source in corpus.sources:
            yield corpus.sources[each.source].record


def dates(corpus: Corpus, claim: Claim) -> Iterator[PartialDate | None]:
    """Every date that the claim file and its sources state in fields of their own."""
    review = claim.review
    yield from (claim.claimed, review.true_as_of, review.reviewed, review.review_by)
    yield from (each.date for each in review.corrections)
    for response in review.responses:
        yield from (response.asked, response.answered)
    for source in sources(corpus, claim):
        yield from (source.published, source.updated, source.accessed)
