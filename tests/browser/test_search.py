"""Finding a claim: with a mouse, with keys alone, on a phone, without scripts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Visit

pytestmark = pytest.mark.browser
Begin = Callable[..., Visit]


def results(page: Page) -> list[str]:
    """Titles of what was found."""
    return page.locator("[data-cb-results] .cb-search__title").all_text_contents()


def search(page: Page, query: str) -> None:
    """Type a query into the open search and wait for its results."""
    page.keyboard.type(query)
    expect(page.locator("[data-cb-status]")).to_contain_text(f"“{query}”")


def test_disney_by_rating_to_a_source_and_back(visit: Begin) -> None:
    page = visit().open("")
    page.locator("[data-cb-query]").click()
    search(page, "Disney")
    found = results(page)
    assert any("Disney" in title for title in found)

    page.locator("[data-cb-refine] summary").click()
    page.locator("[data-cb-filters] [name=rating]").select_option(
        label=_label(page, "Mostly false")
    )
    expect(page.locator("[data-cb-status]")).to_contain_text("1 claim found")
    chips = page.locator("[data-cb-results] .cb-chip").all_text_contents()
    assert chips
    assert set(chips) == {"Mostly false"}

    page.locator("[data-cb-results] a").first.click()
    expect(page.locator(".cb-verdict__label")).to_have_text("Mostly false")

    mention = page.locator(".cb-analysis sup a").first
    number = mention.inner_text().strip()
    mention.click()
    assert page.url.endswith(f"#source-{number}")
    source = page.locator(f"#source-{number}")
    expect(source).to_be_in_viewport()
    source.locator(".cb-back a").first.click()
    assert "#" in page.url
    expect(page.locator(f"[id='{page.url.partition('#')[2]}']")).to_be_in_viewport()


def _label(page: Page, rating: str) -> str:
    field = page.locator("[data-cb-filters] [name=rating]")
    expect(field.locator("option", has_text=rating)).not_to_have_count(0)
    options = field.locator("option").all_text_contents()
    return next(each for each in options if each.startswith(f"{rating} ("))


def test_claims_come_first_and_other_pages_under_their_kind(visit: Begin) -> None:
    page = visit().open("")
    page.keyboard.press("/")
    search(page, "Disney")
    headings = page.locator(".cb-search__heading")
    expect(headings.first).to_have_text(re.compile(r"^Claims \d+$"))
    assert headings.all_text_contents()[1:3] == ["Sources", "People and organisations"]
    claims = page.locator(".cb-search__group").first
    assert claims.locator(".cb-search__link").count() == 10
    assert claims.locator(".cb-chip svg use").count() == 10
    claims.get_by_role("button", name="Show 1 more").click()
    expect(claims.locator(".cb-search__link")).to_have_count(11)
    expect(claims.locator(".cb-search__link").last).to_be_focused()


def test_a_page_of_a_claimant_is_found_by_name(visit: Begin) -> None:
    page = visit().open("")
    page.keyboard.press("/")
    search(page, "Bill Peebles")
    people = page.locator(".cb-search__group", has_text="People and organisations")
    people.get_by_text("Bill Peebles").click()
    expect(page.locator("h1")).to_have_text("Bill Peebles")


def test_keys_alone(visit: Begin) -> None:
    page = visit().open("about/")
    page.keyboard.press("/")
    expect(page.locator("[data-cb-query]")).to_be_focused()
    search(page, "Disney")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-cb-results] a").nth(1)).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator("[data-cb-results] a").last).to_be_focused()
    page.keyboard.press("Home")
    chosen = results(page)[0]
    expect(page.locator("[data-cb-results] a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1.cb-title")).to_have_text(chosen)


def test_whoever_tabs_on_leaves_the_search(visit: Begin) -> None:
    page = visit().open("about/")
    page.locator("[data-cb-query]").focus()
    expect(page.locator(".md-search__output")).to_be_visible()
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(page.locator(".md-tabs__link").first).to_be_focused()
    expect(page.locator(".md-search__output")).to_be_hidden()


def test_enter_opens_the_first_result(visit: Begin) -> None:
    page = visit().open("")
    page.keyboard.press("/")
    search(page, "Disney")
    first = results(page)[0]
    page.keyboard.press("Enter")
    expect(page.locator("h1.cb-title")).to_have_text(first)


def test_escape_closes_and_letters_in_a_field_are_letters(visit: Begin) -> None:
    page = visit().open("")
    field = page.locator("#cb-find")
    field.click()
    page.keyboard.type("sf/")
    expect(field).to_have_value("sf/")
    page.locator("body").click(position={"x": 5, "y": 300})
    page.keyboard.press("/")
    expect(page.locator("#__search")).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def test_nothing_is_fetched_before_the_search_is_used(visit: Begin) -> None:
    made = visit()
    page = made.open("claims/")
    page.wait_for_load_state("networkidle")
    assert not [each for each in made.requests if "pagefind" in each or "search_index" in each]
    page.keyboard.press("/")
    search(page, "Sora")
    assert [each for each in made.requests if "pagefind.js" in each]
    assert not [each for each in made.requests if "search_index" in each]


def test_the_field_on_the_home_page_and_a_link_to_a_search(visit: Begin) -> None:
    made = visit()
    page = made.open("")
    page.locator("#cb-find").fill("Disney")
    page.locator("#cb-find").press("Enter")
    expect(page.locator("[data-cb-status]")).to_contain_text("“Disney”")
    page = made.open("?q=Disney")
    expect(page.locator("[data-cb-status]")).to_contain_text("found for “Disney”")
    page.locator("[data-cb-query]").fill("Anthropic")
    expect(page).to_have_url(re.compile(r"\?q=Anthropic$"))


def test_a_missing_page_offers_the_search(visit: Begin) -> None:
    page = visit().open("claims/no-such-claim/")
    expect(page.locator("h1")).to_have_text("There is no page at this address")
    page.locator("#cb-find-404").fill("Disney")
    page.locator("#cb-find-404").press("Enter")
    expect(page.locator("[data-cb-status]")).to_contain_text("“Disney”")


def test_what_is_not_there_is_said_to_be_not_there(visit: Begin) -> None:
    page = visit().open("")
    page.keyboard.press("/")
    search(page, "zyzzyva")
    expect(page.locator("[data-cb-status]")).to_have_text("Nothing found for “zyzzyva”")
    advice = page.locator(".cb-search__advice")
    expect(advice).to_contain_text("Try other words")
    expect(advice.get_by_role("link", name="Missing a claim?")).to_have_attribute(
        "href", re.compile("contribute/$")
    )
    page.locator(".md-search [type=reset]").click()
    expect(page.locator("[data-cb-query]")).to_be_focused()
    expect(page.locator("[data-cb-query]")).to_have_value("")


def test_on_a_phone(visit: Begin) -> None:
    page = visit(viewport=PHONE, has_touch=True, is_mobile=True).open("")
    page.locator("label.md-header__button[for=__search]").tap()
    expect(page.locator("[data-cb-query]")).to_be_focused()
    search(page, "Disney")
    page.locator("[data-cb-results] a").first.tap()
    expect(page.locator("h1.cb-title")).to_be_visible()


def test_without_scripts_the_lists_do_the_job(visit: Begin) -> None:
    page = visit(java_script_enabled=False).open("about/")
    expect(page.locator("[data-cb-query]")).to_be_hidden()
    page.get_by_role("link", name="Home").first.click()
    expect(page.locator("#cb-find")).to_be_hidden()
    page.locator(".cb-search__browse").click()
    page.get_by_role("link", name="Rating", exact=True).click()
    page.locator(".cb-row a").first.click()
    expect(page.locator("h1.cb-title")).to_be_visible()
    expect(page.locator(".cb-verdict__label")).to_be_visible()
    expect(page.locator("#sources")).to_be_visible()


def test_a_site_below_a_path(visit: Begin, address_below: str) -> None:
    page = visit().page
    page.goto(f"{address_below}about/")
    page.keyboard.press("/")
    search(page, "Disney")
    first = results(page)[0]
    page.keyboard.press("Enter")
    expect(page.locator("h1.cb-title")).to_have_text(first)
    assert page.url.startswith(f"{address_below}claims/")
