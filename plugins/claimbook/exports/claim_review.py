"""Structured data for a claim: schema.org ClaimReview.

``claimReviewed`` is the claim as the headline shows it, in full: Google asks for less than 75
characters for the sake of narrow screens, but a title is a name and not a claim, and what machines
read must stand on the page. There is none where nothing was decided, and numbers only for ratings
on the axis of truth. A date in doubt is left out: the page says that it is in doubt, the markup
could not.
"""

from collections.abc import Iterable, Iterator

from claimbook.corpus import FiledClaim
from claimbook.exports.structured.json_ld import Json, day, in_context, typed
from claimbook.exports.structured.licences import licence_value
from claimbook.exports.structured.media_review import media_review
from claimbook.exports.structured.works import document_work, entity, short_work, work
from claimbook.graph import evidence_sources
from claimbook.records import Appearance, Claim, Claimant, Correction, Source
from claimbook.values import Axis
from claimbook.views.addresses import absolute
from claimbook.views.catalogue import Catalogue
from claimbook.views.claim import last_change
from claimbook.views.links import claim_location
from claimbook.views.marks import Mark
from claimbook.views.sources import live_href, note_html


def claim_review(claim: FiledClaim, catalogue: Catalogue) -> Json | None:
    """The ClaimReview for a claim's page, which shows its sources: of these only addresses.

    None for drafts, for what was withdrawn or not decided, and for claims of the publication
    itself.
    """
    made = _review(claim, catalogue)
    if made is None:
        return None
    hrefs = [href for each in _sources(claim, catalogue) if (href := live_href(each))]
    return in_context({**made, **({"citation": hrefs} if hrefs else {})})


def whole_claim_review(claim: FiledClaim, catalogue: Catalogue) -> Json | None:
    """The ClaimReview of a claim for those who do not see its page; None as above.

    With its title and verdict, and all that is known of its sources.
    """
    made = _review(claim, catalogue)
    if made is None:
        return None
    made |= {"headline": claim.title, "reviewBody": claim.record.review.verdict}
    cited = [work(each) for each in _sources(claim, catalogue)]
    return {**made, **({"citation": cited} if cited else {})}


def _review(claim: FiledClaim, catalogue: Catalogue) -> Json | None:
    record, review, publication = claim.record, claim.record.review, catalogue.publication
    speaker = catalogue.corpus.claimant(record.claimant).record
    mark = catalogue.marks.get(review.rating)
    is_own = speaker.name.casefold() == publication.name.casefold()
    if mark is None or is_own or not _is_reviewed(claim, mark):
        return None
    published, changed = day(review.reviewed), last_change(record)
    return typed(
        "ClaimReview",
        url=absolute(claim_location(claim.id), catalogue),
        claimReviewed=record.claim,
        datePublished=published,
        dateModified=changed if published and changed != published[:10] else None,
        inLanguage=publication.language,
        license=licence_value(publication.licence),
        author=typed("Organization", name=publication.name, url=publication.url),
        reviewRating=_rating(mark),
        itemReviewed=_claim(claim, speaker, catalogue),
        correction=[*map(_correction, review.corrections)],
        associatedMediaReview=_media(record, catalogue),
    )


def _media(claim: Claim, catalogue: Catalogue) -> Json | None:
    media = claim.review.media
    if media is None:
        return None
    named = (each.source for each in claim.appearances if each.source)
    found = (catalogue.corpus.source_record(each, claim) for each in named)
    return media_review(media, (each for each in found if each))


def _is_reviewed(claim: FiledClaim, mark: Mark) -> bool:
    return not (claim.is_draft or claim.record.withdrawn or mark.axis is Axis.STATUS)


def _rating(mark: Mark) -> Json:
    rating = typed("Rating", alternateName=mark.label)
    if mark.axis is Axis.TRUTH and mark.value is not None:
        rating |= {"ratingValue": mark.value, "bestRating": 5, "worstRating": 1}
    return rating


def _claim(claim: FiledClaim, speaker: Claimant, catalogue: Catalogue) -> Json:
    record = claim.record
    works = _works(record, catalogue)
    return typed(
        "Claim",
        author=entity(speaker),
        datePublished=day(record.claimed),
        inLanguage=record.language,
        firstAppearance=works[0] if works else None,
        appearance=works[1:],
        sameAs=[*_elsewhere(record, catalogue)],
    )


def _works(claim: Claim, catalogue: Catalogue) -> list[Json]:
    """Where a claim was made: the first in full, the others by title and address."""
    found: list[Json] = []
    for each in claim.appearances:
        made = _work(each, claim, catalogue, is_first=not found)
        found += [made] if made else []
    return found


def _work(
    appearance: Appearance, claim: Claim, catalogue: Catalogue, *, is_first: bool
) -> Json | None:
    if appearance.document:
        filed = catalogue.corpus.documents.get(appearance.document)
        return document_work(filed.record) if filed else None
    if appearance.source is None:
        return None
    source = catalogue.corpus.source_record(appearance.source, claim)
    return (work if is_first else short_work)(source) if source else None


def _elsewhere(claim: Claim, catalogue: Catalogue) -> Iterator[str]:
    """Our pages about the same claim made elsewhere."""
    for name in claim.related.same_as if claim.related else ():
        address = absolute(claim_location(name), catalogue)
        if address and name in catalogue.cards:
            yield address


def _sources(claim: FiledClaim, catalogue: Catalogue) -> Iterable[Source]:
    return (each.source for each in evidence_sources(catalogue.corpus, claim.record))


def _correction(correction: Correction) -> Json:
    text = f"{plain_text(correction.wrong)} {plain_text(correction.now)}"
    return typed("CorrectionComment", text=text, datePublished=day(correction.date))


def plain_text(markdown: str) -> str:
    """What a reader sees of Markdown, on one line and without citations."""
    return note_html(markdown).striptags().replace(" .", ".")
