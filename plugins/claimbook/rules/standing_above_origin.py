"""CB320 standing-above-origin."""

from collections.abc import Iterator

from claimbook.corpus import FiledSource
from claimbook.diagnostics import Label, Severity
from claimbook.records import Source
from claimbook.rules.rule import Context, Finding, Part, Scope, rule
from claimbook.values import Standing

_HINT = "write `standing: tertiary`, or name in `derived_from` what else it draws on"


@rule("CB320", "standing-above-origin", Severity.WARNING, Scope.SOURCE, looks_at=[Part.SOURCES])
def standing_above_origin(source: FiledSource, context: Context) -> Iterator[Finding]:
    """A source is called secondary, and has its content from tertiary ones only."""
    record = source.record
    if record.standing is not Standing.SECONDARY or not record.derived_from:
        return
    parents = [_parent(name, source, context) for name in record.derived_from]
    if all(each is not None and each.standing is Standing.TERTIARY for each in parents):
        message = "a secondary source does not have its content from tertiary ones only"
        label = Label(record.at.value("derived_from"), "where its content is from")
        yield Finding(record.at.value("standing"), message, _HINT, labels=(label,))


def _parent(name: str, source: FiledSource, context: Context) -> Source | None:
    if source.claim is not None:
        return context.corpus.source_record(name, source.claim.record)
    filed = context.corpus.sources.get(name)
    return filed.record if filed else None
