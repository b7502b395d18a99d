"""CB804 scale-reversed."""

from collections.abc import Iterator

from claimbook.corpus import Corpus
from claimbook.diagnostics import Severity
from claimbook.records import Rating
from claimbook.rules.rule import Context, Finding, Scope, rule

# Words that leave no doubt, in the languages in which most fact-checks are written.
_FALSE = frozenset({"false", "fake", "falsch", "unwahr", "faux", "falso", "errado", "fałsz"})
_TRUE = frozenset({"true", "correct", "wahr", "richtig", "vrai", "verdadero", "vero", "prawda"})
_LEAST_TRUE, _MOST_FALSE = 4, 2


@rule("CB804", "scale-reversed", Severity.WARNING, Scope.CORPUS)
def scale_reversed(corpus: Corpus, context: Context) -> Iterator[Finding]:
    """A rating is called true and has the value of a false one, or the other way round."""
    for name, rating in corpus.ratings.items():
        if rating.at.path and _contradicts(name, rating):
            message = f"`{name}` has the value {rating.value}; 5 is the truest and 1 the falsest"
            hint = "turn the values of the scale round"
            yield Finding(rating.at.value("value"), message, hint)


def _contradicts(name: str, rating: Rating) -> bool:
    words, value = {name, rating.label.casefold()}, rating.value
    if value is None:
        return False
    return not words.isdisjoint(_FALSE if value >= _LEAST_TRUE else _none_or_true(value))


def _none_or_true(value: int) -> frozenset[str]:
    return _TRUE if value <= _MOST_FALSE else frozenset()
