"""CB802 own-claim."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, Part, rule


@rule("CB802", "own-claim", Severity.NOTE, looks_at=[Part.CLAIMANTS])
def own_claim(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """The publication checks a claim of its own."""
    name = context.corpus.claimant(claim.record.claimant).record.name
    if name.casefold() == context.settings.publication.name.casefold():
        message = f"the claimant, {name}, is this publication"
        hint = "leave it to somebody else to check, or say in the analysis who did"
        yield Finding(claim.record.at.value("claimant"), message, hint)
