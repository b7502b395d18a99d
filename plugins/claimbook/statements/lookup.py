"""The claims like what is said in a text, whoever says it and whenever that is."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from claimbook.likeness.compare import Relation
from claimbook.likeness.index import Match
from claimbook.statements.reported import reported, undated

_FEWEST_WORDS = 4
_MOST_BEHIND = 0.15


def looked_up(texts: Sequence[str], find: Callable[[str], Sequence[Match]]) -> list[Match]:
    """The claims like one of some texts, or like what it reports; each once, the best first.

    ``find`` tells the claims like a text, best first.
    """
    best: dict[str, Match] = {}
    for text in _forms(texts):
        for each in _nearly_as_good(find(text)):
            if each.entry.id not in best or _order(each) < _order(best[each.entry.id]):
                best[each.entry.id] = each
    return sorted(best.values(), key=lambda each: (_order(each), each.entry.id))


def _forms(texts: Iterable[str]) -> Iterator[str]:
    """Each text, what it reports, and both without words such as ``last December``."""
    told = [form for text in texts for form in (text, reported(text)) if form]
    for each in dict.fromkeys((*told, *filter(None, map(undated, told)))):
        if len(each.split()) >= _FEWEST_WORDS or not each.isascii():
            yield each


def _nearly_as_good(matches: Sequence[Match]) -> Iterator[Match]:
    """All but the answers that are far behind the best: they are likely another matter."""
    answers = (each.score for each in matches if each.relation is not Relation.RELATED)
    least = max(answers, default=0.0) - _MOST_BEHIND
    yield from (
        each for each in matches if each.relation is Relation.RELATED or each.score >= least
    )


def _order(match: Match) -> tuple[bool, float]:
    return match.relation is Relation.RELATED, -match.score
