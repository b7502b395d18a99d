"""The rules by which search engines take a fact-check for one, as Google states them."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

Json = dict[str, Any]
_REQUIRED = ("claimReviewed", "reviewRating", "url", "author", "itemReviewed")


def problems_of(review: Json, site: str) -> Iterator[str]:
    """Why a ClaimReview on a site would be passed over."""
    yield from (f"{each} is missing" for each in _REQUIRED if not review.get(each))
    if review.get("@type") != "ClaimReview":
        yield "it is no ClaimReview"
    if not str(review.get("claimReviewed", "")).strip():
        yield "claimReviewed is empty"
    if urlsplit(review.get("url", "")).netloc != urlsplit(site).netloc:
        yield "url is not on the site's own domain"
    yield from _of_rating(review.get("reviewRating", {}))
    yield from _of_claim(review.get("itemReviewed", {}), review.get("author", {}))


def _of_rating(rating: Json) -> Iterator[str]:
    if not rating.get("alternateName"):
        yield "the rating has no words"
    numbers = [rating.get(each) for each in ("worstRating", "ratingValue", "bestRating")]
    if numbers == [None, None, None]:
        return
    if not all(isinstance(each, int) for each in numbers):
        yield "the numbers of the rating are not whole"
        return
    worst, value, best = (int(each or 0) for each in numbers)
    if not 1 <= worst < best:
        yield "worstRating is less than 1 or not less than bestRating"
    if not worst <= value <= best:
        yield "ratingValue is out of range"


def _of_claim(claim: Json, reviewer: Json) -> Iterator[str]:
    author = claim.get("author", {})
    if not author.get("name"):
        yield "nobody is said to have made the claim"
    if author.get("name", "").casefold() == reviewer.get("name", "").casefold():
        yield "the claim is the reviewer's own"
    for work in (claim.get("firstAppearance", {}), *claim.get("appearance", ())):
        if reviewer.get("url") and work.get("url", "").startswith(reviewer["url"]):
            yield "the claim appears on the reviewer's own site"
