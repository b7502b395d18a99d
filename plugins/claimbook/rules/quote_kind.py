"""CB316 quote-kind."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, rule
from claimbook.values import EvidenceKind


@rule("CB316", "quote-kind", Severity.WARNING)
def quote_kind(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """Evidence is called a quotation, and quotes nothing."""
    for each in claim.record.evidence:
        if each.kind is EvidenceKind.QUOTE and not each.quote and "quote" not in each.at.holes:
            message = "this evidence is of the kind `quote` and has no quotation"
            hint = "add the words in `quote`, or name what kind of evidence it is"
            yield Finding(each.at.value("kind"), message, hint)
