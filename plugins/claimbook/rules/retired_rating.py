"""CB212 retired-rating."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Label, Severity, listing
from claimbook.rules.reading.days import is_before
from claimbook.rules.reading.weight import rating_of
from claimbook.rules.rule import Context, Finding, Part, rule


@rule("CB212", "retired-rating", Severity.WARNING, looks_at=[Part.RATINGS])
def retired_rating(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A review gives a rating that had been retired by then."""
    review = claim.record.review
    rating = rating_of(context.corpus, claim.record)
    if rating is None or not is_before(rating.retired, review.reviewed):
        return
    message = f"the rating `{review.rating}` is retired since {rating.retired}"
    current = [name for name, each in context.corpus.ratings.items() if each.retired is None]
    hint = f"choose one that is in use: {', '.join(listing(current))}"
    labels = (Label(rating.at.value("retired"), "retired here"),) if rating.at.path else ()
    yield Finding(review.at.value("rating"), message, hint, labels=labels)
