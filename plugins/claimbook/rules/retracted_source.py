"""CB314 retracted-source."""

from collections.abc import Iterator

from claimbook.corpus import CitedSource, Corpus, FiledClaim
from claimbook.diagnostics import Label, Severity
from claimbook.graph import ancestors
from claimbook.records import Claim, Evidence
from claimbook.rules.rule import Context, Finding, Part, rule
from claimbook.values import SourceStatus, Stance

_RESTING = frozenset({Stance.SUPPORTS, Stance.CONTRADICTS})


@rule("CB314", "retracted-source", Severity.WARNING, looks_at=[Part.SOURCES])
def retracted_source(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A claim rests on a source that its publisher has retracted."""
    for each in claim.record.evidence:
        if each.stance not in _RESTING or not _may_be_retracted(context.corpus, each, claim.record):
            continue
        cited = context.corpus.source(each.source, claim.record)
        retracted = _retracted(context.corpus, claim.record, cited) if cited else None
        if cited is not None and retracted is not None:
            yield _finding(each, cited, retracted)


def _may_be_retracted(corpus: Corpus, evidence: Evidence, claim: Claim) -> bool:
    source = corpus.source_record(evidence.source, claim)
    return source is not None and (
        source.status is SourceStatus.RETRACTED or bool(source.derived_from)
    )


def _retracted(corpus: Corpus, claim: Claim, cited: CitedSource) -> CitedSource | None:
    if cited.source.status is SourceStatus.RETRACTED:
        return cited
    if cited.source.derived_from:
        for each in ancestors(corpus, cited.source, claim):
            if each.source.status is SourceStatus.RETRACTED:
                return each
    return None


def _finding(evidence: Evidence, cited: CitedSource, retracted: CitedSource) -> Finding:
    message = "this evidence rests on a retracted source"
    if retracted is not cited:
        message = f"this evidence derives from `{retracted.key}`, a retracted source"
    hint = "review the claim without it; to tell of the retraction, use the stance `context`"
    label = Label(retracted.source.at.value("status"), "retracted")
    span = evidence.at.value("source" if isinstance(evidence.source, str) else "stance")
    return Finding(span, message, hint, labels=(label,))
