"""CB312 derived-primary."""

from collections.abc import Iterator

from claimbook.corpus import FiledSource
from claimbook.diagnostics import Label, Severity
from claimbook.rules.rule import Context, Finding, Scope, rule
from claimbook.values import Standing


@rule("CB312", "derived-primary", Severity.WARNING, Scope.SOURCE)
def derived_primary(source: FiledSource, context: Context) -> Iterator[Finding]:
    """A source is called primary, and derives from another."""
    record = source.record
    if record.standing is Standing.PRIMARY and record.derived_from:
        message = "a primary source does not have its content from another"
        hint = "write `standing: secondary`, or remove `derived_from`"
        label = Label(record.at.value("derived_from"), "where its content is from")
        yield Finding(record.at.value("standing"), message, hint, labels=(label,))
