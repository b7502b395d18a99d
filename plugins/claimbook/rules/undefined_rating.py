"""CB208 undefined-rating."""

from collections.abc import Iterator

from claimbook.corpus import Corpus, FiledClaim
from claimbook.diagnostics import Severity, did_you_mean, listing
from claimbook.records import Review
from claimbook.rules.rule import Context, Finding, Part, rule
from claimbook.shape import At


@rule("CB208", "undefined-rating", Severity.ERROR, looks_at=[Part.RATINGS])
def undefined_rating(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A review gives a rating that the scale does not have."""
    if _is_unreadable(context.corpus):
        return
    ratings = context.corpus.ratings
    for rating, at, field in _given(claim.record.review):
        if rating not in ratings:
            span = at.value(field)
            hint = did_you_mean(rating, ratings) or f"use one of {', '.join(listing(ratings))}"
            yield Finding(span, f"the scale has no rating `{rating}`", hint)


def _is_unreadable(corpus: Corpus) -> bool:
    path = corpus.scale.path if corpus.scale else ""
    is_broken = corpus.knows("scale", "scale") and not path
    return is_broken or path in corpus.unsound


def _given(review: Review) -> Iterator[tuple[str, At, str]]:
    yield review.rating, review.at, "rating"
    for each in review.corrections:
        if each.rating_before:
            yield each.rating_before, each.at, "rating_before"
        if each.rating_after:
            yield each.rating_after, each.at, "rating_after"
