"""What a page costs: measured in the browser, before a reader opens the search."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import PHONE
from tests.browser.page_types import claim_pages, page_types
from tests.browser.serving import served
from tests.browser.weighing import weigh

pytestmark = pytest.mark.browser
HTML, ALL = 15_000, 90_000


@pytest.fixture(scope="module")
def packed(built_site: Path) -> Iterator[str]:
    """The site on a server that compresses."""
    with served(built_site) as address:
        yield address


def test_every_claim_is_light(browser: Browser, packed: str, built_site: Path) -> None:
    weights = [weigh(browser, packed, path) for path in claim_pages(built_site)]
    assert len(weights) > 20
    assert {each.path: each.html for each in weights if each.html > HTML} == {}
    assert {each.path: each.total for each in weights if each.total > ALL} == {}


@pytest.mark.parametrize("settings", [{}, {"viewport": PHONE}], ids=["desktop", "phone"])
def test_nothing_foreign_missing_or_moving(
    browser: Browser, packed: str, built_site: Path, settings: dict
) -> None:
    weights = [weigh(browser, packed, path, **settings) for path in page_types(built_site)]
    assert weights
    assert [url for each in weights for url in each.foreign] == []
    assert [url for each in weights for url in each.missing] == []
    # On a busy machine a style sheet may come late once; what moves by itself moves again.
    moved = [each.path for each in weights if each.shift]
    again = {path: weigh(browser, packed, path, **settings).shift for path in moved}
    assert {path: shift for path, shift in again.items() if shift} == {}


_READ = """() => {
  for (const each of document.querySelectorAll("link[rel=stylesheet], style")) each.remove();
  const heading = document.querySelector("h1");
  const order = ["h1", ".cb-verdict__label", ".cb-verdict__text",
    "#analysis", "#evidence", "#sources"];
  const places = order.map((name) => document.querySelector(`main ${name}, main${name}`));
  return {
    heading: heading?.innerText,
    shown: places.map((each) => Boolean(each && each.getClientRects().length)),
    tops: places.map((each) => each?.getBoundingClientRect().top),
  };
}"""


def test_a_claim_is_readable_without_its_styles(browser: Browser, packed: str) -> None:
    page = browser.new_page(java_script_enabled=True)
    page.goto(f"{packed}/claims/sora-2-launched-september-2025/")
    read = page.evaluate(_READ)
    page.close()
    assert read["heading"]
    assert all(read["shown"])
    assert read["tops"] == sorted(read["tops"])
