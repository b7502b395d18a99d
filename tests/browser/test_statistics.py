"""Charts as they are drawn: to scale, legible on a phone, named, and there without colour."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Visit

pytestmark = pytest.mark.browser
Begin = Callable[..., Visit]
NARROW = {"width": 320, "height": 640}
PAGES = (
    "statistics/",
    "claimants/",
    "subjects/",
    "claimants/archertips-article/",
    "accessibility/",
)
# Bars by the number that stands beside each.
BARS = """rows => rows.map(row => [
  Number(row.querySelector(".cb-bars__number").textContent),
  row.querySelector(".cb-bar").getBoundingClientRect().width,
])"""
COLUMNS = """strips => strips.map(strip => [
  Number(strip.querySelector(".cb-strip__count")?.textContent),
  Math.max(...[...strip.querySelectorAll("rect")].map(each => each.getBoundingClientRect().height)),
  Number(strip.querySelector("svg > text")?.textContent),
])"""
LETTERS = """texts => texts.map(text => {
  const box = text.getBoundingClientRect();
  return [parseFloat(getComputedStyle(text).fontSize), box.left, box.right];
})"""


def statistics(begin: Begin, **settings: object) -> Page:
    return begin(**settings).open("statistics/")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("has_scripts", [True, False])
def test_pages_fit_a_screen_of_320_pixels(visit: Begin, path: str, has_scripts: bool) -> None:
    page = visit(viewport=NARROW, java_script_enabled=has_scripts).open(path)
    expect(page.locator("h1")).to_have_count(1)
    for each in page.locator("details.cb-figures > summary").all():
        each.click()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= NARROW["width"]


@pytest.mark.parametrize("viewport", [NARROW, {"width": 1280, "height": 800}])
def test_bars_are_as_long_as_their_numbers(visit: Begin, viewport: dict[str, int]) -> None:
    page = statistics(visit, viewport=viewport)
    rows = page.locator(".cb-bars").first.locator("tbody tr")
    found = rows.evaluate_all(BARS)
    greatest, longest = max(found)
    assert greatest == 12
    assert longest >= 60, "there is room for the bars"
    for number, width in found:
        assert width == pytest.approx(longest * number / greatest, abs=0.5)


def test_columns_of_all_rows_have_one_scale(visit: Begin) -> None:
    strips = statistics(visit).locator("#claims ~ .cb-chart .cb-strip:has(rect)")
    found = strips.evaluate_all(COLUMNS)
    assert [total for total, _, _ in found] == [26, 12, 10, 1, 1, 2]
    per_claim = {round(height / number, 1) for _, height, number in found}
    assert len(per_claim) == 1


@pytest.mark.parametrize("viewport", [NARROW, PHONE, {"width": 1280, "height": 800}])
def test_letters_keep_their_size_and_stay_on_the_screen(
    visit: Begin, viewport: dict[str, int]
) -> None:
    found = statistics(visit, viewport=viewport).locator("svg text").evaluate_all(LETTERS)
    assert len(found) >= 8
    for size, left, right in found:
        assert size >= 11
        assert left >= 0
        assert right <= viewport["width"]


def test_charts_are_named_and_their_numbers_open_by_keyboard(visit: Begin) -> None:
    page = statistics(visit)
    chart = page.locator("#claims ~ .cb-chart")
    expect(chart.get_by_role("img", name="True: 12 in", exact=False)).to_be_visible()
    table = chart.get_by_role("table")
    expect(table).to_be_hidden()
    chart.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(table.get_by_role("columnheader", name="Mostly true")).to_be_visible()
    expect(table.get_by_role("rowheader", name="March 2026")).to_be_visible()


def test_a_rating_leads_to_its_claims(visit: Begin) -> None:
    page = statistics(visit)
    page.locator(".cb-bars").first.get_by_role("link", name="Mostly true").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mostly true")


def test_bars_can_be_seen_in_forced_colours_and_in_the_dark(visit: Begin) -> None:
    for settings in ({"forced_colors": "active"}, {"color_scheme": "dark"}):
        page = statistics(visit, **settings)
        fill, paper = page.evaluate(
            """() => [getComputedStyle(document.querySelector(".cb-bar")).fill,
              getComputedStyle(document.body).backgroundColor]"""
        )
        assert fill != paper
        assert fill.startswith("rgb(")


def test_targets_are_large_enough_to_touch(visit: Begin) -> None:
    page = statistics(visit, viewport=PHONE)
    heights = page.locator(".cb-contents a, .cb-figures summary").evaluate_all(
        "links => links.map(link => link.getBoundingClientRect().height)"
    )
    assert len(heights) >= 8
    assert min(heights) >= 24
