"""CB205 undefined-claim."""

from collections.abc import Iterator

from claimbook.corpus import Corpus, FiledClaim, relations
from claimbook.diagnostics import Severity
from claimbook.rules.reading.names import did_you_mean_name
from claimbook.rules.rule import Context, Finding, Part, rule


@rule("CB205", "undefined-claim", Severity.ERROR, looks_at=[Part.CLAIM_IDS, Part.OTHERS])
def undefined_claim(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A claim is related to one that does not exist, or that is not published."""
    if claim.record.related is None:
        return
    corpus = context.corpus
    for _, other, span in relations(claim.record.related):
        if corpus.knows("claim", other):
            continue
        if not corpus.knows("draft", other):
            yield Finding(span, f"no claim is called `{other}`", _hint(other, context))
        elif not claim.is_draft:
            message = f"`{other}` is a draft, which readers cannot see"
            yield Finding(span, message, "publish the draft, or remove the relation until then")


def _hint(other: str, context: Context) -> str:
    current = context.index(_by_alias).get(other)
    if current is not None:
        return f"the claim was renamed: write `{current}`"
    ids = context.corpus.known_ids
    nearest = did_you_mean_name(other, ids.get("claim", frozenset()))
    return nearest or "write the name of its file, without folder and without `.yml`"


def _by_alias(corpus: Corpus) -> dict[str, str]:
    return {alias: each.id for each in corpus.claims.values() for alias in each.record.aliases}
