"""What readers see of quotations that were compared, one claim for every state."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from mkdocs_claimbook.host import build
from tests.browser.conftest import PHONE
from tests.browser.serving import served
from tests.browser.test_axe import ALL_RULES, SOME_RULES, WIDE, switch_to, violations

pytestmark = pytest.mark.browser
PROJECT = Path(__file__).parent / "verified"
CLAIMS = sorted(each.stem for each in (PROJECT / "claims").glob("*.yml"))
SAVED = "in the text saved on 24 March 2026 (SHA-256 "
# The beginning of each badge, in the order of the page.
BADGES = {
    "accepted": ["Altered: there are other words", "Not"],
    "arabic": ["Verbatim", "Verbatim, with words left out,", "Altered: there are other words"],
    "cannot-tell": [],
    "elision": ["Verbatim, with words left out,"] * 2,
    "japanese": ["Verbatim", "Altered: there are other words"],
    "retracted": [],
    "typographic": ["The same words, set differently,"] * 2,
    "verbatim": ["Verbatim"],
}
_OPEN = "document.querySelectorAll('.cb-passage').forEach((each) => { each.open = true; })"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demonstration on a server of its own."""
    project, staging = tmp_path_factory.mktemp("verified"), tmp_path_factory.mktemp("site")
    shutil.copytree(PROJECT, project, dirs_exist_ok=True)
    assert build(project, staging, strict=False).succeeded
    with served(staging) as address:
        yield address


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A phone without scripts."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_every_state_says_what_was_found(page: Page, address: str) -> None:
    assert set(CLAIMS) == set(BADGES)
    for claim, expected in BADGES.items():
        page.goto(f"{address}/claims/{claim}/")
        told = page.locator(".cb-compared").all_inner_texts()
        assert [each.partition(f" {SAVED}")[0] for each in told] == expected, claim
        assert all(each.endswith("…). What this proves") for each in told)


def test_what_cannot_be_compared_says_why_where_that_is_known(page: Page, address: str) -> None:
    page.goto(f"{address}/claims/cannot-tell/")
    expect(page.get_by_text("Quotation not compared: It stands in a picture.")).to_be_visible()
    expect(page.get_by_text("Quotation not compared: Only subscribers can")).to_be_visible()
    expect(page.get_by_text("3 quotes (none verified yet)")).to_be_visible()


def test_a_passage_opens_without_scripts_and_marks_the_words(page: Page, address: str) -> None:
    page.goto(f"{address}/claims/elision/")
    passage = page.locator(".cb-passage").first
    expect(passage.locator("blockquote")).to_be_hidden()
    passage.get_by_text("The passage in context").click()
    expect(passage.locator("mark")).to_have_text(
        ["Three of the seven bearings are worn", ", and the deck has sunk by 14 millimetres"]
    )
    expect(passage).to_contain_text("beyond repair, two more are to be watched")
    expect(page.get_by_text("Left out: beyond repair")).to_be_visible()
    expect(page.get_by_text("more characters …]")).to_have_count(1)


def test_altered_words_are_told_apart_by_lines_and_words(page: Page, address: str) -> None:
    page.goto(f"{address}/claims/accepted/")
    line = "(each) => getComputedStyle(each).textDecorationLine"
    assert page.locator("del").first.evaluate(line) == "line-through"
    assert page.locator("ins").first.evaluate(line) == "underline"
    assert page.locator("del").all_text_contents() == [
        "Only in the saved text: now",
        "Only in the saved text: closed for",
    ]
    expect(page.get_by_text("Struck out: only in the saved text.")).to_be_visible()
    expect(page.get_by_text("Accepted by a person all the same: The notice")).to_be_visible()


@pytest.mark.parametrize(("claim", "direction"), [("arabic", "rtl"), ("japanese", "ltr")])
def test_other_scripts_run_as_they_do(page: Page, address: str, claim: str, direction: str) -> None:
    page.goto(f"{address}/claims/{claim}/")
    page.locator(".cb-passage summary").first.click()
    ways = page.locator(".cb-passage blockquote, .cb-wording, .cb-stance blockquote").evaluate_all(
        "(all) => [...new Set(all.map((each) => getComputedStyle(each).direction))]"
    )
    assert ways == [direction]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_evidence_that_was_retracted_warns_and_leads_to_all_that_rests_on_it(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/claims/retracted/")
    warnings = page.locator(".cb-stance .cb-warning")
    expect(warnings).to_have_text(
        [
            "Retracted by its publisher. What it shows here can no longer be relied on.",
            "Draws on a retracted source: “How bearings age” was retracted by its publisher.",
        ]
    )
    page.goto(f"{address}/sources/bearing-study/")
    expect(page.get_by_role("note")).to_contain_text("Retracted by its publisher.")
    expect(page.locator(".cb-row")).to_contain_text("through Bridge Week")


def test_on_paper_only_what_was_opened_is_printed(page: Page, address: str) -> None:
    page.goto(f"{address}/claims/elision/")
    page.locator(".cb-passage summary").first.click()
    page.emulate_media(media="print")
    expect(page.locator(".cb-passage").nth(0)).to_be_visible()
    expect(page.locator(".cb-passage").nth(1)).to_be_hidden()
    expect(page.locator(".cb-compared").first).to_be_visible()
    page.emulate_media(media="screen")


@pytest.mark.slow
def test_no_state_breaks_a_rule(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport=PHONE, color_scheme="light", reduced_motion="reduce")
    found: dict[str, list[str]] = {}
    # The others show nothing that these do not.
    claims = [f"claims/{each}/" for each in ("accepted", "arabic", "elision", "retracted")]
    for path in (*claims, "quotations/", "sources/bearing-study/"):
        page.goto(f"{address}/{path}")
        switch_to(page, "light", "default")
        page.evaluate(_OPEN)
        broken = [*violations(page, ALL_RULES)]
        switch_to(page, "dark", "slate")
        page.set_viewport_size(WIDE)
        found[path] = [*broken, *violations(page, SOME_RULES)]
        page.set_viewport_size(PHONE)
    page.close()
    assert {path: broken for path, broken in found.items() if broken} == {}
