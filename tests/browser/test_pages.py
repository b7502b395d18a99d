"""The site as readers get it: narrow, dark, and from nowhere else."""

import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Visit

pytestmark = pytest.mark.browser
Begin = Callable[..., Visit]
PAGES = (
    "",
    "about/",
    "claims/",
    "claims/disney-planned-1bn-investment-in-openai/",
    "claims/sora-2-launched-september-2025/",
    "contribute/codes/",
    "contribute/codes/cb204/",
    "contribute/fields/claim/",
    "corrections/",
    "documents/sora-article/",
    "ratings/",
    "topics/",
    "404.html",
)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_a_phone(visit: Begin, path: str) -> None:
    page = visit(viewport=PHONE).open(path)
    expect(page.locator("h1").first).to_be_visible()
    width = page.evaluate("document.scrollingElement.scrollWidth")
    assert width <= PHONE["width"]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_one_heading_and_its_own_title(visit: Begin, path: str) -> None:
    page = visit().open(path)
    assert page.locator("h1").count() == 1
    assert page.title()
    assert page.locator("main").count() == 1


def test_the_readers_dark_scheme_is_followed(visit: Begin) -> None:
    page = visit(color_scheme="dark").open("claims/")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert max(int(part) for part in paper.removeprefix("rgb(").rstrip(")").split(",")) < 64


def test_a_claim_can_be_read_without_scripts(visit: Begin) -> None:
    page = visit(java_script_enabled=False).open("claims/sora-2-launched-september-2025/")
    for part in (".cb-verdict__text", "#analysis", "#evidence", "#sources"):
        expect(page.locator(part).first).to_be_visible()


def test_a_table_too_wide_for_its_place_is_scrolled_by_keys(visit: Begin) -> None:
    page = visit(viewport=PHONE).open("develop/speed/")
    box = page.locator("article [role=region]:has(th:text-is('1,000,000, extrapolated'))")
    expect(box).to_have_accessible_name(re.compile("A hundred thousand claims"))
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("box => box.scrollLeft > 0", arg=box.element_handle())
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(box).to_have_count(0)


def test_every_link_within_the_site_leads_somewhere(built_site: Path) -> None:
    pages = {
        path.relative_to(built_site).as_posix(): _Links(path.read_text(encoding="utf-8"))
        for path in built_site.rglob("*.html")
    }
    # A missing page does not know at which address it is shown.
    asking = {name: page for name, page in pages.items() if name != "404.html"}
    broken = [
        f"{name}: {href}"
        for name, page in asking.items()
        for href in page.hrefs
        if not _leads_somewhere(name, href, pages, built_site)
    ]
    assert broken == []


class _Links(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.ids: set[str | None] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids |= {given.get("id"), given.get("name")}
        href = given.get("href")
        if tag in {"a", "link"} and href:
            self.hrefs.append(href)


def _leads_somewhere(name: str, href: str, pages: Mapping[str, _Links], site: Path) -> bool:
    parts = urlsplit(urljoin(f"http://here/{name}", href))
    if parts.netloc != "here":
        return True
    path = unquote(parts.path).lstrip("/")
    file = f"{path}index.html" if path.endswith("/") or not path else path
    if not parts.fragment or file not in pages:
        return (site / file).is_file()
    return parts.fragment in pages[file].ids


def test_a_claim_in_running_text_shows_its_card_to_a_pointer_and_to_keys(visit: Begin) -> None:
    page = visit().open("method/")
    claim = page.locator("a[data-cb-card]")
    card = page.locator("#cb-peek")
    # Before the script has come, nobody listens.
    card.wait_for(state="attached")
    claim.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    card.wait_for(state="visible")
    assert "The Walt Disney Company" in card.inner_text()
    assert card.locator("a").count() == 0
    page.keyboard.press("Escape")
    card.wait_for(state="hidden")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/disney-planned-1bn-investment-in-openai/")


def test_a_source_in_running_text_is_previewed(visit: Begin) -> None:
    page = visit().open("method/")
    citation = page.locator("#cite-1-1")
    expect(citation).to_have_attribute("aria-label", re.compile("^Source 1: "))
    citation.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.locator("#cb-preview").wait_for(state="visible")
    assert "BBC News" in page.locator("#cb-preview").inner_text()
    page.get_by_role("link", name="Go to source 1").click()
    assert page.url.endswith("#source-1")
