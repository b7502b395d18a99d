"""The page on which readers look whether something has been checked."""

from collections.abc import Callable
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Visit
from tests.conftest import REPOSITORY

pytestmark = pytest.mark.browser
Begin = Callable[..., Visit]
PLACE = "checked/"


def look(page: Page, text: str) -> None:
    page.get_by_label("A sentence, or a whole text").fill(text)
    page.get_by_role("button", name="Look it up").click()
    expect(page.locator(".cb-checked__results")).to_be_visible()


def told(page: Page, text: str) -> None:
    expect(page.get_by_role("status")).to_have_text(text)


def test_a_sentence_finds_its_claims_and_says_how(visit: Begin) -> None:
    page = visit().open(PLACE)
    look(page, "OpenAI never launched Sora in 2024.")
    first = page.locator(".cb-checked__results .cb-row").first
    expect(first.locator(".cb-checked__why strong")).to_have_text("Says the opposite")
    expect(first.locator(".cb-chip")).to_have_text("True")
    first.get_by_role("link").click()
    assert page.url.endswith("/claims/sora-launched-in-2024/")


def test_another_number_is_told_as_such(visit: Begin) -> None:
    page = visit().open(PLACE)
    look(page, "OpenAI launched its second-generation Sora model in October 2025.")
    why = page.locator(".cb-row", has_text="The launch date of Sora 2").locator(".cb-checked__why")
    expect(why).to_contain_text("Says it of another number or date")
    expect(why).to_contain_text("2025-10 here, 2025-09 in the claim")


def test_the_article_is_found_sentence_by_sentence(visit: Begin) -> None:
    seen = visit(viewport=PHONE)
    page = seen.open(PLACE)
    text = (REPOSITORY / "claims/documents/sora-article.txt").read_text(encoding="utf-8")
    look(page, text)
    told(
        page,
        "Our claims speak of 16 of 18 sentences. 1 more is on the same matter as a claim.",
    )
    assert page.locator(".cb-checked__sentence:visible").count() == 16
    page.get_by_text("1 sentence not found among our claims").click()
    expect(page.locator(".cb-checked__rest li")).to_be_visible()
    expect(page.locator(".cb-checked__rest").get_by_role("link")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    # What was pasted is in no request.
    assert not any("Disney" in unquote(each) for each in seen.requests)
    assert seen.foreign_requests == []


def test_nothing_found_promises_nothing_and_leads_to_the_form(visit: Begin) -> None:
    page = visit().open(PLACE)
    look(page, "The moon of Jupiter tastes of marzipan.")
    expect(page.get_by_role("status")).to_contain_text("does not tell whether it is true")
    page.get_by_role("link", name="Write a fact-check about it").click()
    field = page.locator("textarea").first
    expect(field).to_have_value("The moon of Jupiter tastes of marzipan.")
    assert "marzipan" not in page.url


def test_a_link_brings_the_text_along(visit: Begin) -> None:
    page = visit().open(f"{PLACE}#text=Sora%20was%20launched%20by%20OpenAI%20in%202024.")
    expect(page.locator(".cb-checked__why strong").first).to_have_text("Says the same")
    page.get_by_role("button", name="Clear").click()
    expect(page.locator(".cb-checked__results")).to_be_hidden()
    assert page.url.endswith("/checked/")


def test_markup_is_only_text(visit: Begin) -> None:
    page = visit().open(PLACE)
    look(
        page, "<img src=x onerror=alert(1)> OpenAI launched Sora in 2024. <b>It</b> was told twice."
    )
    assert page.locator(".cb-checked__results :is(img, b, script)").count() == 0


def test_keys_are_enough(visit: Begin) -> None:
    page = visit().open(PLACE)
    page.get_by_label("A sentence, or a whole text").focus()
    page.keyboard.type("OpenAI launched Sora in 2024.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".cb-checked__results .cb-row").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Look it up")).to_be_focused()


def test_a_lost_connection_is_told_and_can_be_tried_again(visit: Begin) -> None:
    seen = visit()
    page = seen.open(PLACE)
    page.route("**/checked/*.json", lambda route: route.abort())
    page.get_by_label("A sentence, or a whole text").fill("OpenAI launched Sora in 2024.")
    page.get_by_role("button", name="Look it up").click()
    told(page, "The claims could not be loaded. Check your connection and try again.")
    page.unroute("**/checked/*.json")
    page.get_by_role("button", name="Look it up").click()
    expect(page.locator(".cb-checked__results .cb-row").first).to_be_visible()
    seen.complaints.clear()


def test_parts_of_another_day_are_asked_for_again(visit: Begin) -> None:
    page = visit().open(PLACE)
    page.route("**/checked/claims/*.json", lambda route: route.fulfill(json=[]))
    page.get_by_label("A sentence, or a whole text").fill("OpenAI launched Sora in 2024.")
    page.get_by_role("button", name="Look it up").click()
    told(page, "The claims could not be loaded. Check your connection and try again.")
    page.unroute("**/checked/claims/*.json")
    page.get_by_role("button", name="Look it up").click()
    expect(page.locator(".cb-checked__results .cb-row").first).to_be_visible()


def test_without_scripts_the_page_says_what_else_there_is(visit: Begin) -> None:
    page = visit(java_script_enabled=False).open(PLACE)
    expect(page.get_by_text("This look-up needs JavaScript")).to_be_visible()
    expect(page.get_by_role("button", name="Look it up")).to_be_hidden()
    expect(page.locator(".cb-banner").get_by_role("link", name="See all claims")).to_be_visible()


def test_a_sentence_is_read_as_it_was_wrapped(visit: Begin) -> None:
    page = visit().open(PLACE)
    look(page, "OpenAI never launched Sora in\n2024.")
    expect(page.locator(".cb-checked__why").first).to_contain_text("100 of 100 alike")


def test_half_a_character_can_be_looked_up_and_linked(visit: Begin) -> None:
    page = visit().open(PLACE)
    page.evaluate("document.getElementById('cb-checked-text').value = 'Half an emoji \\ud83d'")
    page.get_by_role("button", name="Look it up").click()
    expect(page.get_by_role("status")).to_contain_text("does not tell whether it is true")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status")).to_contain_text("Link copied")
    link = page.get_by_role("link", name="Write a fact-check about it")
    assert str(link.get_attribute("href")).endswith("%EF%BF%BD")
