"""CB308 quotation-not-in-evidence."""

from collections.abc import Iterator

from claimbook.corpus import Corpus, FiledClaim
from claimbook.diagnostics import Severity
from claimbook.records import Claim
from claimbook.rules.reading import grounds
from claimbook.rules.reading.passages import passages
from claimbook.rules.reading.quotations import may_quote, quotations, stands_in
from claimbook.rules.rule import Context, Finding, Part, rule

_MESSAGE = "this quotation stands in no evidence of the claim"
_HINT = (
    "add the evidence that has these words in `quote`, or copy the words from it; "
    "without quotation marks it is a paraphrase"
)


@rule(
    "CB308",
    "quotation-not-in-evidence",
    Severity.WARNING,
    needs=["verdict", "analysis", "evidence", "appearances"],
    looks_at=[Part.SOURCES, Part.DOCUMENTS],
)
def quotation_not_in_evidence(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """The verdict or the analysis quotes words that no evidence of the claim has."""
    record = claim.record
    review = record.review
    known: tuple[str, ...] | None = None
    for each in quotations(review.verdict):
        known = known or _known(context.corpus, record)
        if not stands_in(each.text, known):
            part = (each.start, each.end)
            span = review.at.value("verdict")
            yield Finding(span, _MESSAGE, _HINT, value=review.verdict, within=part)
    text = review.analysis or ""
    for passage in passages(text) if may_quote(text) else ():
        for each in quotations(passage.text):
            known = known or _known(context.corpus, record)
            if not stands_in(each.text, known):
                part = passage.within(each.start, each.end)
                span = review.at.value("analysis")
                yield Finding(span, _MESSAGE, _HINT, value=review.analysis, within=part)


def _known(corpus: Corpus, claim: Claim) -> tuple[str, ...]:
    return (
        *grounds.evidence_quotes(claim),
        *grounds.own_texts(claim),
        *grounds.titles(corpus, claim),
        *grounds.document_texts(corpus, claim),
    )
