"""CB502 access-before-publication."""

from collections.abc import Iterator

from claimbook.corpus import FiledSource
from claimbook.diagnostics import Label, Severity
from claimbook.rules.reading.days import is_out_of_order
from claimbook.rules.rule import Context, Finding, Part, Scope, rule


@rule("CB502", "access-before-publication", Severity.WARNING, Scope.SOURCE, looks_at=[Part.TODAY])
def access_before_publication(
    source: FiledSource,
    context: Context,
) -> Iterator[Finding]:
    """A source was read before it was published."""
    record = source.record
    if is_out_of_order(record.accessed, record.published, context.today):
        message = f"the source of {record.published} is said to have been read on {record.accessed}"
        label = Label(record.at.value("published"), "published later")
        hint = "correct one of the two dates"
        yield Finding(record.at.value("accessed"), message, hint, labels=(label,))
