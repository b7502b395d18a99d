"""CB803 own-appearance."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.records import Source
from claimbook.rules.rule import Context, Finding, Part, rule
from claimbook.settings import Publication


@rule(
    "CB803",
    "own-appearance",
    Severity.WARNING,
    needs=["appearances"],
    looks_at=[Part.SOURCES],
)
def own_appearance(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A claim is said to have been made in what this publication published itself."""
    for each in claim.record.appearances:
        if each.source is None:
            continue
        source = context.corpus.source_record(each.source, claim.record)
        if source is not None and _is_ours(source, context.settings.publication):
            message = f"the claim appears in {source.title}, which this publication published"
            hint = "name where somebody else made the claim; our own mistakes are corrections"
            yield Finding(each.at.value("source"), message, hint)


def _is_ours(source: Source, publication: Publication) -> bool:
    name = source.publisher or source.container or ""
    if name.casefold() == publication.name.casefold():
        return True
    return bool(source.url and publication.url and source.url.href.startswith(publication.url))
