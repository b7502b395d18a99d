"""What was found out about an image, a video or a recording: schema.org MediaReview.

There is one only where the review says by itself what was found out: that a claim was made in a
video says nothing about the video.
"""

from collections.abc import Iterable

from claimbook.exports.structured.json_ld import CONTEXT, Json, typed
from claimbook.records import Media, Source
from claimbook.values import Authenticity, MediaKind
from claimbook.views.sources import live_href

_TYPES = {
    MediaKind.IMAGE: "ImageObject",
    MediaKind.VIDEO: "VideoObject",
    MediaKind.AUDIO: "AudioObject",
}
# schema.org, MediaManipulationRatingEnumeration.
_CATEGORIES = {
    Authenticity.ORIGINAL: "OriginalMediaContent",
    Authenticity.MISSING_CONTEXT: "DecontextualizedContent",
    Authenticity.EDITED: "EditedOrCroppedContent",
    Authenticity.TRANSFORMED: "TransformedContent",
    Authenticity.STAGED: "StagedContent",
    Authenticity.SATIRE: "SatireOrParodyContent",
}


def media_review(media: Media, shown_in: Iterable[Source]) -> Json:
    """A MediaReview; ``shown_in`` are the sources in which the medium was seen or heard."""
    return typed(
        "MediaReview",
        mediaAuthenticityCategory=f"{CONTEXT}/{_CATEGORIES[media.authenticity]}",
        originalMediaLink=media.original.href if media.original else None,
        originalMediaContextDescription=media.context,
        itemReviewed=typed(
            "MediaReviewItem", mediaItemAppearance=[_shown(media, each) for each in shown_in]
        ),
    )


def _shown(media: Media, source: Source) -> Json:
    return typed(
        _TYPES[media.kind],
        name=source.title,
        url=live_href(source),
        archivedAt=[each.url.href for each in source.archives],
    )
