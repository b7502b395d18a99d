"""What other sites show of a page."""

from dataclasses import replace

import pytest

from claimbook.settings import Publication
from tests.unit.views.making import SETTINGS, PageReader, claim_text, site_of

FILES = {
    "bridge.yml": claim_text('The "bridge" <b>opened</b> in 1932.', more="claimed: 1932-03-19")
}


def properties(html: str) -> dict[str, str]:
    tags = PageReader(html).find("meta")
    return {tag.get("property") or tag["name"]: tag["content"] for tag in tags}


def head(**changes: object) -> dict[str, str]:
    settings = replace(SETTINGS, **changes)
    return properties(site_of(FILES, settings).claim_fragment("bridge").head)


def test_a_claim_is_shared_with_its_verdict_and_its_card() -> None:
    assert head() == {
        "z:itemType": "newspaperArticle",
        "og:type": "article",
        "og:title": 'The "bridge" <b>opened</b> in 1932.',
        "og:site_name": "The Ledger",
        "og:url": "https://ledger.example/claims/bridge/",
        "og:image": "https://ledger.example/claims/bridge/card.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": (
            'Fact-check of the claim “The "bridge" <b>opened</b> in 1932.” Our rating: True.'
        ),
        "twitter:card": "summary_large_image",
    }


def test_without_an_address_there_is_no_card() -> None:
    found = head(publication=Publication(name="The Ledger"))
    assert not {"og:url", "og:image"} & set(found)
    site = site_of(FILES, replace(SETTINGS, publication=Publication()))
    assert list(site.card_faces()) == []


def test_a_page_is_modified_when_it_is_newer_than_its_publication() -> None:
    reviewed = "  reviewed: 2026-01-01\n"
    corrected = f"{reviewed}  corrections: [{{date: 2026-02-01, wrong: A, now: B}}]\n"
    found = [
        properties(site_of({"bridge.yml": claim_text(review=each)}).claim_fragment("bridge").head)
        for each in (reviewed, corrected)
    ]
    assert [each["article:published_time"] for each in found] == ["2026-01-01"] * 2
    assert [each.get("article:modified_time") for each in found] == [None, "2026-02-01"]


def test_cards_can_be_off() -> None:
    assert "og:image" not in head(cards=False)
    assert list(site_of(FILES, replace(SETTINGS, cards=False)).card_faces()) == []


def test_a_card_shows_who_said_it_and_when_and_where_it_was_checked() -> None:
    ((path, face),) = site_of(FILES).card_faces()
    assert path == "claims/bridge/card.png"
    assert (face.label, face.tone, face.publication) == ("True", "true", "The Ledger")
    assert face.attribution == "City Council · 19 March 1932"
    assert face.address == "ledger.example"
    assert "<svg" in face.icon


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("de", "de_DE"),
        ("en-US", None),
        ("en-GB", "en_GB"),
        ("pt-BR", "pt_BR"),
        ("tlh", None),
        ("el", "el_GR"),
    ],
)
def test_the_language_has_a_country(language: str, locale: str | None) -> None:
    publication = replace(SETTINGS.publication, language=language)
    assert head(publication=publication).get("og:locale") == locale


def test_a_list_has_the_properties_every_page_has() -> None:
    pages = {each.location: each for each in site_of(FILES).fragments()}
    found = properties(pages["claims/index"].head)
    assert found["og:type"] == "website"
    assert found["og:url"] == "https://ledger.example/claims/"
    assert found["og:title"] == pages["claims/index"].title
