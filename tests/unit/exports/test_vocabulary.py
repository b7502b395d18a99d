"""Structured data against schema.org's published vocabulary, read as JSON-LD is read."""

import json
from typing import Any

import pytest

from tests.unit.exports.vocabulary import expanded, problems_of
from tests.unit.views.hostile import hostile_files
from tests.unit.views.making import PageReader, own_files, site_of

SCHEMA = "https://schema.org/"


def told_by(files: dict[str, str]) -> list[dict[str, Any]]:
    site = site_of(files)
    heads = (site.claim_fragment(name).head for name in site.corpus.claims)
    return [json.loads(each.text) for head in heads for each in PageReader(head).find("script")]


@pytest.mark.parametrize("files", [own_files(), hostile_files()], ids=["own", "hostile"])
def test_every_page_says_what_schema_org_knows(files: dict[str, str]) -> None:
    told = told_by(files)
    assert told
    assert [problem for each in told for problem in problems_of(each)] == []


@pytest.mark.parametrize("files", [own_files(), hostile_files()], ids=["own", "hostile"])
def test_json_ld_is_read_as_it_was_meant(files: dict[str, str]) -> None:
    for data in told_by(files):
        read = expanded(data)
        assert read["@type"] == [f"{SCHEMA}ClaimReview"]
        assert read[f"{SCHEMA}claimReviewed"] == [{"@value": data["claimReviewed"]}]
        [item] = read[f"{SCHEMA}itemReviewed"]
        [author] = item[f"{SCHEMA}author"]
        assert author[f"{SCHEMA}name"] == [{"@value": data["itemReviewed"]["author"]["name"]}]


@pytest.mark.parametrize(
    ("thing", "problem"),
    [
        ({"@type": "FactCheck"}, "there is no type FactCheck"),
        ({"@type": "ClaimReview", "verdict": "x"}, "ClaimReview has no verdict"),
        ({"@type": "ClaimReview", "reviewRating": {"@type": "Person"}}, "does not take"),
        ({"@type": "Claim", "datePublished": "in May"}, "Invalid isoformat"),
        ({"@type": "Rating", "ratingValue": {"@type": "Person"}}, "does not take"),
    ],
)
def test_the_vocabulary_finds_what_is_wrong(thing: dict[str, Any], problem: str) -> None:
    try:
        found = " ".join(problems_of(thing))
    except ValueError as error:
        found = str(error)
    assert problem in found
