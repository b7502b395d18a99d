"""ClaimReview: what Google's rules ask for, what honesty asks for, and the page in agreement."""

import json
from dataclasses import replace
from typing import Any

import pytest

from claimbook.corpus import FiledClaim
from claimbook.exports.claim_review import claim_review, plain_text, whole_claim_review
from claimbook.exports.structured.json_ld import script
from claimbook.fragment import UrlStyle
from claimbook.render import Renderer
from claimbook.settings import Publication, Settings
from claimbook.views.catalogue import catalogue_of
from tests.unit.views.hostile import HOSTILE, hostile_files
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
        "inLanguage": "en",
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


def test_ratings_off_the_axis_of_truth_have_no_number() -> None:
    data = data_of(claim_text(rating="misleading"))
    assert data is not None
    assert set(data["reviewRating"]) == {"@type", "alternateName"}


@pytest.mark.parametrize("rating", ["unproven", "outdated"])
def test_nothing_is_told_where_nothing_was_decided(rating: str) -> None:
    assert data_of(claim_text(rating=rating)) is None


RICH = """\
claimed: 1932-03-20
language: de
related: {same_as: [ferry, gone]}
appearances:
  - source:
      type: article
      title: The Herald
      authors: [{family: Rivers, given: Ana}, {org: Desk}, Someone]
      publisher: Herald Ltd
      published: 1932-03-20
      language: de
      url: https://herald.example/1932
      archives: [{url: 'https://archive.example/1'}]
  - source: {title: Again, url: 'https://again.example/', publisher: Not told here}
"""
CORRECTED = """\
  reviewed: 2026-04-01
  corrections: [{date: 2026-05-02, wrong: 'The **year** [@minutes].', now: It was 1932.}]
"""


def rich(licence: str = "CC BY-SA 4.0") -> dict[str, Any]:
    publication = replace(SETTINGS.publication, licence=licence)
    files = {
        "bridge.yml": claim_text(more=RICH.replace(", gone", ""), review=CORRECTED),
        "ferry.yml": claim_text("The ferry stopped."),
        "sources/minutes.yml": "title: Minutes\n",
    }
    site = site_of(files, replace(SETTINGS, publication=publication))
    data = read_data(site.claim_fragment("bridge").head)
    assert data is not None
    return data


def test_the_first_appearance_is_told_in_full_and_others_by_their_address() -> None:
    item = rich()["itemReviewed"]
    assert item["firstAppearance"] == {
        "@type": "Article",
        "headline": "The Herald",
        "author": [
            {"@type": "Person", "name": "Ana Rivers", "familyName": "Rivers", "givenName": "Ana"},
            {"@type": "Organization", "name": "Desk"},
            {"@type": "Thing", "name": "Someone"},
        ],
        "publisher": {"@type": "Organization", "name": "Herald Ltd"},
        "datePublished": "1932-03-20",
        "inLanguage": "de",
        "url": "https://herald.example/1932",
        "archivedAt": ["https://archive.example/1"],
    }
    assert item["appearance"] == [
        {"@type": "CreativeWork", "headline": "Again", "url": "https://again.example/"}
    ]
    assert item["inLanguage"] == "de"
    assert item["sameAs"] == ["https://ledger.example/claims/ferry/"]


def test_corrections_are_told_in_words_without_markup() -> None:
    data = rich()
    assert (data["datePublished"], data["dateModified"]) == ("2026-04-01", "2026-05-02")
    assert data["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "The year. It was 1932.",
            "datePublished": "2026-05-02",
        }
    ]


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
        ("Creative Commons BY 3.0", "https://creativecommons.org/licenses/by/3.0/"),
        ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("https://ledger.example/terms", "https://ledger.example/terms"),
        ("Ask us", {"@type": "CreativeWork", "name": "Ask us"}),
        ("", None),
    ],
)
def test_a_licence_is_named_by_its_address(licence: str, expected: object) -> None:
    assert rich(licence).get("license") == expected


def test_the_page_names_sources_by_address_and_the_feed_in_full() -> None:
    text = claim_text(more="claimed: 1932").replace(
        "standing: primary", "standing: primary, url: 'https://archive.example/m'"
    )
    corpus = corpus_of({"bridge.yml": text})
    catalogue = catalogue_of(corpus, SETTINGS, UrlStyle(), Renderer(), TODAY)
    short = claim_review(corpus.claims["bridge"], catalogue)
    whole = whole_claim_review(corpus.claims["bridge"], catalogue)
    assert short is not None
    assert whole is not None
    assert short["citation"] == ["https://archive.example/m"]
    assert whole["citation"] == [
        {
            "@type": "CreativeWork",
            "headline": "Minutes of 19 March 1932",
            "publisher": {"@type": "Organization", "name": "City Archive"},
            "url": "https://archive.example/m",
        }
    ]
    assert whole.pop("headline") == "The bridge opened in 1932."
    assert whole.pop("reviewBody") == "The council’s minutes record the opening."
    assert {**short, "citation": None} == {"@context": "https://schema.org"} | whole | {
        "citation": None
    }


def test_hostile_texts_come_back_as_they_were() -> None:
    data = read_data(site_of(hostile_files()).claim_fragment("first").head)
    assert data is not None
    assert data["claimReviewed"] == HOSTILE
    assert data["itemReviewed"]["author"]["name"] == HOSTILE
    assert data["itemReviewed"]["firstAppearance"]["headline"] == HOSTILE


def test_plain_text_has_neither_markup_nor_citations() -> None:
    text = "It was *not* `<b>` [@a, p. 4; @b].\n\n- One\n- [two](https://two.example)\n"
    assert plain_text(text) == "It was not <b>. One two"


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
        claim_text(claimant="the LEDGER"),
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
        rating = site.corpus.claims[name].record.review.rating
        assert (data is None) == (rating in {"unproven", "outdated"})
        if data is None:
            continue
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
