"""CB209 alias-taken."""

from collections.abc import Iterator

from claimbook.corpus import Corpus, FiledClaim
from claimbook.diagnostics import Label, Severity
from claimbook.rules.rule import Context, Finding, Scope, rule
from claimbook.text import FILE_START, Span


@rule("CB209", "alias-taken", Severity.ERROR, Scope.CORPUS)
def alias_taken(corpus: Corpus, context: Context) -> Iterator[Finding]:
    """An alias is the id of a claim, or the alias of another claim."""
    owners: dict[str, tuple[FiledClaim, Span]] = {}
    for claim in corpus.all_claims():
        for index, alias in enumerate(claim.record.aliases):
            span = claim.record.at.item("aliases", index)
            if corpus.knows("claim", alias) or corpus.knows("draft", alias):
                yield _id_taken(corpus, claim, alias, span)
            elif alias in owners and owners[alias][0] is not claim:
                yield _alias_taken(alias, span, *owners[alias])
            else:
                # The same alias twice in one claim is a repeated entry, and said there.
                owners[alias] = claim, span


def _id_taken(corpus: Corpus, claim: FiledClaim, alias: str, span: Span) -> Finding:
    other = corpus.claims.get(alias) or corpus.drafts.get(alias)
    if alias == claim.id:
        message = f"the claim's own id, `{alias}`, stands among its former ids"
        return Finding(span, message, "remove it")
    labels = (Label(Span.of(other.path, FILE_START), "the claim with this id"),) if other else ()
    message = f"the former id `{alias}` is the id of another claim"
    hint = "remove the alias, or rename the other claim"
    return Finding(span, message, hint, labels=labels)


def _alias_taken(alias: str, span: Span, owner: FiledClaim, first: Span) -> Finding:
    message = f"`{alias}` is a former id of `{owner.id}` as well"
    label = Label(first, "the same alias")
    return Finding(span, message, "keep it in one of the two claims", labels=(label,))
