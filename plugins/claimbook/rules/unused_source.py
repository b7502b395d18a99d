"""CB211 unused-source."""

import re
from collections.abc import Iterator

from claimbook.corpus import Corpus, FiledClaim, uses_of
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, Scope, rule
from claimbook.text import FILE_START, Span

# Whatever looks like a citation will do: to call a used source unused would be worse.
_CITED = re.compile(r"@([a-z0-9-]+)")


@rule("CB211", "unused-source", Severity.NOTE, Scope.CORPUS)
def unused_source(corpus: Corpus, context: Context) -> Iterator[Finding]:
    """No claim uses a shared source."""
    if _has_unreadable_claims(corpus):
        return
    used: set[str] = set()
    for claim in corpus.all_claims():
        used.update(_CITED.findall(claim.record.review.analysis or ""))
        used.update(_used_by(claim))
    for source in corpus.sources.values():
        used.update(source.record.derived_from)
    for name, source in corpus.sources.items():
        if name not in used:
            message = f"no claim uses the source `{name}`"
            hint = "cite it, or remove the file"
            yield Finding(Span.of(source.path, FILE_START), message, hint)


def _has_unreadable_claims(corpus: Corpus) -> bool:
    ids = corpus.known_ids
    known = len(ids.get("claim", ())) + len(ids.get("draft", ()))
    read = len(corpus.claims) + len(corpus.drafts)
    return read < known or any(each.path in corpus.unsound for each in corpus.all_claims())


def _used_by(claim: FiledClaim) -> Iterator[str]:
    for each in uses_of(claim.record):
        if isinstance(each.source, str):
            yield each.source
        elif each.source is not None:
            yield from each.source.derived_from
    for response in claim.record.review.responses:
        if response.source:
            yield response.source
    for correction in claim.record.review.corrections:
        yield from _CITED.findall(f"{correction.wrong} {correction.now}")
