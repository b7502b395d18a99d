"""CB204 undefined-source."""

from collections.abc import Iterator

from claimbook.corpus import Corpus, FiledClaim, inline_sources, uses_of
from claimbook.diagnostics import Severity, did_you_mean
from claimbook.prose import read_prose
from claimbook.records import Claim
from claimbook.rules.rule import Context, Finding, rule
from claimbook.text import Span


@rule("CB204", "undefined-source", Severity.ERROR)
def undefined_source(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A claim refers to a source that is neither shared nor written out in the same file."""
    known = _known(context.corpus, claim.record)
    for reference, span in _references(claim.record):
        if reference not in known:
            yield Finding(span, f"no source is called `{reference}`", _hint(reference, known))
    review = claim.record.review
    for group in read_prose(review.analysis or "").citations:
        for citation in group:
            if citation.source not in known:
                yield Finding(
                    review.at.value("analysis"),
                    f"no source is called `{citation.source}`",
                    _hint(citation.source, known),
                    value=review.analysis,
                    within=(citation.start, citation.end),
                )


def _known(corpus: Corpus, claim: Claim) -> frozenset[str]:
    inline = (source.id for source in inline_sources(claim) if source.id)
    return corpus.known_ids.get("source", frozenset()).union(inline)


def _references(claim: Claim) -> Iterator[tuple[str, Span]]:
    for each in uses_of(claim):
        if isinstance(each.source, str):
            yield each.source, each.at.value("source")
    for response in claim.review.responses:
        if response.source:
            yield response.source, response.at.value("source")
    for source in inline_sources(claim):
        for index, parent in enumerate(source.derived_from):
            yield parent, source.at.item("derived_from", index)


def _hint(reference: str, known: frozenset[str]) -> str:
    new = f"write it out here, or save it as `claims/sources/{reference}.yml`"
    return did_you_mean(reference, sorted(known)) or new
