"""Structured data for a claim page: schema.org ClaimReview.

``claimReviewed`` is the claim as the headline shows it, in full: Google asks for less than 75
characters for the sake of narrow screens, but a title is a name and not a claim, and what machines
read must stand on the page. Numbers are given only for ratings on the axis of truth. A date in
doubt is left out: the page says that it is in doubt, the markup could not.
"""

import json
import re
from typing import Any

from claimbook.corpus import FiledClaim
from claimbook.dates import PartialDate
from claimbook.records import Appearance, Claimant
from claimbook.values import Axis, EntityKind
from claimbook.views.addresses import absolute
from claimbook.views.catalogue import Catalogue
from claimbook.views.links import claim_location
from claimbook.views.sources import live_href

Json = dict[str, Any]
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_UNSAFE = re.compile("[<>&\u2028\u2029]")
_SAFE = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def claim_review(claim: FiledClaim, catalogue: Catalogue) -> Json | None:
    """The ClaimReview of a claim; None where there must be none.

    None for drafts, for what was withdrawn, and for claims of the publication itself.
    """
    record, review, publication = claim.record, claim.record.review, catalogue.publication
    speaker = catalogue.corpus.claimant(record.claimant).record
    mark = catalogue.marks.get(review.rating)
    if claim.is_draft or record.withdrawn or mark is None or speaker.name == publication.name:
        return None
    rating: Json = {"@type": "Rating", "alternateName": mark.label}
    if mark.axis is Axis.TRUTH and mark.value is not None:
        rating |= {"ratingValue": mark.value, "bestRating": 5, "worstRating": 1}
    return _without_gaps(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "url": absolute(claim_location(claim.id), catalogue),
            "claimReviewed": record.claim,
            "datePublished": _day(review.reviewed),
            "author": _without_gaps(
                {"@type": "Organization", "name": publication.name, "url": publication.url}
            ),
            "reviewRating": rating,
            "itemReviewed": _claim(claim, speaker, catalogue),
        }
    )


def _claim(claim: FiledClaim, speaker: Claimant, catalogue: Catalogue) -> Json:
    works = [work for each in claim.record.appearances if (work := _work(each, claim, catalogue))]
    return _without_gaps(
        {
            "@type": "Claim",
            "author": _author(speaker),
            "datePublished": _day(claim.record.claimed),
            "firstAppearance": works[0] if works else None,
            "appearance": works[1:],
        }
    )


def _author(speaker: Claimant) -> Json:
    is_person = speaker.kind is EntityKind.PERSON
    kind = "Person" if is_person or speaker.kind is EntityKind.ANONYMOUS else "Organization"
    return _without_gaps(
        {
            "@type": kind if speaker.kind else "Thing",
            "name": speaker.name,
            "jobTitle": speaker.role if is_person else None,
            "sameAs": [each.href for each in speaker.same_as],
        }
    )


def _work(appearance: Appearance, claim: FiledClaim, catalogue: Catalogue) -> Json | None:
    if appearance.document:
        filed = catalogue.corpus.documents.get(appearance.document)
        url = filed.record.url.href if filed and filed.record.url else ""
        return _creative_work(filed.record.title, url) if filed else None
    if appearance.source is None:
        return None
    cited = catalogue.corpus.source(appearance.source, claim.record)
    return _creative_work(cited.source.title, live_href(cited.source)) if cited else None


def _creative_work(title: str, url: str | None) -> Json:
    return _without_gaps({"@type": "CreativeWork", "headline": title, "url": url})


def _day(date: PartialDate | None) -> str | None:
    return date.plain if date and not date.is_doubtful else None


def _without_gaps(values: Json) -> Json:
    return {key: value for key, value in values.items() if value}


def script(structured: Json) -> str:
    """A ``script`` element with JSON-LD that no content can end or escape."""
    text = _ENCODER.encode(structured)
    return f'<script type="application/ld+json">{_without_markup(text)}</script>'


def _without_markup(text: str) -> str:
    """JSON in which no character means anything to HTML."""
    return text.translate(_SAFE) if _UNSAFE.search(text) else text
