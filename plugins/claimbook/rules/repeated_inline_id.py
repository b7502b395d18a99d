"""CB215 repeated-inline-id."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim, inline_sources
from claimbook.diagnostics import Label, Severity
from claimbook.rules.rule import Context, Finding, Part, rule
from claimbook.shape import At
from claimbook.text import FILE_START, Span


@rule("CB215", "repeated-inline-id", Severity.ERROR, looks_at=[Part.SOURCES])
def repeated_inline_id(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """An inline source has an id that another source of the claim, or a shared one, has."""
    first: dict[str, At] = {}
    for source in inline_sources(claim.record):
        if source.id is None:
            continue
        if context.corpus.knows("source", source.id):
            yield _shared(source.id, source.at.value("id"), context)
        elif source.id in first:
            message = f"two sources of this claim have the id `{source.id}`"
            hint = "write the source out once, and `source: " + source.id + "` elsewhere"
            labels = (Label(first[source.id].value("id"), "the first"),)
            yield Finding(source.at.value("id"), message, hint, labels=labels)
        else:
            first[source.id] = source.at


def _shared(name: str, span: Span, context: Context) -> Finding:
    shared = context.corpus.sources.get(name)
    labels = (Label(Span.of(shared.path, FILE_START), "the shared one"),) if shared else ()
    message = f"a shared source has the id `{name}` as well"
    hint = f"write `source: {name}` if it is the same document, else choose another id"
    return Finding(span, message, hint, labels=labels)
