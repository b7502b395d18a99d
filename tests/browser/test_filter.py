"""The filter of all claims: what it finds, what it writes into the address, who can use it."""

import json
import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import PHONE, Visit

pytestmark = pytest.mark.browser
Begin = Callable[..., Visit]


def found(page: Page) -> list[str]:
    """Titles of the claims that are shown."""
    return page.locator(".cb-row:visible .cb-row__title").all_text_contents()


def status(page: Page, text: str) -> None:
    expect(page.locator(".cb-filter__status")).to_have_text(text)


def test_a_choice_is_in_the_address_and_comes_back(visit: Begin) -> None:
    page = visit().open("claims/")
    everything = found(page)
    page.get_by_label("False 1", exact=True).check()
    status(page, "1 claim found")
    assert page.url.endswith("claims/?rating=false")
    false = found(page)
    assert len(false) == 1
    page.get_by_label("Unproven 2", exact=True).check()
    status(page, "3 claims found")
    assert set(page.locator(".cb-row:visible .cb-chip").all_text_contents()) == {
        "False",
        "Unproven",
    }
    page.go_back()
    status(page, "1 claim found")
    assert found(page) == false
    expect(page.get_by_label("Unproven 2", exact=True)).not_to_be_checked()
    page.go_back()
    status(page, "")
    assert found(page) == everything


def test_a_line_is_the_same_line_as_on_the_built_page(visit: Begin) -> None:
    page = visit().open("claims/")
    rows = "els => els.map(el => el.outerHTML.replaceAll('\\n', ''))"
    built = sorted(page.locator("main .cb-row").evaluate_all(rows))
    page.goto(page.url + "?sort=oldest")
    status(page, "26 claims found")
    assert sorted(page.locator(".cb-filtered .cb-row").evaluate_all(rows)) == built


def test_a_shared_view_shows_topic_claimant_and_counts(visit: Begin) -> None:
    page = visit().open("claims/?topic=sora&claimant=openai&year=2026&sort=oldest")
    status(page, "3 claims found")
    expect(page.locator(".cb-filter [name=topic]")).to_have_value("sora")
    expect(page.get_by_label("Claimed by")).to_have_value("OpenAI")
    expect(page.get_by_label("True 3", exact=True)).to_be_visible()
    expect(page.get_by_label("False 0", exact=True)).to_be_visible()


def test_a_claimant_is_chosen_by_typing(visit: Begin) -> None:
    page = visit().open("claims/")
    page.get_by_label("Claimed by").fill("The Walt Disney Company")
    expect(page).to_have_url(re.compile(r"\?claimant=disney$"))
    expect(page.locator(".cb-filtered .cb-row")).not_to_have_count(0)
    names = page.locator(".cb-row:visible .cb-chip + span").all_text_contents()
    assert set(names) == {"The Walt Disney Company"}


def test_nothing_found_offers_ways_out(visit: Begin) -> None:
    page = visit().open("claims/?rating=false&claimant=openai")
    status(page, "No claim fits all of this")
    expect(page.get_by_role("link", name="Missing a claim?")).to_have_attribute(
        "href", re.compile("contribute/$")
    )
    page.get_by_role("link", name="Without “OpenAI”").click()
    status(page, "1 claim found")
    page.get_by_role("button", name="Clear all filters").click()
    status(page, "")
    assert page.url.endswith("claims/")


def test_values_that_nobody_has_find_nothing_and_fetch_nothing_foreign(visit: Begin) -> None:
    made = visit()
    page = made.open("claims/?topic=..%2F..%2Fwords&rating=no-such-rating")
    status(page, "No claim fits all of this")
    assert not [each for each in made.requests if "words.json" in each]


def test_only_the_parts_that_are_shown_are_fetched(visit: Begin) -> None:
    made = visit()
    page = made.open("claims/")
    page.wait_for_load_state("networkidle")
    assert not [each for each in made.requests if "/filter" in each]
    page.get_by_label("False 1", exact=True).check()
    status(page, "1 claim found")
    parts = [urlsplit(each).path for each in made.requests if "/filter/" in each]
    assert parts == ["/claims/filter/rating/false.json"]


def test_long_results_have_pages(visit: Begin) -> None:
    made = visit()
    rows = [[f"c{n}", f"Claim {n}", "", "0", "Ann", "", "", "1 source", [], ""] for n in range(120)]

    def answer(route: Route) -> None:
        block = rows[100:] if route.request.url.endswith("/1.json") else None
        many = {"at": [1] * 120, "rows": rows[:100]}
        route.fulfill(body=json.dumps(block or many), content_type="application/json")

    made.page.route("**/claims/filter/all**", answer)
    page = made.open("claims/?sort=oldest")
    status(page, "120 claims found")
    assert found(page)[0] == "Claim 119"
    page.get_by_role("link", name="Next").click()
    expect(page.locator(".cb-filtered .cb-pager")).to_contain_text("Page 2 of 3")
    assert page.url.endswith("?sort=oldest&page=2")
    expect(page.locator(".cb-filtered")).to_be_focused()
    assert found(page)[0] == "Claim 69"


def test_the_name_of_a_claimant_is_no_part_of_an_address(visit: Begin) -> None:
    made = visit()
    rows = [[f"c{n}", f"Claim {n}", "", "0", "Ann", "", "", "1 source", [], ""] for n in range(120)]
    many = {"name": "//elsewhere.example/x", "ratings": "0" * 120, "at": [1] * 120}

    def answer(route: Route) -> None:
        is_second = route.request.url.endswith("/claims/filter/claimant/ann/1.json")
        route.fulfill(json=rows[100:] if is_second else {**many, "rows": rows[:100]})

    made.page.route("**/claims/filter/claimant/**", answer)
    page = made.open("claims/?claimant=ann&page=3")
    status(page, "120 claims found")
    assert found(page) == [f"Claim {n}" for n in range(100, 120)]


def test_a_rating_named_twice_counts_once(visit: Begin) -> None:
    page = visit().open("claims/?rating=false&rating=false")
    status(page, "1 claim found")
    assert len(found(page)) == 1


@pytest.mark.parametrize(
    "query",
    [
        "rating=%3Cscript%3E&topic=%3Cscript%3Ealert(1)%3C/script%3E",
        "topic=__proto__&claimant=constructor&year=toString",
        "claimant=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E&page=-1&sort=x",
        "page=99999999999999999999999&sort=oldest",
        "page=NaN&rating=&year=1e9",
        "topic=con&topic=sora&topic",
    ],
)
def test_an_address_full_of_nonsense_breaks_nothing(visit: Begin, query: str) -> None:
    page = visit().open(f"claims/?{query}")
    expect(page.locator(".cb-filter__status")).to_have_text(re.compile("found$|^No claim"))
    assert page.locator(".cb-filtered").locator("script, img").count() == 0


def test_a_claimant_whom_nobody_knows_is_named_as_in_the_address(visit: Begin) -> None:
    page = visit().open("claims/?claimant=nobody")
    status(page, "No claim fits all of this")
    expect(page.get_by_role("link", name="Without “nobody”")).to_be_visible()


def test_a_facet_that_the_publication_has_not_can_be_left(visit: Begin) -> None:
    made = visit()
    made.page.add_init_script(
        "new MutationObserver(() => document.querySelector('.cb-filter [name=topic]')?.remove())"
        ".observe(document, { childList: true, subtree: true })"
    )
    page = made.open("claims/?topic=sora&year=1999")
    status(page, "No claim fits all of this")
    expect(page.get_by_role("link", name="Without “sora”")).to_be_visible()


def test_titles_are_text(visit: Begin) -> None:
    made = visit()
    title = "<img src=x onerror=alert(1)> & “more”"
    row = ["c", title, "", "0", "<b>Ann</b>", "2026", "2026", "1 source", [], ""]
    body = json.dumps({"at": [1], "rows": [row]})
    made.page.route("**/filter/all.json", lambda route: route.fulfill(body=body))
    page = made.open("claims/?sort=oldest")
    status(page, "1 claim found")
    assert found(page) == [title]
    assert page.locator(".cb-filtered img, .cb-filtered b").count() == 0


def test_a_list_that_does_not_come_leaves_the_page(visit: Begin) -> None:
    made = visit()
    made.page.route("**/claims/filter/**", lambda route: route.fulfill(status=503))
    page = made.open("claims/")
    before = found(page)
    page.get_by_label("False 1", exact=True).check()
    expect(page.locator(".cb-filter__status")).to_contain_text("could not be loaded")
    assert found(page) == before
    assert made.complaints
    made.complaints.clear()


def test_the_link_to_a_view_is_copied(visit: Begin) -> None:
    made = visit(permissions=["clipboard-read", "clipboard-write"])
    page = made.open("claims/?rating=false")
    page.get_by_role("button", name="Copy link to this view").click()
    status(page, "Link copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_on_a_phone_the_bar_waits_to_be_opened(visit: Begin) -> None:
    page = visit(viewport=PHONE, has_touch=True, is_mobile=True).open("claims/")
    choice = page.get_by_label("False 1", exact=True)
    expect(choice).to_be_hidden()
    page.get_by_role("button", name="Filter", exact=True).tap()
    choice.tap()
    status(page, "1 claim found")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_nothing_moves_when_the_script_comes(visit: Begin) -> None:
    made = visit()
    made.page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach("
        "e => { window.moved += e.value })).observe({type: 'layout-shift', buffered: true})"
    )
    page = made.open("claims/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.moved") == 0


def test_without_scripts_there_is_no_bar(visit: Begin) -> None:
    page = visit(java_script_enabled=False).open("claims/")
    expect(page.locator(".cb-filter")).to_be_hidden()
    assert len(found(page)) == 26
