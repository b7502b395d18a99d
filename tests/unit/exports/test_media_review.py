"""MediaReview: only where the review says what was found out about an image or a recording."""

import json
from typing import Any

import pytest

from claimbook.values import Authenticity, MediaKind
from tests.unit.exports.vocabulary import expanded, problems_of
from tests.unit.views.making import PageReader, claim_text, site_of, words

SHOWN = """\
appearances:
  - source:
      type: video
      title: The bridge burns
      url: https://video.example/1
      archives: [{url: 'https://archive.example/1'}]
"""
CONTEXT = "It shows a bridge in another town, in 2011."


def media(kind: str = "video", authenticity: str = "missing-context") -> str:
    return (
        f"  media:\n    kind: {kind}\n    authenticity: {authenticity}\n"
        f"    original: https://video.example/0\n    context: {CONTEXT}\n"
    )


def page_of(text: str) -> tuple[dict[str, Any], str]:
    fragment = site_of({"bridge.yml": text}).claim_fragment("bridge")
    data = json.loads(PageReader(fragment.head).one("script").text)
    return data, words(PageReader(fragment.body).one("article").text)


def test_a_review_of_a_video_says_what_was_found_out() -> None:
    data, shown = page_of(claim_text(rating="false", review=media(), more=SHOWN))
    assert data["associatedMediaReview"] == {
        "@type": "MediaReview",
        "mediaAuthenticityCategory": "https://schema.org/DecontextualizedContent",
        "originalMediaLink": "https://video.example/0",
        "originalMediaContextDescription": CONTEXT,
        "itemReviewed": {
            "@type": "MediaReviewItem",
            "mediaItemAppearance": [
                {
                    "@type": "VideoObject",
                    "name": "The bridge burns",
                    "url": "https://video.example/1",
                    "archivedAt": ["https://archive.example/1"],
                }
            ],
        },
    }
    for text in ("Video", "shown out of its context", CONTEXT, "https://video.example/0"):
        assert text in shown


@pytest.mark.parametrize("kind", MediaKind)
@pytest.mark.parametrize("authenticity", Authenticity)
def test_schema_org_knows_everything_that_can_be_found_out(kind: str, authenticity: str) -> None:
    data, _ = page_of(claim_text(review=media(kind, authenticity), more=SHOWN))
    assert list(problems_of(data)) == []
    assert "https://schema.org/associatedMediaReview" in expanded(data)


def test_a_claim_made_in_a_video_is_not_about_the_video() -> None:
    data, _ = page_of(claim_text(more=SHOWN))
    assert "associatedMediaReview" not in data


def test_the_vocabulary_knows_no_other_findings() -> None:
    wrong = {"@type": "MediaReview", "mediaAuthenticityCategory": "https://schema.org/Fake"}
    assert list(problems_of(wrong))
