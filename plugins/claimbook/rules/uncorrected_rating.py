"""CB402 uncorrected-rating."""

from collections.abc import Iterator
from itertools import pairwise

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Label, Severity
from claimbook.records import Correction, Review
from claimbook.rules.rule import Context, Finding, rule


@rule("CB402", "uncorrected-rating", Severity.WARNING, needs=["corrections", "rating"])
def uncorrected_rating(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """The ratings that corrections tell of do not lead to the rating that stands."""
    review = claim.record.review
    told = [each for each in review.corrections if each.rating_before or each.rating_after]
    told.sort(key=lambda each: each.date.earliest)
    for each in told:
        if each.rating_before and not each.rating_after and not _is_kept(each, told, review):
            message = "this correction tells of a rating before, and of none after"
            hint = f"add `rating_after`, or remove `rating_before: {each.rating_before}`"
            yield Finding(each.at.value("rating_before"), message, hint)
    for earlier, later in pairwise(told):
        yield from _gap(earlier, later)
    if told:
        yield from _end(told[-1], review)


def _is_kept(correction: Correction, told: list[Correction], review: Review) -> bool:
    return correction is told[-1] and correction.rating_before == review.rating


def _gap(earlier: Correction, later: Correction) -> Iterator[Finding]:
    if earlier.rating_after and later.rating_before:
        if earlier.rating_after == later.rating_before:
            return
        message = (
            f"the rating was `{earlier.rating_after}` after the correction of {earlier.date}, "
            f"and `{later.rating_before}` before this one"
        )
        label = Label(earlier.at.value("rating_after"), "the rating before that")
        hint = "add the correction that is missing between them"
        yield Finding(later.at.value("rating_before"), message, hint, labels=(label,))


def _end(last: Correction, review: Review) -> Iterator[Finding]:
    if last.rating_after and last.rating_after != review.rating:
        message = (
            f"the claim is rated `{review.rating}`, but the last correction left it at "
            f"`{last.rating_after}`"
        )
        label = Label(last.at.value("rating_after"), "the last correction")
        hint = "add a correction that says why the rating was changed"
        yield Finding(review.at.value("rating"), message, hint, labels=(label,))
