"""A claim inside other sites: card, badge and oEmbed, read back."""

import json
from unicodedata import category
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from claimbook.assets import EMBED_STYLE
from claimbook.exports.badge import badge
from claimbook.exports.embed import badge_path, oembed_path
from claimbook.fragment import UrlStyle
from claimbook.settings import Exports, Settings
from claimbook.site import Site
from claimbook.views.claim_card import embed_location
from tests.unit.views.hostile import HOSTILE, hostile_files
from tests.unit.views.making import SETTINGS, PageReader, claim_text, own_files, site_of

SVG = "{http://www.w3.org/2000/svg}"
MOST_BYTES = 6 * 1024


def beside(site: Site, name: str = "bridge") -> dict[str, bytes]:
    return dict(site.claim_fragment(name).beside)


def card_of(site: Site, name: str = "bridge") -> PageReader:
    page = PageReader(beside(site, name)[site.style.file(embed_location(name))].decode())
    assert page.problems == []
    return page


def test_a_card_says_who_claimed_what_and_how_it_is_rated() -> None:
    card = card_of(site_of({"bridge.yml": claim_text(review="  reviewed: 2026-04-01")}))
    words = card.one("main").text
    for each in ("The bridge opened in 1932.", "True", "1 April 2026"):
        assert each in words
    assert {each["href"] for each in card.find("a")} == {"../../claims/bridge/"}
    assert card.find("script") == []


def test_a_card_tells_each_rating_it_does_not_bear_that_it_has_changed() -> None:
    site = site_of({"bridge.yml": claim_text(rating="true")})
    card = card_of(site)
    told = {each["id"]: each.text for each in card.find("b")}
    assert "rated-true" not in told
    assert told["rated-false"] == "“False”"
    assert {"rated-withdrawn", "rated-mixed"} <= told.keys()
    assert card.one("p", role="note").text.endswith(". It is now “True”.")


def test_a_withdrawn_check_says_so_to_those_who_embedded_it() -> None:
    withdrawn = claim_text(rating="true", more="withdrawn: {date: 2026-03, reason: wrong}")
    card = card_of(site_of({"bridge.yml": withdrawn}))
    assert card.one("p", class_="cb-embed__verdict").text == "wrong"
    assert "rated-true" in {each["id"] for each in card.find("b")}
    assert "It is now “Withdrawn”." in card.one("p", role="note").text


def test_oembed_gives_the_frame_with_the_rating_of_today() -> None:
    site = site_of({"bridge.yml": claim_text(rating="false")})
    answer = json.loads(beside(site)[oembed_path("bridge")])
    assert {"version": "1.0", "type": "rich"}.items() <= answer.items()
    assert answer["provider_url"] == site.settings.publication.url
    frame = PageReader(answer["html"]).one("iframe")
    assert frame["src"] == f"{site.settings.publication.url}embed/bridge/#rated-false"
    assert int(frame["height"]) == answer["height"]
    assert answer["thumbnail_url"].endswith("claims/bridge/card.png")


def test_the_page_leads_programs_to_what_oembed_says() -> None:
    site = site_of({"bridge.yml": claim_text()})
    head = PageReader(site.claim_fragment("bridge").head)
    link = head.one("link", type="application/json+oembed")
    assert link["href"] == f"{site.settings.publication.url}{oembed_path('bridge')}"


def test_without_an_address_there_is_a_card_and_no_frame() -> None:
    site = site_of({"bridge.yml": claim_text()}, Settings())
    assert oembed_path("bridge") not in beside(site)
    assert card_of(site).find("link", rel="canonical") == []
    assert "oembed" not in site.claim_fragment("bridge").head


def test_cards_stand_where_pages_do() -> None:
    site = site_of({"bridge.yml": claim_text()}, style=UrlStyle(use_directories=False))
    page = PageReader(beside(site)["embed/bridge.html"].decode())
    assert page.find("a")[0]["href"] == "../claims/bridge.html"
    assert page.one("link", rel="stylesheet")["href"] == "../assets/claimbook/embed.css"


def test_nothing_of_a_claim_is_more_than_text() -> None:
    site = site_of(hostile_files())
    card = card_of(site, "first")
    assert card.find("script") == []
    assert HOSTILE in card.one("title").text
    answer = json.loads(beside(site, "first")[oembed_path("first")])
    frame = PageReader(answer["html"])
    assert [each.name for each in frame.tags] == ["iframe"]
    assert HOSTILE in frame.one("iframe")["title"]


def test_embeds_can_be_switched_off() -> None:
    off = Settings(publication=SETTINGS.publication, exports=Exports(embeds=False))
    fragment = site_of({"bridge.yml": claim_text()}, off).claim_fragment("bridge")
    assert not any(path.startswith("embed/") for path, _ in fragment.beside)
    assert "oembed" not in fragment.head


def test_our_own_cards_are_small_with_their_style_sheet() -> None:
    site = site_of(own_files())
    style = len(site.artifacts()[EMBED_STYLE])
    cards = [beside(site, name)[f"embed/{name}/index.html"] for name in site.corpus.claims]
    assert len(cards) > 20
    assert style + max(map(len, cards)) <= MOST_BYTES


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_badge_holds_any_text(name: str, label: str) -> None:
    """XML cannot hold all characters; those that it can come back on one line."""
    found = ET.fromstring(badge(name, label, "true"))
    texts = [each.text or "" for each in found.iter(f"{SVG}text")]
    assert texts == [_normal(name), _normal(label)]
    assert int(found.attrib["width"]) >= 28


def _normal(text: str) -> str:
    kept = (each for each in text if each in "\t\n\r\x85" or category(each) not in {"Cc", "Cs"})
    found = (
        each for each in kept if each not in "\ufffe\uffff" and not "\ufdd0" <= each <= "\ufdef"
    )
    return " ".join("".join(found).split())


def test_a_badge_is_named_for_those_who_do_not_see_it() -> None:
    site = site_of({"bridge.yml": claim_text(rating="false")})
    found = ET.fromstring(beside(site)[badge_path("bridge")])
    assert found.attrib["role"] == "img"
    assert found.attrib["aria-label"] == "Fact-check: False"


def test_longer_words_make_longer_badges() -> None:
    widths = [
        int(ET.fromstring(badge("x", each, "true")).attrib["width"])
        for each in ("il", "word", "WORDS", "全角全角全角")
    ]
    assert widths == sorted(set(widths))
