"""CB314 retracted-source."""

from collections.abc import Iterator

from claimbook.corpus import CitedSource, Corpus, FiledClaim
from claimbook.diagnostics import Label, Severity
from claimbook.graph import retracted
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
        found = retracted(context.corpus, cited, claim.record) if cited else None
        if cited is not None and found is not None:
            yield _finding(each, cited, found)


def _may_be_retracted(corpus: Corpus, evidence: Evidence, claim: Claim) -> bool:
    source = corpus.source_record(evidence.source, claim)
    return source is not None and (
        source.status is SourceStatus.RETRACTED or bool(source.derived_from)
    )


def _finding(evidence: Evidence, cited: CitedSource, found: CitedSource) -> Finding:
    message = "this evidence rests on a retracted source"
    if found is not cited:
        message = f"this evidence derives from `{found.key}`, a retracted source"
    hint = "review the claim without it; to tell of the retraction, use the stance `context`"
    label = Label(found.source.at.value("status"), "retracted")
    span = evidence.at.value("source" if isinstance(evidence.source, str) else "stance")
    return Finding(span, message, hint, labels=(label,))
