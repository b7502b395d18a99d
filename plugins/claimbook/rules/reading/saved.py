"""What rules about quotations and the saved texts of sources have in common."""

from claimbook.corpus import Corpus, FiledClaim, uses_of
from claimbook.evidence import Verdict
from claimbook.evidence.saved import Compared, Obstacle, compared
from claimbook.rules.rule import Context
from claimbook.text import Span


class _Last:
    """What was last compared: each of the rules about a claim asks for the same."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._claim: FiledClaim | None = None
        self._found: tuple[Compared, ...] = ()

    def of(self, claim: FiledClaim, folder: str) -> tuple[Compared, ...]:
        if claim is not self._claim:
            self._claim, self._found = claim, tuple(compared(claim, self._corpus, folder))
        return self._found


def _comparisons(claim: FiledClaim, context: Context) -> tuple[Compared, ...]:
    """All quotations of a claim beside what was saved; none where that is not at hand."""
    if context.corpus.snapshots is None or not any(each.quote for each in uses_of(claim.record)):
        return ()
    return context.index(_Last).of(claim, context.settings.claims_dir)


def with_verdict(claim: FiledClaim, context: Context, verdict: Verdict) -> list[Compared]:
    """The quotations of which a comparison said so, but for those that a person has compared."""
    return [
        each
        for each in _comparisons(claim, context)
        if each.result and each.result.verdict is verdict and not each.reason
    ]


def is_compared(claim: FiledClaim, context: Context) -> bool:
    """Whether any quotation of a claim is compared with a saved text."""
    return any(each.result for each in _comparisons(claim, context))


def with_obstacle(claim: FiledClaim, context: Context, *obstacles: Obstacle) -> list[Compared]:
    """The quotations that one of these kept from being compared; of each source the first."""
    found = (each for each in _comparisons(claim, context) if each.obstacle in obstacles)
    return [*{each.source.key: each for each in reversed([*found]) if each.source}.values()]


def quote_span(each: Compared) -> Span:
    """Where the quotation stands."""
    return each.use.at.value("quote")


def source_span(each: Compared) -> Span:
    """Where the source is named."""
    return each.use.at.value("source")
