"""CB304 needless-exception."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.rules.reading.weight import bearing_sources, is_decided, is_thin, rating_of
from claimbook.rules.rule import Context, Finding, Part, rule


@rule(
    "CB304",
    "needless-exception",
    Severity.NOTE,
    needs=["evidence", "rating"],
    looks_at=[Part.RATINGS, Part.SOURCES],
)
def needless_exception(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A review excuses a single source although it does not rest on one."""
    review = claim.record.review
    rating = rating_of(context.corpus, claim.record)
    if review.sole_source is None or rating is None:
        return
    found = bearing_sources(context.corpus, claim.record, rating)
    if found is None:
        return
    if not is_decided(rating) or not is_thin(context.corpus, claim.record, found):
        message = "`sole_source` excuses nothing: the rating does not rest on a single source"
        yield Finding(review.at.key("sole_source"), message, "remove it")
