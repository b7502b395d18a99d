"""Lists as readers use them: how much is seen at once, how they are entered, how they are hit."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from mkdocs_claimbook.host import build
from tests.browser.conftest import PHONE, Visit, served

pytestmark = pytest.mark.browser
Begin = Callable[..., Visit]
LISTS = (
    *("claims/", "browse/rating/", "browse/claimant/", "timeline/", "timeline/oldest/"),
    *("changes/", "due/", "corrections/", "topics/", "ratings/", "years/", "years/2026/"),
    *("sources/", "publishers/", "publishers/openai/", "source-status/", "claimants/"),
    "documents/sora-article/",
)
LEAST = 24
NARROW = {"width": 320, "height": 640}
# Lines that are wholly on the screen once the first of them stands at its top.
_LINES_ON_SCREEN = """() => {
  const rows = [...document.querySelectorAll(".cb-rows > .cb-row")];
  rows[0].scrollIntoView();
  const top = rows[0].getBoundingClientRect().top;
  return rows.filter((row) => row.getBoundingClientRect().bottom - top <= innerHeight).length;
}"""
_CONTROLS = """(selector) => [...document.querySelectorAll(selector)]
  .filter((each) => each.checkVisibility())
  .map((each) => ({ text: each.textContent.trim(), box: each.getBoundingClientRect() }))
  .map(({ text, box }) => ({ text, width: box.width, height: box.height }))"""


def small_controls(page: Page, selector: str) -> list[str]:
    """Controls that a finger could miss; there must be some to choose from."""
    found = page.evaluate(_CONTROLS, selector)
    assert found, selector
    return [each["text"] for each in found if min(each["width"], each["height"]) < LEAST]


@pytest.mark.parametrize("path", LISTS)
def test_lists_fit_the_narrowest_screen(visit: Begin, path: str) -> None:
    page = visit(viewport=NARROW).open(path)
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= NARROW["width"]


def test_eight_claims_are_read_at_once_on_a_phone(visit: Begin) -> None:
    page = visit(viewport=PHONE).open("claims/")
    assert page.evaluate(_LINES_ON_SCREEN) >= 8


def test_thirty_claims_are_scanned_at_once_on_a_desk(visit: Begin) -> None:
    page = visit(viewport={"width": 1280, "height": 1600}).open("claims/")
    page.evaluate("""() => {
      const list = document.querySelector(".cb-rows");
      for (const row of [...list.children]) list.append(row.cloneNode(true));
    }""")
    assert page.evaluate(_LINES_ON_SCREEN) >= 30


def test_claims_are_entered_by_topic_without_scripts(visit: Begin) -> None:
    page = visit(java_script_enabled=False).open("claims/")
    topics = page.get_by_role("navigation", name="Topics")
    expect(topics).to_be_hidden()
    page.locator(".cb-facets summary").focus()
    page.keyboard.press("Enter")
    expect(topics).to_be_visible()
    topics.get_by_role("link", name="AI and Hollywood").click()
    expect(page.locator("h1")).to_have_text("AI and Hollywood")


def test_one_phone_screen_of_controls_can_be_hit(visit: Begin) -> None:
    page = visit(viewport=PHONE).open("timeline/")
    assert small_controls(page, ".cb-tabs a, .cb-jumps a, .cb-crumbs a") == []
    page = visit(viewport=PHONE).open("claims/")
    page.locator(".cb-facets summary").click()
    assert small_controls(page, ".cb-facets summary, .cb-facet a, .cb-tabs a") == []


@pytest.mark.parametrize("forced", ["active", "none"])
def test_ratings_on_the_timeline_are_told_by_shape(visit: Begin, forced: str) -> None:
    page = visit(forced_colors=forced).open("timeline/")
    shape = """(tone) => {
      const row = document.querySelector(`.cb-row[data-tone="${tone}"]`);
      const dot = getComputedStyle(row, "::before");
      const isFilled = dot.backgroundColor === dot.borderTopColor;
      return [dot.borderTopLeftRadius, dot.borderTopStyle, isFilled].join(" ");
    }"""
    tones = ("true", "mostly-true", "mostly-false", "false", "unproven")
    shapes = [page.evaluate(shape, tone) for tone in tones]
    assert len(set(shapes)) == len(tones), shapes


def test_a_jump_leads_to_its_year(visit: Begin) -> None:
    page = visit(viewport=PHONE).open("timeline/")
    page.get_by_role("navigation", name="Jump to").get_by_role("link", name="2025").click()
    expect(page.locator("#y2025")).to_be_in_viewport()
    assert page.url.endswith("timeline/#y2025")


CLAIM = """\
claim: {claim}
claimant: {claimant}
claimed: 20{number}-03-04
language: {language}
review:
  rating: mixed
  verdict: It is so.
  review_by: 2020-01-01
evidence:
  - stance: supports
    says: Yes.
    source: {{title: {title}, publisher: Press, status: dead}}
"""
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
TEXTS = (
    *(("en", f"The {LONG}{LONG} opened."), ("ar", "افتُتح الجسر في عام 1932 أمام الجمهور.")),
    *(("en", "A plain claim."), ("he", "הגשר נפתח בשנת 1932."), ("en", "Another.")),
)


@pytest.fixture(scope="module")
def difficult(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A publication of long words and of claims that are read from the right, paged by twos."""
    root = tmp_path_factory.mktemp("difficult")
    (root / "claims").mkdir()
    (root / "docs").mkdir()
    for number, (language, text) in enumerate(TEXTS, 10):
        values = {"claim": text, "language": language, "title": text, "number": number}
        file = CLAIM.format(claimant=f"Name {LONG}", **values)
        (root / "claims" / f"claim-{number}.yml").write_text(file, encoding="utf-8")
    (root / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    (root / "claimbook.toml").write_text("per_page = 2\n", encoding="utf-8")
    config = "site_name: Site\ndocs_dir: docs\ntheme: {name: material, font: false}\n"
    (root / "mkdocs.yml").write_text(f"{config}plugins: [claimbook]\n", encoding="utf-8")
    site = root / "site"
    assert build(root, site, strict=False).succeeded
    yield from served(site)


@pytest.mark.parametrize(
    "path",
    [
        *("claims/", "browse/date/2/", "timeline/", "due/", "source-status/"),
        *("publishers/press/", "claimants/"),
    ],
)
def test_long_words_and_right_to_left_break_no_list(
    visit: Begin, difficult: str, path: str
) -> None:
    begun = visit(viewport=NARROW)
    begun.address = difficult
    page = begun.open(path)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= NARROW["width"]
    wide = page.evaluate("""() => [...document.querySelectorAll(".cb *")]
      .filter((each) => each.checkVisibility())
      .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
      .map((each) => each.outerHTML.slice(0, 80))""")
    assert wide == []


def test_the_pager_is_used_by_finger_and_by_key(visit: Begin, difficult: str) -> None:
    begun = visit(viewport=PHONE)
    begun.address = difficult
    page = begun.open("claims/")
    pager = page.get_by_role("navigation", name="Pages of this list")
    assert small_controls(page, ".cb-pager a") == []
    pager.get_by_role("link", name="Next").focus()
    page.keyboard.press("Enter")
    expect(pager.locator("[aria-current=page]")).to_have_accessible_name("Page 2 of 3")
    assert page.title().startswith("All claims, page 2")


def test_a_claim_past_its_date_says_so_in_every_list(visit: Begin, difficult: str) -> None:
    begun = visit(java_script_enabled=False)
    begun.address = difficult
    page = begun.open("due/")
    expect(page.get_by_text("Review due", exact=True).first).to_be_visible()
