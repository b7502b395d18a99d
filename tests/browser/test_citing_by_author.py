"""A claim page that cites by author and year, in a browser: previews, names, narrow screens."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from claimbook.settings import CITATION_STYLES
from mkdocs_claimbook.host import build
from tests.browser.conftest import served
from tests.browser.test_claim_page import ODD

pytestmark = pytest.mark.browser
NARROW = {"width": 320, "height": 640}
SEEN = {
    "apa": "Chia, 2026a",
    "mla": "Chia, “Apple”",
    "chicago": "Chia 2026a",
    "harvard": "Chia, 2026a",
}
FILES = {
    "claims/zebra.yml": """\
claim: The ferry runs.
claimant: A
review: {rating: true, verdict: It does., reviewed: 2026-01-01,
  analysis: "It runs [@apple, p. 4]. It ran [@zebra; @apple]."}
evidence:
  - source: {id: zebra, title: Zebra, type: article, container: Gazette, published: 2026-03-01,
      authors: [{family: Chia, given: Osmond}], url: "https://gazette.example/zebra"}
    stance: supports
    quote: It runs.
  - source: {id: apple, title: Apple, type: article, container: Gazette, published: 2026-02-01,
      authors: [{family: Chia, given: Osmond}], url: "https://gazette.example/apple"}
    stance: contradicts
    quote: It does not run.
""",
}


@pytest.fixture(scope="module", params=CITATION_STYLES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site in each style; its address ends with the style."""
    project, staging = tmp_path_factory.mktemp("by-author"), tmp_path_factory.mktemp("by-site")
    settings = f'[citations]\nstyle = "{request.param}"\nform = "author-date"\n'
    for path, text in {**ODD, **FILES, "claimbook.toml": settings}.items():
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert build(project, staging, strict=False).succeeded
    yield from (f"{address}#{request.param}" for address in served(staging))


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context()
    opened = context.new_page()
    opened.goto(f"{site.partition('#')[0]}/claims/zebra/")
    yield opened
    context.close()


def test_a_citation_says_whom_it_means_and_shows_it(page: Page, site: str) -> None:
    seen = SEEN[site.partition("#")[2]]
    first = page.locator(".cb-cited a").first
    expect(first).to_have_text(f"{seen}, p. 4")
    expect(first).to_have_attribute("aria-label", f"{seen}, p. 4: Apple")
    first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    preview = page.locator(".cb-preview")
    expect(preview).to_be_visible()
    expect(preview.locator("blockquote")).to_have_text("It does not run.")
    expect(preview.locator(".cb-preview__go")).to_have_text(f"Go to source {seen}")


def test_the_way_back_is_named_after_the_source(page: Page) -> None:
    back = page.locator(".cb-sources > li").first.locator(".cb-back a").first
    expect(back).to_have_attribute("aria-label", "Source Apple cited, 1: Analysis")
    back.click()
    assert page.evaluate("document.querySelector(':target').textContent").startswith("Chia")


def test_nothing_scrolls_sideways(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport=NARROW)
    page = context.new_page()
    page.goto(f"{site.partition('#')[0]}/claims/odd/")
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    context.close()
