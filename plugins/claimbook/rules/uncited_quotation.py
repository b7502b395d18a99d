"""CB307 uncited-quotation."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.rules.reading import grounds
from claimbook.rules.reading.passages import passages
from claimbook.rules.reading.quotations import may_quote, quotations, stands_in
from claimbook.rules.rule import Context, Finding, Part, rule


@rule(
    "CB307",
    "uncited-quotation",
    Severity.WARNING,
    needs=["analysis", "evidence"],
    looks_at=[Part.SOURCES, Part.DOCUMENTS],
)
def uncited_quotation(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A paragraph of the analysis quotes the evidence and cites no source."""
    record = claim.record
    text = record.review.analysis or ""
    analysis = passages(text) if may_quote(text) else ()
    for passage in analysis:
        if passage.cited:
            continue
        for each in quotations(passage.text):
            own = (
                *grounds.own_texts(record),
                *grounds.document_texts(context.corpus, record),
                *grounds.titles(context.corpus, record),
                *(other.text for other in analysis if other.cited),
            )
            quoted = tuple(grounds.evidence_quotes(record))
            if stands_in(each.text, quoted) and not stands_in(each.text, own):
                yield Finding(
                    record.review.at.value("analysis"),
                    "a quotation stands in a paragraph without a citation",
                    "cite its source behind it, as in `[@source-id]`",
                    value=record.review.analysis,
                    within=passage.within(each.start, each.end),
                )
