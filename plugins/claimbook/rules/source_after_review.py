"""CB507 source-after-review."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Label, Severity
from claimbook.rules.reading.days import is_out_of_order
from claimbook.rules.rule import Context, Finding, Part, rule


@rule("CB507", "source-after-review", Severity.WARNING, looks_at=[Part.SOURCES, Part.TODAY])
def source_after_review(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A review rests on a source that was published after it."""
    review = claim.record.review
    for each in claim.record.evidence:
        source = context.corpus.source_record(each.source, claim.record)
        if source and is_out_of_order(review.reviewed, source.published, context.today):
            message = (
                f"this source was published on {source.published}, after the review "
                f"of {review.reviewed}"
            )
            label = Label(review.at.value("reviewed"), "reviewed before")
            span = each.at.value("source" if isinstance(each.source, str) else "stance")
            hint = "review the claim anew and set `reviewed`, or correct the date"
            yield Finding(span, message, hint, labels=(label,))
