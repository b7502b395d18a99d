"""CB218 scale-value."""

from collections.abc import Iterator

from claimbook.corpus import Corpus
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, Scope, rule
from claimbook.values import Axis


@rule("CB218", "scale-value", Severity.ERROR, Scope.CORPUS)
def scale_value(corpus: Corpus, context: Context) -> Iterator[Finding]:
    """A rating that does not speak of truth has a value between true and false."""
    for name, rating in corpus.ratings.items():
        if rating.value is not None and rating.axis is not Axis.TRUTH and rating.at.path:
            message = f"`{name}` is on the axis `{rating.axis}`, yet has a value of truth"
            hint = "remove `value`, or write `axis: truth`"
            yield Finding(rating.at.value("value"), message, hint)
