"""ClaimReview: what Google's rules ask for, what honesty asks for, and the page in agreement."""

import json
from typing import Any

import pytest

from claimbook.corpus import FiledClaim
from claimbook.exports.claim_review import claim_review, script
from claimbook.fragment import UrlStyle
from claimbook.render import Renderer
from claimbook.settings import Publication, Settings
from claimbook.views.catalogue import catalogue_of
from tests.unit.views.making import (
    SETTINGS,
    TODAY,
    PageReader,
    claim_text,
    corpus_of,
    own_files,
    site_of,
    words,
)

PLACES = """\
claimed: 1932-03-20
appearances:
  - source: {title: The Herald, url: 'https://herald.example/1932'}
  - document: leaflet
"""
FILES = {
    "documents/leaflet.yml": "title: A leaflet\ntext: leaflet.txt\n",
    "documents/leaflet.txt": "Words.\n",
}


def data_of(text: str, settings: Settings = SETTINGS) -> dict[str, Any] | None:
    site = site_of({**FILES, "bridge.yml": text}, settings)
    return read_data(site.claim_fragment("bridge").head)


def read_data(head: str) -> dict[str, Any] | None:
    scripts = PageReader(head).find("script")
    return json.loads(scripts[0].text) if scripts else None


def test_everything_that_is_known_is_said() -> None:
    text = claim_text(review="  reviewed: 2026-04-01", more=PLACES)
    assert data_of(text) == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://ledger.example/claims/bridge/",
        "claimReviewed": "The bridge opened in 1932.",
        "datePublished": "2026-04-01",
        "author": {
            "@type": "Organization",
            "name": "The Ledger",
            "url": "https://ledger.example/",
        },
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "True",
            "ratingValue": 5,
            "bestRating": 5,
            "worstRating": 1,
        },
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Thing", "name": "City Council"},
            "datePublished": "1932-03-20",
            "firstAppearance": {
                "@type": "CreativeWork",
                "headline": "The Herald",
                "url": "https://herald.example/1932",
            },
            "appearance": [{"@type": "CreativeWork", "headline": "A leaflet"}],
        },
    }


@pytest.mark.parametrize("rating", ["misleading", "unproven", "outdated"])
def test_ratings_off_the_axis_of_truth_have_no_number(rating: str) -> None:
    data = data_of(claim_text(rating=rating))
    assert data is not None
    assert set(data["reviewRating"]) == {"@type", "alternateName"}


def test_a_date_in_doubt_is_left_out() -> None:
    data = data_of(claim_text(more="claimed: 1932-03?", review="  reviewed: 2026~"))
    assert data is not None
    assert "datePublished" not in data
    assert "datePublished" not in data["itemReviewed"]


def test_without_an_address_none_is_claimed() -> None:
    data = data_of(claim_text(), Settings(publication=Publication(name="The Ledger")))
    assert data is not None
    assert "url" not in data
    assert data["author"] == {"@type": "Organization", "name": "The Ledger"}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("person", "Person"), ("organisation", "Organization"), ("anonymous", "Person")],
)
def test_claimants_are_what_they_are(kind: str, expected: str) -> None:
    claimant = f"{{name: Ann, role: Mayor, kind: {kind}, same_as: 'https://ann.example'}}"
    data = data_of(claim_text(claimant=claimant))
    assert data is not None
    author = data["itemReviewed"]["author"]
    assert (author["@type"], author["sameAs"]) == (expected, ["https://ann.example/"])
    assert ("jobTitle" in author) == (kind == "person")


@pytest.mark.parametrize(
    "text",
    [
        claim_text(more="withdrawn: {date: 2026, reason: It was wrong.}"),
        claim_text(claimant="The Ledger"),
    ],
)
def test_withdrawn_checks_and_claims_of_our_own_have_none(text: str) -> None:
    assert data_of(text) is None


def test_drafts_have_none() -> None:
    corpus = corpus_of({"bridge.yml": claim_text()})
    catalogue = catalogue_of(corpus, SETTINGS, UrlStyle(), Renderer(), TODAY)
    draft = FiledClaim("bridge", "x.yml", corpus.claims["bridge"].record, is_draft=True)
    assert claim_review(draft, catalogue) is None


def test_no_content_ends_the_script() -> None:
    made = script({"a": "</script><!--<script>&\u2028\u2029"})
    inner = made.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not {"<", ">", "&", "\u2028", "\u2029"} & set(inner)
    assert json.loads(inner) == {"a": "</script><!--<script>&\u2028\u2029"}


def test_what_machines_read_stands_on_the_page() -> None:
    site = site_of(own_files())
    for name in site.corpus.claims:
        fragment = site.claim_fragment(name)
        data, page = read_data(fragment.head), PageReader(fragment.body)
        assert data is not None
        item, text = data["itemReviewed"], words(page.one("article").text)
        assert page.one("h1").text == data["claimReviewed"]
        label = page.one("span", class_="cb-verdict__label").text
        assert label == data["reviewRating"]["alternateName"]
        assert item["author"]["name"] in text
        shown = {tag["datetime"] for tag in page.find("time")}
        assert {item.get("datePublished"), data.get("datePublished")} - {None} <= shown
        works = [item[key] for key in ("firstAppearance",) if key in item]
        for work in (*works, *item.get("appearance", ())):
            assert words(work["headline"]) in text


def test_lists_have_no_structured_data() -> None:
    site = site_of({"bridge.yml": claim_text()})
    lists = [each for each in site.fragments() if not each.location.startswith("claims/bridge")]
    assert lists
    assert all("ld+json" not in each.head + each.body for each in lists)
