"""All ClaimReviews in one file: a DataFeed of schema.org, for those who gather fact-checks.

It says of a claim nothing that lists do not show, so that it is not made again for every change.
"""

from collections.abc import Iterable, Iterator

from claimbook.boundaries.script import safe_json
from claimbook.corpus import FiledClaim
from claimbook.exports.claim_review import whole_claim_review
from claimbook.exports.files import File
from claimbook.exports.structured.json_ld import Json, day, in_context, typed
from claimbook.exports.structured.organisation import publisher, terms
from claimbook.views.catalogue import Catalogue
from claimbook.views.claim import last_change

PATH = "data/claimreview.json"
# So many stand in one file, or a host might refuse it: some take no more than 25 MiB.
PART = 5000


def data_feed_files(catalogue: Catalogue) -> Iterator[File]:
    """The feed, in parts; none without the addresses of fact-checks, for which others fetch it.

    All dates in it are those of reviews, corrections and withdrawals. The first part names the
    others.
    """
    if not catalogue.publication.url:
        return
    found = (_item(each, catalogue) for each in catalogue.corpus.claims.values())
    items = [each for each in found if each]
    starts = range(0, len(items), PART) or range(1)
    for number, start in enumerate(starts, 1):
        others = range(2, len(starts) + 1) if number == 1 else ()
        told = _feed(number, items[start : start + PART], others, catalogue)
        yield part_path(number), f"{safe_json(told)}\n".encode()


def part_path(number: int) -> str:
    """Where a part of the feed stands."""
    return PATH if number == 1 else f"data/claimreview/{number}.json"


def _feed(number: int, items: list[Json], others: Iterable[int], catalogue: Catalogue) -> Json:
    publication = catalogue.publication
    return in_context(
        typed(
            "DataFeed",
            name=publication.name,
            description=publication.description,
            url=_part_address(number, catalogue),
            inLanguage=publication.language,
            license=terms(catalogue),
            publisher=publisher(catalogue),
            dateModified=max((each.get("dateModified", "") for each in items), default=None),
            hasPart=[typed("DataFeed", url=_part_address(each, catalogue)) for each in others],
            dataFeedElement=items,
        )
    )


def _part_address(number: int, catalogue: Catalogue) -> str:
    return f"{catalogue.publication.url}{part_path(number)}"


def _item(claim: FiledClaim, catalogue: Catalogue) -> Json | None:
    made = whole_claim_review(claim, catalogue)
    if made is None:
        return None
    created = day(claim.record.review.reviewed)
    changed = last_change(claim.record) if created else None
    return typed("DataFeedItem", dateCreated=created, dateModified=changed, item=made)
