"""CB204 undefined-source."""

from collections.abc import Iterable, Iterator

from claimbook.corpus import (
    Corpus,
    FiledClaim,
    FiledSource,
    SourceReference,
    inline_sources,
    source_ids,
    source_references,
)
from claimbook.diagnostics import Severity
from claimbook.records import Claim
from claimbook.rules.reading.names import did_you_mean_name
from claimbook.rules.rule import Context, Finding, Part, Scope, rule
from claimbook.text import Span


@rule(
    "CB204",
    "undefined-source",
    Severity.ERROR,
    Scope.CLAIM,
    Scope.SOURCE,
    looks_at=[Part.SOURCES, Part.OTHERS],
)
def undefined_source(subject: FiledClaim | FiledSource, context: Context) -> Iterator[Finding]:
    """A claim refers to a source that is neither shared nor written out in the same file."""
    if isinstance(subject, FiledSource):
        if subject.record.derived_from and not _may_be_unread(subject):
            inline = _inline_ids(subject.claim.record) if subject.claim else frozenset()
            yield from _undefined(_parents(subject), inline, context)
        return
    if _may_be_unread(subject):
        return
    inline, corpus = _inline_ids(subject.record), context.corpus
    if not all(corpus.knows("source", each) for each in source_ids(subject.record) - inline):
        yield from _undefined(source_references(subject.record), inline, context)


def _undefined(
    named: Iterable[SourceReference], inline: frozenset[str], context: Context
) -> Iterator[Finding]:
    for name, span, value, within in named:
        if name not in inline and not context.corpus.knows("source", name):
            message = f"no source is called `{name}`"
            yield Finding(span, message, _hint(name, context, inline), value, within)


def _may_be_unread(subject: FiledClaim | FiledSource) -> bool:
    """Whether the source may stand where the claim could not be read, which is reported."""
    claim = subject.claim if isinstance(subject, FiledSource) else subject
    return claim is not None and not claim.record.at.holes.isdisjoint(("evidence", "appearances"))


def _inline_ids(claim: Claim) -> frozenset[str]:
    return frozenset(each.id for each in inline_sources(claim) if each.id)


def _parents(subject: FiledSource) -> Iterator[SourceReference]:
    at = subject.record.at
    for index, parent in enumerate(subject.record.derived_from):
        yield SourceReference(parent, at.item("derived_from", index))


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
