"""All ClaimReviews in one file: a DataFeed of schema.org, for those who gather fact-checks.

It says of a claim nothing that lists do not show, so that it is not made again for every change.
"""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.exports.claim_review import whole_claim_review
from claimbook.exports.files import File
from claimbook.exports.structured.json_ld import Json, day, in_context, safe_json, typed
from claimbook.exports.structured.organisation import publisher, terms
from claimbook.views.catalogue import Catalogue
from claimbook.views.claim import last_change

PATH = "data/claimreview.json"


def data_feed_files(catalogue: Catalogue) -> Iterator[File]:
    """The feed; none without the addresses of fact-checks, for which others fetch it.

    All dates in it are those of reviews, corrections and withdrawals.
    """
    if catalogue.publication.url:
        yield PATH, f"{safe_json(data_feed(catalogue))}\n".encode()


def data_feed(catalogue: Catalogue) -> Json:
    """The ClaimReview of every claim that has one, in the order of ids, with its dates."""
    publication = catalogue.publication
    found = (_item(each, catalogue) for each in catalogue.corpus.claims.values())
    items = [each for each in found if each]
    return in_context(
        typed(
            "DataFeed",
            name=publication.name,
            description=publication.description,
            url=f"{publication.url}{PATH}",
            inLanguage=publication.language,
            license=terms(catalogue),
            publisher=publisher(catalogue),
            dateModified=max((each.get("dateModified", "") for each in items), default=None),
            dataFeedElement=items,
        )
    )


def _item(claim: FiledClaim, catalogue: Catalogue) -> Json | None:
    made = whole_claim_review(claim, catalogue)
    if made is None:
        return None
    created = day(claim.record.review.reviewed)
    changed = last_change(claim.record) if created else None
    return typed("DataFeedItem", dateCreated=created, dateModified=changed, item=made)
