"""CB801 same-claim."""

import re
from collections.abc import Iterator
from functools import lru_cache

from claimbook.corpus import Corpus, FiledClaim
from claimbook.data import digest
from claimbook.diagnostics import Label, Severity
from claimbook.rules.reading.quotations import typed
from claimbook.rules.rule import Context, Finding, Scope, rule

_WORD = re.compile(r"[^\W_]+(?:[.,'][^\W_]+)*|[%$€£¥]")
_ARTICLES = frozenset({"a", "an", "the"})
_MOST_REMEMBERED = 50_000


@rule("CB801", "same-claim", Severity.WARNING, Scope.CORPUS)
def same_claim(corpus: Corpus, context: Context) -> Iterator[Finding]:
    """Two claims say the same."""
    first: dict[bytes, FiledClaim] = {}
    for claim in corpus.all_claims():
        if claim.record.withdrawn is None:
            other = first.setdefault(_words(claim.record.claim), claim)
            if other is not claim and not _are_linked(claim, other):
                message = f"the claim `{other.id}` says the same"
                label = Label(other.record.at.value("claim"), "the same words")
                hint = "keep one of them, or relate them with `same_as`"
                yield Finding(claim.record.at.value("claim"), message, hint, labels=(label,))


# A preview asks again and again.
@lru_cache(maxsize=_MOST_REMEMBERED)
def _words(text: str) -> bytes:
    """A digest of the words of a text."""
    words = _WORD.findall(typed(text).casefold())
    told = " ".join([each for each in words if each not in _ARTICLES])
    return digest(told.encode("utf-8", "surrogatepass"))


def _are_linked(one: FiledClaim, other: FiledClaim) -> bool:
    return other.id in _same_as(one) or one.id in _same_as(other)


def _same_as(claim: FiledClaim) -> tuple[str, ...]:
    return claim.record.related.same_as if claim.record.related else ()
