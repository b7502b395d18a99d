"""The feed of all ClaimReviews: schema.org's words, and field by field the claims."""

import json
from typing import Any

import pytest

from claimbook.exports.claim_review import whole_claim_review
from claimbook.exports.structured.data_feed import PATH, data_feed_files
from claimbook.fragment import UrlStyle
from claimbook.render import Renderer
from claimbook.settings import Publication, Settings
from claimbook.views.catalogue import Catalogue, catalogue_of
from tests.unit.exports.vocabulary import expanded, problems_of
from tests.unit.views.hostile import HOSTILE, hostile_files
from tests.unit.views.making import SETTINGS, TODAY, claim_text, corpus_of, own_files

FILES = {
    "bridge.yml": claim_text(
        review="  reviewed: 2026-03-01\n  corrections: [{date: 2026-04-02, wrong: A, now: B}]"
    ),
    "ferry.yml": claim_text("The ferry stopped.", rating="unproven"),
    "gone.yml": claim_text("The mill burnt.", more="withdrawn: {date: 2026-05, reason: Wrong.}"),
    "doubt.yml": claim_text("The weir broke.", review="  reviewed: 2026~"),
}


def catalogue(files: dict[str, str], settings: Settings = SETTINGS) -> Catalogue:
    return catalogue_of(corpus_of(files), settings, UrlStyle(), Renderer(), TODAY)


def feed(files: dict[str, str], settings: Settings = SETTINGS) -> dict[str, Any]:
    [(path, content)] = data_feed_files(catalogue(files, settings))
    assert path == PATH
    told: dict[str, Any] = json.loads(content)
    return told


def test_every_decided_claim_is_in_the_feed_with_its_dates() -> None:
    told = feed(FILES)
    assert told["url"] == "https://ledger.example/data/claimreview.json"
    bridge, doubt = told["dataFeedElement"]
    assert (bridge["dateCreated"], bridge["dateModified"]) == ("2026-03-01", "2026-04-02")
    assert bridge["item"]["url"] == "https://ledger.example/claims/bridge/"
    assert bridge["item"]["citation"][0]["headline"] == "Minutes of 19 March 1932"
    assert "dateCreated" not in doubt
    assert told["dateModified"] == "2026-04-02"


def test_what_is_told_is_what_the_claims_say() -> None:
    drawn = catalogue(own_files())
    expected = [whole_claim_review(each, drawn) for each in drawn.corpus.claims.values()]
    assert [each["item"] for each in feed(own_files())["dataFeedElement"]] == [
        each for each in expected if each
    ]


@pytest.mark.parametrize("files", [FILES, own_files(), hostile_files(), {}])
@pytest.mark.parametrize("licence", ["CC BY 4.0", "Ask us", ""])
def test_the_feed_speaks_schema_org(files: dict[str, str], licence: str) -> None:
    publication = Publication("L", "https://l.example/", "Checks", licence=licence)
    told = feed(files, Settings(publication=publication))
    assert list(problems_of(told)) == []
    assert expanded(told)["@type"] == ["https://schema.org/DataFeed"]


def test_without_addresses_there_is_no_feed() -> None:
    drawn = catalogue(FILES, Settings(publication=Publication(name="L")))
    assert list(data_feed_files(drawn)) == []


def test_hostile_texts_mean_nothing_to_html_and_come_back() -> None:
    [(_, content)] = data_feed_files(catalogue(hostile_files()))
    assert not set("<>&\u2028\u2029") & set(content.decode())
    assert json.loads(content)["dataFeedElement"][0]["item"]["claimReviewed"] == HOSTILE


def test_the_same_claims_give_the_same_feed() -> None:
    files = own_files()
    one, other = catalogue(files), catalogue(dict(reversed(files.items())))
    assert list(data_feed_files(one)) == list(data_feed_files(other))


def test_a_long_feed_comes_in_parts_that_the_first_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimbook.exports.structured.data_feed.PART", 2)
    files = {f"c{n}.yml": claim_text(f"The bridge opened on day {n}.") for n in range(5)}
    found = {path: json.loads(text) for path, text in data_feed_files(catalogue(files))}
    assert [*found] == [PATH, "data/claimreview/2.json", "data/claimreview/3.json"]
    assert [f"https://ledger.example/{path}" for path in found] == [
        each["url"] for each in found.values()
    ]
    assert [each["url"] for each in found[PATH]["hasPart"]] == [
        each["url"] for path, each in found.items() if path != PATH
    ]
    told = [item["item"]["url"] for each in found.values() for item in each["dataFeedElement"]]
    assert told == [f"https://ledger.example/claims/c{n}/" for n in range(5)]
    assert [problem for each in found.values() for problem in problems_of(each)] == []
