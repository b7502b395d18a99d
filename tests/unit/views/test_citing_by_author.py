"""The page of a claim where it cites by author and year, and in other styles."""

from dataclasses import replace

import pytest

from claimbook.fragment import Fragment
from claimbook.settings import AUTHOR_DATE, CITATION_STYLES, Citations
from tests.unit.views.making import SETTINGS, PageReader, claim_text, site_of, words

SHARED = {
    "sources/zebra.yml": (
        "title: Zebra\nauthors: [{family: Chia, given: Osmond}]\n"
        "container: Gazette\ntype: article\npublished: 2026-03-24\n"
    ),
    "sources/apple.yml": (
        "title: Apple\nauthors: [{family: Chia, given: Osmond}]\n"
        "container: Gazette\ntype: article\npublished: 2026-01-02\nderived_from: [zebra]\n"
    ),
    "sources/team.yml": (
        "title: <b>Team</b>\nauthors: [{family: Abara}, {family: Bauer}, {family: Castro},"
        " {family: Dubois}]\npublished: 2025\n"
    ),
}
CITED = """\
  analysis: |
    First the last [@zebra]. Then both
    [@team, p. 4; @apple].
"""


def fragment_of(style: str, form: str = AUTHOR_DATE) -> Fragment:
    site = site_of({**SHARED, "bridge.yml": claim_text(review=CITED)})
    settings = replace(SETTINGS, citations=Citations(style, form))
    return replace(site, settings=settings).claim_fragment("bridge")


def page_of(style: str) -> PageReader:
    return PageReader(fragment_of(style).body)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", "(Chia, 2026b). Then both (Abara et al., 2025, p. 4; Chia, 2026a)."),
        ("harvard", "(Chia, 2026b). Then both (Abara et al., 2025, p. 4; Chia, 2026a)."),
        ("chicago", "(Chia 2026b). Then both (Abara et al. 2025, p. 4; Chia 2026a)."),
        ("mla", "(Chia, “Zebra”). Then both (Abara et al., p. 4; Chia, “Apple”)."),
    ],
)
def test_the_text_names_authors(style: str, expected: str) -> None:
    [prose] = [each for each in page_of(style).find("div") if each.get("class") == "cb-prose"]
    assert words(prose.text) == f"First the last {expected}"


@pytest.mark.parametrize("style", CITATION_STYLES)
def test_the_list_is_in_the_order_of_the_alphabet(style: str) -> None:
    page = page_of(style)
    [listed] = [each for each in page.find("ol") if each.get("class") == "cb-sources"]
    assert listed["data-by"] == "author"
    texts = [words(each.text) for each in page.find("p") if each.get("class") == "cb-reference"]
    assert [text.split()[0].strip(",.“") for text in texts][:3] == ["Abara", "Chia", "Chia"]
    assert ["Apple" in text for text in texts[1:3]] == [True, False]


@pytest.mark.parametrize("style", CITATION_STYLES)
@pytest.mark.parametrize("form", ["numbered", AUTHOR_DATE])
def test_every_way_there_and_back_leads_somewhere(style: str, form: str) -> None:
    page = PageReader(fragment_of(style, form).body)
    ids = {each["id"] for each in page.tags if each.get("id")}
    ways = {each["href"] for each in page.find("a") if (each.get("href") or "").startswith("#")}
    assert {way[1:] for way in ways} - ids == set()
    assert any(way.startswith("#cite-") for way in ways)


@pytest.mark.parametrize("style", CITATION_STYLES)
def test_what_is_the_same_voice_is_named_as_in_the_text(style: str) -> None:
    page = page_of(style)
    [origin, other] = [each for each in page.find("span") if each.get("class") == "cb-origin"]
    assert "same origin as Chia" in words(origin.text)
    assert "same origin as Chia" in words(other.text)


@pytest.mark.parametrize("style", CITATION_STYLES)
def test_a_hostile_title_is_text(style: str) -> None:
    site = site_of(
        {
            "sources/evil.yml": 'title: "<img src=x onerror=y> \\"\'"\n',
            "bridge.yml": claim_text(review="  analysis: See [@evil].\n"),
        }
    )
    settings = replace(SETTINGS, citations=Citations(style, AUTHOR_DATE))
    body = replace(site, settings=settings).claim_fragment("bridge").body
    assert "<img" not in body
    assert "&lt;img src=x" in body


def test_numbers_are_the_default() -> None:
    site = site_of({**SHARED, "bridge.yml": claim_text(review=CITED)})
    assert site.claim_fragment("bridge").body == fragment_of("apa", "numbered").body
    assert "<sup>" in site.claim_fragment("bridge").body


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", "The Ledger. (n.d.). The bridge opened in 1932. https"),
        ("mla", "The Ledger. The bridge opened in 1932. https"),
        ("chicago", "The Ledger. “The bridge opened in 1932.” https"),
        ("harvard", "The Ledger (no date) The bridge opened in 1932. Available at"),
    ],
)
def test_the_page_itself_is_cited_in_the_same_style(style: str, expected: str) -> None:
    [cited] = [each for each in page_of(style).find("p") if each.get("id") == "citation"]
    assert words(cited.text).startswith(expected)
