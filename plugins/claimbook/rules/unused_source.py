"""CB211 unused-source."""

import re
from collections.abc import Iterator

from claimbook.corpus import Corpus, uses_of
from claimbook.diagnostics import Severity
from claimbook.records import Claim
from claimbook.rules.rule import Context, Finding, Scope, rule
from claimbook.text import FILE_START, Span

# Whatever looks like a citation will do: to call a used source unused would be worse.
_CITED = re.compile(r"@([a-z0-9-]+)")


@rule("CB211", "unused-source", Severity.NOTE, Scope.CORPUS)
def unused_source(corpus: Corpus, context: Context) -> Iterator[Finding]:
    """No claim uses a shared source."""
    if _has_unreadable_claims(corpus):
        return
    unused = set(corpus.sources)
    for source in corpus.sources.values():
        unused.difference_update(source.record.derived_from)
    for claim in corpus.all_claims():
        if not unused:
            return
        unused -= used_by(claim.record)
    for name, source in corpus.sources.items():
        if name in unused:
            message = f"no claim uses the source `{name}`"
            hint = "cite it, or remove the file"
            yield Finding(Span.of(source.path, FILE_START), message, hint)


def _has_unreadable_claims(corpus: Corpus) -> bool:
    ids = corpus.known_ids
    known = len(ids.get("claim", ())) + len(ids.get("draft", ()))
    read = len(corpus.claims) + len(corpus.drafts)
    return read < known or any(each.path in corpus.unsound for each in corpus.all_claims())


def used_by(claim: Claim) -> set[str]:
    """The ids of all sources that a claim uses, and of what looks like one in its texts."""
    review = claim.review
    used = set(_CITED.findall(review.analysis or ""))
    for each in (*uses_of(claim), *review.responses):
        if isinstance(each.source, str):
            used.add(each.source)
        elif each.source is not None:
            used.update(each.source.derived_from)
    for correction in review.corrections:
        used.update(_CITED.findall(f"{correction.wrong} {correction.now}"))
    return used
