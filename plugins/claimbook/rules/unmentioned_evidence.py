"""CB305 unmentioned-evidence."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.prose import read_prose
from claimbook.records import Evidence, Rating, Source
from claimbook.rules.reading.weight import opposing_evidence, rating_of
from claimbook.rules.rule import Context, Finding, Part, rule


@rule(
    "CB305",
    "unmentioned-evidence",
    Severity.WARNING,
    needs=["analysis", "rating"],
    looks_at=[Part.RATINGS],
)
def unmentioned_evidence(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """Evidence speaks against the rating, and the analysis does not cite it."""
    record = claim.record
    rating = rating_of(context.corpus, record)
    against = opposing_evidence(record, rating)
    if rating is None or not against:
        return
    cited = set(read_prose(record.review.analysis or "").cited)
    for each in against:
        name = each.source.id if isinstance(each.source, Source) else each.source
        if name is None or name not in cited:
            yield _finding(each, name, rating)
            cited.update([name] if name else [])


def _finding(evidence: Evidence, name: str | None, rating: Rating) -> Finding:
    message = (
        f"this evidence {evidence.stance} a claim rated `{rating.label}`, "
        "and the analysis does not cite it"
    )
    cite = f"cite it with `[@{name}]`" if name else "give its source an `id`, cite it"
    hint = f"{cite} and say why it does not decide the matter"
    return Finding(evidence.at.value("stance"), message, hint)
