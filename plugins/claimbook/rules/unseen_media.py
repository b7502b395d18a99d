"""CB806 unseen-media."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, rule


@rule("CB806", "unseen-media", Severity.WARNING, needs=["appearances", "review"])
def unseen_media(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A review speaks of an image or a recording, and no appearance says where it was shown."""
    review = claim.record.review
    if review.media and not any(each.source for each in claim.record.appearances):
        message = f"nobody can tell which {review.media.kind} is meant"
        hint = "add an appearance with the source in which it was shown"
        yield Finding(review.at.value("media"), message, hint)
