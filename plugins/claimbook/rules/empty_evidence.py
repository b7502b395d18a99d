"""CB302 empty-evidence."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, rule


@rule("CB302", "empty-evidence", Severity.WARNING)
def empty_evidence(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A piece of evidence tells nothing that its source says."""
    for each in claim.record.evidence:
        if not each.quote and not each.says and not each.at.holes:
            message = "this evidence has neither a quotation nor a paraphrase"
            hint = "quote the source in `quote`, or say in `says` what it shows"
            yield Finding(each.at.value("stance"), message, hint)
