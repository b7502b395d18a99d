"""CB210 self-reference."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim, FiledSource, relations
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, Scope, rule


@rule("CB210", "self-reference", Severity.ERROR, Scope.CLAIM, Scope.SOURCE)
def self_reference(
    subject: FiledClaim | FiledSource,
    context: Context,
) -> Iterator[Finding]:
    """A claim is related to itself, or a source derives from itself."""
    if isinstance(subject, FiledClaim):
        related = subject.record.related
        for kind, other, span in relations(related) if related else ():
            if other == subject.id:
                yield Finding(span, f"the claim stands among its own `{kind}`", "remove it")
        return
    at = subject.record.at
    for index, parent in enumerate(subject.record.derived_from):
        if parent == subject.id:
            span = at.item("derived_from", index)
            yield Finding(span, f"the source `{parent}` derives from itself", "remove it")
