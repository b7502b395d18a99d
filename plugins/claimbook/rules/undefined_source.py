"""CB204 undefined-source."""

from collections.abc import Iterator

from claimbook.corpus import Corpus, FiledClaim, FiledSource, inline_sources, uses_of
from claimbook.diagnostics import Severity
from claimbook.prose import read_prose
from claimbook.records import Claim
from claimbook.rules.reading.names import did_you_mean_name
from claimbook.rules.rule import Context, Finding, Scope, rule
from claimbook.shape import Record
from claimbook.text import Span


@rule("CB204", "undefined-source", Severity.ERROR, Scope.CLAIM, Scope.SOURCE)
def undefined_source(subject: FiledClaim | FiledSource, context: Context) -> Iterator[Finding]:
    """A claim refers to a source that is neither shared nor written out in the same file."""
    if isinstance(subject, FiledSource):
        inline = _inline_ids(subject.claim.record) if subject.claim else frozenset()
        named = _parents(subject)
    else:
        inline = _inline_ids(subject.record)
        named = _named(subject.record)
    for reference, found in named:
        if reference not in inline and not context.corpus.knows("source", reference):
            yield Finding(
                found.span,
                f"no source is called `{reference}`",
                _hint(reference, context, inline),
                found.value,
                found.within,
            )


def _inline_ids(claim: Claim) -> frozenset[str]:
    return frozenset(each.id for each in inline_sources(claim) if each.id)


def _parents(subject: FiledSource) -> Iterator[tuple[str, Finding]]:
    at = subject.record.at
    for index, parent in enumerate(subject.record.derived_from):
        yield parent, Finding(at.item("derived_from", index), "")


def _named(claim: Claim) -> Iterator[tuple[str, Finding]]:
    for each in uses_of(claim):
        if isinstance(each.source, str):
            yield each.source, Finding(each.at.value("source"), "")
    for response in claim.review.responses:
        if response.source:
            yield response.source, Finding(response.at.value("source"), "")
    yield from _cited(claim.review, "analysis", claim.review.analysis)
    for correction in claim.review.corrections:
        yield from _cited(correction, "wrong", correction.wrong)
        yield from _cited(correction, "now", correction.now)


def _cited(record: Record, field: str, text: str | None) -> Iterator[tuple[str, Finding]]:
    for group in read_prose(text or "").citations:
        for each in group:
            part = (each.start, each.end)
            yield each.source, Finding(record.at.value(field), "", value=text, within=part)


def _hint(reference: str, context: Context, inline: frozenset[str]) -> str:
    elsewhere = context.index(_written_out).get(reference)
    if elsewhere is not None:
        return (
            f"it is written out in `{elsewhere.path}`, line {elsewhere.line}, for that claim "
            f"alone: move it to `claims/sources/{reference}.yml`"
        )
    known = context.corpus.known_ids.get("source", frozenset())
    nearest = did_you_mean_name(reference, known | inline)
    return nearest or f"write it out here, or save it as `claims/sources/{reference}.yml`"


def _written_out(corpus: Corpus) -> dict[str, Span]:
    """Where each inline source with an id stands."""
    claims = (each.record for each in corpus.all_claims())
    sources = (source for claim in claims for source in inline_sources(claim))
    return {each.id: each.at.span for each in sources if each.id}
