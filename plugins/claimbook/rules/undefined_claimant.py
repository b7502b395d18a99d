"""CB203 undefined-claimant."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim, names_id
from claimbook.diagnostics import Severity
from claimbook.rules.reading.names import did_you_mean_name
from claimbook.rules.rule import Context, Finding, Part, rule


@rule("CB203", "undefined-claimant", Severity.ERROR, looks_at=[Part.CLAIMANTS])
def undefined_claimant(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A claim names somebody by an id that no file in `claims/claimants/` has."""
    for index, each in enumerate((claim.record.claimant, *claim.record.about)):
        if not isinstance(each, str) or not names_id(each):
            continue
        if not context.corpus.knows("claimant", each):
            message = f"no claimant is called `{each}`"
            at = claim.record.at
            span = at.item("about", index - 1) if index else at.value("claimant")
            yield Finding(span, message, _hint(each, context))


def _hint(reference: str, context: Context) -> str:
    known = context.corpus.known_ids.get("claimant", frozenset())
    return did_you_mean_name(reference, known) or how_to_name(reference)


def how_to_name(reference: str) -> str:
    """What to write in place of the id of a claimant who has no file."""
    name = " ".join(part.capitalize() for part in reference.split("-"))
    return f"write the name as people do (`{name}`), or save `claims/claimants/{reference}.yml`"
