"""CB805 missing-value."""

from collections.abc import Iterator

from claimbook.corpus import Corpus
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, Scope, rule
from claimbook.values import Axis


@rule("CB805", "missing-value", Severity.WARNING, Scope.CORPUS)
def missing_value(corpus: Corpus, context: Context) -> Iterator[Finding]:
    """A rating speaks of truth as others do, and alone has no value."""
    ratings = {key: each for key, each in corpus.ratings.items() if each.axis is Axis.TRUTH}
    if all(each.value is None for each in ratings.values()):
        # A scale may do without numbers.
        return
    for name, rating in ratings.items():
        if rating.value is None and rating.at.path:
            message = f"`{name}` is on the axis `truth`, where others have a value, and has none"
            hint = "add `value`, from 1 for the falsest to 5 for the truest"
            yield Finding(rating.at.value("axis"), message, hint)
