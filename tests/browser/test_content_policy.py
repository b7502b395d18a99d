"""The site under its own policies: nothing that it does is stopped, on any kind of page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.page_types import page_types
from tests.browser.policies import stopped, under_policies

pytestmark = pytest.mark.browser
Begin = Callable[..., Visit]


@pytest.fixture
def begun(visit: Begin, built_site: Path) -> Visit:
    return under_policies(visit(), built_site)


def test_no_kind_of_page_is_stopped(begun: Visit, built_site: Path) -> None:
    found = {}
    paths = page_types(built_site)
    for path in paths:
        page = begun.open(path)
        found[path] = stopped(page)
    assert {path: each for path, each in found.items() if each} == {}
    assert len(paths) > 15


def test_search_filter_and_colours_work(begun: Visit) -> None:
    page = begun.open("claims/?rating=false")
    expect(page.locator(".cb-filter__status")).to_have_text("1 claim found")
    page.keyboard.press("/")
    page.keyboard.type("Disney")
    expect(page.locator("[data-cb-status]")).to_contain_text("“Disney”")
    page.locator("[data-cb-results] a").first.click()
    expect(page.locator("h1.cb-title")).to_be_visible()
    page.locator("label[for=__palette_1]").first.click()
    page.wait_for_load_state("networkidle")
    assert stopped(page) == []


def test_a_script_of_strangers_would_be_stopped(begun: Visit) -> None:
    """The listener does hear, and the policy does hold."""
    page = begun.open("claims/")
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.text = "window.ran = 1";
          document.body.append(script);
          document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.ran = 1'>");
          document.body.insertAdjacentHTML("beforeend", "<p style='position:fixed'>x</p>");
        }"""
    )
    page.wait_for_function("window.stopped.length >= 3")
    assert page.evaluate("window.ran") is None
    kinds = {each.split()[0] for each in stopped(page)}
    assert {"script-src-elem", "script-src-attr", "style-src-attr"} <= kinds
    begun.complaints.clear()
