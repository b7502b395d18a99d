"""A large site has its search in parts: the newest claims first, older ones when asked for.

And after a change its readers find what is new, and nothing that is no more.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from claimbook.search import plan
from claimbook.search.page import content_of
from claimbook.search.whole import FOLDER, RECENT, TABLE, Site, table, write_all
from claimbook.tree import Tree
from tests.browser.conftest import Visit, served

pytestmark = pytest.mark.browser
Begin = Callable[..., Visit]
WORD = "Disney"
VERDICT = "<p class=cb-verdict__text>"
CHANGED = "claims/disney-major-customer-of-openai/index.html"


@pytest.fixture(scope="module")
def address(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site with its search in more parts than are loaded at once, and a claim changed since."""
    folder = tmp_path_factory.mktemp("parts") / "site"
    shutil.copytree(built_site, folder)
    shutil.rmtree(folder / FOLDER)
    found = sorted(folder.rglob("*.html"))
    pages = {path.relative_to(folder).as_posix(): content_of(path.read_bytes()) for path in found}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan, "_SMALLEST", sum(page.size for page in pages.values()) // 12)
        patch.setattr(plan, "_MOST_PARTS", 12)
        parts, names = write_all(Site(folder, "en"), pages, Tree(folder / FOLDER).put)
    changed = folder / CHANGED
    text = changed.read_text(encoding="utf-8").replace(VERDICT, f"{VERDICT}Zyzzyva. ")
    changed.write_text(text, encoding="utf-8")
    Site(folder, "en").write([(RECENT, [CHANGED])], Tree(folder / FOLDER).put)
    (folder / FOLDER / TABLE).write_bytes(
        table([parts[0]._replace(since="2026-03-01"), *parts[1:]], [names[CHANGED]], 1)
    )
    yield from served(folder)


def results(page: Page) -> list[str]:
    """Titles of the claims that were found."""
    group = page.locator(".cb-search__group", has=page.locator(".cb-count"))
    return group.locator(".cb-search__title").all_text_contents()


def search(page: Page, query: str) -> None:
    """Type a query into the open search and wait for its results."""
    page.locator("[data-cb-query]").fill(query)
    expect(page.locator("[data-cb-status]")).to_contain_text(f"“{query}”")


def begin(made: Visit, *, enough: int = 0) -> Page:
    """Open the search; ``enough`` claims keep it from looking at older ones unasked."""

    def eased(route: Route) -> None:
        answer = route.fetch()
        script = answer.text()
        assert "ENOUGH = 10;" in script
        route.fulfill(response=answer, body=script.replace("ENOUGH = 10;", f"ENOUGH = {enough};"))

    made.page.route("**/search.js", eased)
    page = made.open("")
    page.keyboard.press("/")
    return page


def asked(made: Visit, pattern: str) -> int:
    """How many requests went below the index to addresses of a pattern."""
    return sum(bool(re.search(f"/pagefind/{pattern}", each)) for each in made.requests)


def test_the_newest_first_and_older_ones_on_demand(visit: Begin) -> None:
    made = visit()
    page = begin(made)
    search(page, WORD)
    expect(page.locator(".cb-search__older")).to_contain_text("since March 1, 2026")
    few = len(results(page))
    assert asked(made, r"\d+/") == 0
    page.get_by_role("button", name="Search older claims too").click()
    expect(page.locator("[data-cb-status]")).to_contain_text("11 claims")
    expect(page.locator("[data-cb-results] a").first).to_be_focused()
    assert len(results(page)) > few
    expect(page.locator(".cb-search__older")).to_have_count(0)
    assert asked(made, r"\d+/pagefind-entry") > 10
    assert [asked(made, name) for name in ("pagefind.js", r"(.*/)?wasm\.", r"(.*/)?.*worker")] == [
        1
    ] * 3


def test_what_has_changed_is_found_as_it_is_now(visit: Begin) -> None:
    page = begin(visit())
    search(page, "Zyzzyva")
    expect(page.locator("[data-cb-status]")).to_contain_text("1 claim found")
    page.get_by_role("button", name="Search older claims too").click()
    expect(page.locator(".cb-search__older")).to_have_count(0)
    search(page, "major customer")
    assert len(results(page)) == len(set(results(page)))
    expect(page.locator("[data-cb-results]")).to_contain_text("Zyzzyva")


def test_filters_do_not_count_what_is_no_more(visit: Begin) -> None:
    page = begin(visit())
    search(page, WORD)
    page.get_by_role("button", name="Search older claims too").click()
    expect(page.locator("[data-cb-status]")).to_contain_text("11 claims")
    page.locator("[data-cb-refine] summary").click()
    options = page.locator("[data-cb-filters] [name=rating] option")
    expect(options).not_to_have_count(0)
    counts = [re.search(r"\((\d+)\)$", each) for each in options.all_text_contents()]
    assert sum(int(each[1]) for each in counts if each) == 11


def test_a_few_parts_are_searched_at_once(visit: Begin) -> None:
    made = visit()

    def shorten(route: Route) -> None:
        told = route.fetch().json()
        route.fulfill(json={**told, "parts": told["parts"][:3]})

    made.page.route("**/parts.json", shorten)
    page = begin(made)
    search(page, WORD)
    expect(page.locator(".cb-search__older")).to_have_count(0)
    assert asked(made, r"\d+/pagefind-entry") == 2


def test_a_rare_word_is_looked_for_in_older_claims_unasked(visit: Begin) -> None:
    made = visit()
    page = begin(made, enough=10)
    search(page, "Zyzzyva")
    expect(page.locator("[data-cb-status]")).to_contain_text("1 claim found")
    expect(page.locator(".cb-search__older")).to_have_count(1)
    assert asked(made, r"\d+/pagefind-entry") == 9


def test_a_part_that_does_not_come_may_come_later(visit: Begin) -> None:
    made = visit()
    page = begin(made)
    search(page, WORD)
    page.route("**/pagefind/7/**", lambda route: route.abort())
    page.get_by_role("button", name="Search older claims too").click()
    expect(page.locator("[data-cb-status]")).to_contain_text("could not be loaded")
    page.unroute("**/pagefind/7/**")
    search(page, f"{WORD} OpenAI")
    page.get_by_role("button", name="Search older claims too").click()
    expect(page.locator(".cb-search__older")).to_have_count(0)
    # The browser and Pagefind say what did not come.
    made.complaints.clear()
