"""Who publishes, for machines and readers alike."""

import json
from dataclasses import replace

import pytest

from claimbook.exports.structured.organisation import PROPERTIES
from claimbook.settings import Policies, Publication, Settings
from claimbook.wording import wording_of
from tests.unit.exports.vocabulary import expanded, problems_of
from tests.unit.views.hostile import HOSTILE
from tests.unit.views.making import PageReader, claim_text, site_of

EVERY = Policies(**dict.fromkeys(PROPERTIES, "method#rules"))
LEDGER = Publication("The Ledger", "https://ledger.example/", "Checks")


def shown(policies: Policies, publication: Publication = LEDGER) -> PageReader:
    settings = Settings(publication=publication, policies=policies)
    site = site_of({"bridge.yml": claim_text()}, settings)
    return PageReader(site.embed("organisation", "", "about"))


def test_the_about_page_names_the_publication_and_its_policies() -> None:
    page = shown(Policies(method="method#rules", ethics="https://press.example/code"))
    assert json.loads(page.one("script").text) == {
        "@context": "https://schema.org",
        "@type": "NewsMediaOrganization",
        "name": "The Ledger",
        "description": "Checks",
        "url": "https://ledger.example/",
        "ethicsPolicy": "https://press.example/code",
        "verificationFactCheckingPolicy": "https://ledger.example/method/#rules",
    }
    links = [(each.text, each["href"]) for each in page.links]
    assert links == [
        ("Code of ethics", "https://press.example/code"),
        ("How we check", "../method/#rules"),
    ]


def test_schema_org_knows_every_policy() -> None:
    data = json.loads(shown(EVERY).one("script").text)
    assert data.keys() >= set(PROPERTIES.values())
    assert list(problems_of(data)) == []
    assert expanded(data)["@type"] == ["https://schema.org/NewsMediaOrganization"]


def test_every_policy_has_a_name_in_every_language() -> None:
    for language in ("en", "de"):
        names = [wording_of(language)(f"embeds.policy_{name}") for name in PROPERTIES]
        assert len(set(names)) == len(PROPERTIES)


def test_without_an_address_own_pages_are_linked_and_not_told() -> None:
    page = shown(EVERY, replace(LEDGER, url=""))
    assert len([*page.links]) == len(PROPERTIES)
    assert set(json.loads(page.one("script").text)) == {
        *("@context", "@type", "name", "description"),
    }


@pytest.mark.parametrize("name", [HOSTILE, "</script><script>alert(1)</script>"])
def test_no_name_ends_the_script(name: str) -> None:
    page = shown(EVERY, replace(LEDGER, name=name))
    assert not page.problems
    assert json.loads(page.one("script").text)["name"] == name
