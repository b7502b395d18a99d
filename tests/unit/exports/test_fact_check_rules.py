"""What is told of fact-checks, held against the rules of those who read it."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from claimbook.sample_corpus import write_project
from claimbook.site import Site
from tests.unit.exports import fact_check_rules, vocabulary
from tests.unit.views.hostile import hostile_files
from tests.unit.views.making import PageReader, own_files, site_of

SITE = "https://ledger.example/"
SOUND: dict[str, Any] = {
    "@type": "ClaimReview",
    "url": f"{SITE}claims/a/",
    "claimReviewed": "The bridge opened.",
    "author": {"@type": "Organization", "name": "The Ledger", "url": SITE},
    "reviewRating": {
        "@type": "Rating",
        "alternateName": "True",
        "ratingValue": 5,
        "bestRating": 5,
        "worstRating": 1,
    },
    "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Ann"}},
}


@cache
def sample(folder: Path) -> dict[str, str]:
    write_project(folder, 150, search=False)
    claims = folder / "claims"
    paths = [path for path in claims.rglob("*") if path.suffix in {".yml", ".txt"}]
    return {path.relative_to(claims).as_posix(): path.read_text("utf-8") for path in paths}


def reviews(site: Site) -> list[dict[str, Any]]:
    heads = [site.claim_fragment(name).head for name in site.corpus.claims]
    scripts = [PageReader(head).find("script") for head in heads]
    assert all(len(each) <= 1 for each in scripts), "one on a page and no more"
    return [json.loads(each.text) for found in scripts for each in found]


@pytest.mark.parametrize("corpus", ["own", "hostile", "sample"])
def test_every_claim_review_is_one_that_is_taken(
    corpus: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    corpora: Mapping[str, Any] = {"own": own_files, "hostile": hostile_files}
    files = corpora[corpus]() if corpus in corpora else sample(tmp_path_factory.mktemp("sample"))
    found = reviews(site_of(files))
    assert found
    for each in found:
        assert list(fact_check_rules.problems_of(each, SITE)) == [], each["claimReviewed"]
        assert list(vocabulary.problems_of(each)) == [], each["claimReviewed"]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({}, ""),
        ({"claimReviewed": " "}, "claimReviewed is empty"),
        ({"url": "https://other.example/a"}, "url is not on the site's own domain"),
        ({"author": None}, "author is missing"),
        ({"reviewRating": {"@type": "Rating"}}, "the rating has no words"),
        (
            {"reviewRating": {**SOUND["reviewRating"], "worstRating": 0}},
            "worstRating is less than 1 or not less than bestRating",
        ),
        (
            {"reviewRating": {**SOUND["reviewRating"], "ratingValue": 6}},
            "ratingValue is out of range",
        ),
        (
            {"itemReviewed": {"author": {"name": "THE LEDGER"}}},
            "the claim is the reviewer's own",
        ),
        ({"itemReviewed": {"author": {}}}, "nobody is said to have made the claim"),
        (
            {"itemReviewed": {"author": {"name": "A"}, "appearance": [{"url": f"{SITE}x"}]}},
            "the claim appears on the reviewer's own site",
        ),
    ],
)
def test_the_rules_find_what_is_wrong(change: dict[str, Any], problem: str) -> None:
    review = {name: value for name, value in (SOUND | change).items() if value is not None}
    if change.get("author", "") is None:
        assert problem in list(fact_check_rules.problems_of(review, SITE))
    else:
        assert list(fact_check_rules.problems_of(review, SITE)) == ([problem] if problem else [])
