"""One claim, with everything that is known of it."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim, source_references
from claimbook.dates import PartialDate
from claimbook.exports.api.answers import ClaimAnswer, Dates, RatingAnswer, Speaker
from claimbook.exports.api.places import answer, claim_path, page_address, whole
from claimbook.exports.claim_review import whole_claim_review
from claimbook.exports.embed import badge_path
from claimbook.exports.files import File
from claimbook.exports.open_data.plain import plain
from claimbook.exports.twin.page import twin_path
from claimbook.records import Claim
from claimbook.views.catalogue import Catalogue
from claimbook.views.claim import last_change
from claimbook.views.claim_card import embed_location
from claimbook.views.links import cite_location, claim_location
from claimbook.views.marks import Mark


def claim_api_files(claim: FiledClaim, catalogue: Catalogue) -> Iterator[File]:
    """The answer about a claim."""
    yield answer(f"claims/{claim.id}", claim_answer(claim, catalogue))


def claim_answer(claim: FiledClaim, catalogue: Catalogue) -> ClaimAnswer:
    """All that is told of a claim."""
    record, review = claim.record, claim.record.review
    return ClaimAnswer(
        id=claim.id,
        claim=record.claim,
        title=claim.title,
        claimant=_speaker(record, catalogue),
        rating=rating_answer(catalogue.marks[review.rating]),
        verdict=review.verdict,
        is_withdrawn=record.withdrawn is not None,
        dates=_dates(record),
        links=links_of(claim.id, catalogue),
        record=plain(record),
        version=catalogue.corpus.version(claim),
        sources={name: plain(each) for name, each in _sources(record, catalogue)} or None,
        claim_review=whole_claim_review(claim, catalogue),
    )


def rating_answer(mark: Mark) -> RatingAnswer:
    """A rating as it is told everywhere."""
    return RatingAnswer(
        key=mark.key,
        label=mark.label,
        definition=mark.definition,
        axis=mark.axis.value,
        value=mark.value,
        is_retired=mark.is_retired,
    )


def _speaker(record: Claim, catalogue: Catalogue) -> Speaker:
    person = catalogue.people.find(record.claimant)
    known = catalogue.corpus.claimant(record.claimant).record
    return Speaker(
        name=known.name,
        id=person.id if person else None,
        role=known.role,
        kind=known.kind.value if known.kind else None,
        same_as=tuple(each.href for each in known.same_as),
    )


def _dates(record: Claim) -> Dates:
    review = record.review
    return Dates(
        claimed=text_of(record.claimed),
        reviewed=text_of(review.reviewed),
        updated=last_change(record),
        review_by=text_of(review.review_by),
        withdrawn=text_of(record.withdrawn.date) if record.withdrawn else None,
    )


def text_of(date: PartialDate | None) -> str | None:
    """A date as it was written."""
    return date.text if date else None


def links_of(name: str, catalogue: Catalogue) -> dict[str, str]:
    """Where a claim's page stands, and its other forms."""
    exports = catalogue.settings.exports
    links = {
        "self": whole(claim_path(name), catalogue),
        "page": page_address(claim_location(name), catalogue),
    }
    if exports.citations:
        links["cite"] = page_address(cite_location(claim_location(name)), catalogue)
    if exports.markdown:
        links["markdown"] = whole(twin_path(name), catalogue)
    if exports.embeds:
        links["embed"] = page_address(embed_location(name), catalogue)
        links["badge"] = whole(badge_path(name), catalogue)
    return links


def _sources(record: Claim, catalogue: Catalogue) -> Iterator[tuple[str, object]]:
    """The records of all sources that a claim names by id, in the order of its file."""
    for name in dict.fromkeys(each.id for each in source_references(record)):
        filed = catalogue.corpus.sources.get(name)
        if filed:
            yield name, filed.record
