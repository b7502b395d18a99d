"""Axe on every kind of page: no violation of WCAG 2.2 AA or of what axe calls best practice."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.conftest import PHONE
from tests.browser.page_types import page_types
from tests.browser.serving import served

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WIDE, VAST = {"width": 1280, "height": 800}, {"width": 1920, "height": 1080}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What depends on colours and widths; all else was looked at in the other modes.
LOOKS = ["color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable"]
AXE = Axe()
Scheme = Literal["light", "dark"]


@pytest.fixture(scope="module")
def packed(built_site: Path) -> Iterator[str]:
    """The site on a server of its own."""
    with served(built_site) as address:
        yield address


def violations(page: Page, options: dict[str, Any]) -> Iterator[str]:
    """A line for every element that breaks a rule."""
    answer = AXE.run(page, options={**options, "resultTypes": ["violations"]}).response
    for rule in answer["violations"]:
        for node in rule["nodes"]:
            yield f"{rule['id']}: {node['html'][:120]} {' '.join(node['failureSummary'].split())}"


ALL_RULES = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
}
SOME_RULES = {"runOnly": {"type": "rule", "values": LOOKS}}
_OPEN = (
    "() => document.querySelectorAll('article details').forEach((each) => { each.open = true; })"
)


def switch_to(page: Page, scheme: Scheme, name: str) -> None:
    """Ask for a scheme; pages of the theme say by its name that they have it."""
    page.emulate_media(color_scheme=scheme)
    if page.locator("body[data-md-color-scheme]").count():
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", name)


def looked_at(page: Page) -> Iterator[tuple[str, list[str]]]:
    """What is wrong with the page that is open, in every mode and with everything opened."""
    yield "phone, light", list(violations(page, ALL_RULES))
    page.evaluate(_OPEN)
    yield "all opened", list(violations(page, ALL_RULES))
    switch_to(page, "dark", "slate")
    yield "phone, dark", list(violations(page, SOME_RULES))
    page.set_viewport_size(WIDE)
    yield "desktop, dark", list(violations(page, ALL_RULES))
    switch_to(page, "light", "default")
    yield "desktop, light", list(violations(page, SOME_RULES))
    page.set_viewport_size(VAST)
    yield "vast, light", list(violations(page, SOME_RULES))


@pytest.mark.parametrize("share", range(4))
def test_no_kind_of_page_breaks_a_rule(
    browser: Browser, packed: str, built_site: Path, share: int
) -> None:
    found: dict[tuple[str, str], list[str]] = {}
    paths = page_types(built_site)[share::4]
    assert paths
    for path in paths:
        page = browser.new_page(viewport=PHONE, color_scheme="light", reduced_motion="reduce")
        page.goto(f"{packed}/{path}")
        if page.locator("article table:not(.cb table)").count():
            # A script makes the box of a wide table reachable once the page is complete.
            page.wait_for_load_state("networkidle")
        found |= {(path, mode): broken for mode, broken in looked_at(page) if broken}
        page.close()
    assert found == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, WIDE], ids=["phone", "desktop"])
def test_an_open_search_breaks_no_rule(
    browser: Browser, packed: str, viewport: ViewportSize, scheme: Scheme
) -> None:
    page = browser.new_page(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{packed}/about/")
    page.keyboard.press("/")
    expect(page.locator("[data-cb-query]").first).to_be_focused()
    page.keyboard.type("Disney")
    expect(page.locator("[data-cb-results] a").first).to_be_visible()
    assert list(violations(page, ALL_RULES)) == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_filter_in_use_breaks_no_rule(browser: Browser, packed: str, scheme: Scheme) -> None:
    page = browser.new_page(viewport=PHONE, color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{packed}/claims/?rating=true")
    page.wait_for_load_state("networkidle")
    assert list(violations(page, ALL_RULES)) == []
    page.close()
