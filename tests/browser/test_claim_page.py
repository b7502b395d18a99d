"""The page of a claim in a browser: previews, copying, warnings, narrow screens, print."""

import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from mkdocs_claimbook.host import build
from tests.browser.conftest import Visit, served

pytestmark = pytest.mark.browser
Begin = Callable[..., Visit]

CLAIM = "claims/disney-planned-1bn-investment-in-openai/"
NARROW = {"width": 320, "height": 640}
MOST_BYTES = 15_000
SAID = ".cb-claim [role=status]"


def citation(page: Page) -> Locator:
    return page.locator(".cb-analysis sup a").first


def preview(page: Page) -> Locator:
    return page.locator(".cb-preview")


def listening(page: Page) -> Page:
    """The page once its script has come: before that nobody notices what a reader does."""
    expect(page.locator("#cite-1-1")).to_have_attribute("aria-label", re.compile("^Source 1: "))
    page.evaluate("document.fonts.ready.then(() => true)")
    return page


def test_a_citation_previews_its_source_to_a_pointer(visit: Begin) -> None:
    page = visit().open(CLAIM)
    listening(page)
    citation(page).scroll_into_view_if_needed()
    before = page.locator(".cb-prose").bounding_box()
    citation(page).hover()
    preview(page).wait_for(state="visible")
    text = preview(page).inner_text()
    assert "OpenAI Disney Sora AI videos" in text
    assert "secondary source" in text
    assert "Disney will also make a $1 billion investment" in text
    assert page.locator(".cb-prose").bounding_box() == before
    # Hoverable, and it stays as long as the pointer does.
    preview(page).hover()
    page.wait_for_timeout(600)
    assert preview(page).is_visible()
    page.mouse.move(2, 2)
    preview(page).wait_for(state="hidden")


def test_scripts_say_what_citations_and_the_ways_back_lead_to(visit: Begin) -> None:
    page = visit().open(CLAIM)
    title = page.locator("#source-1 .cb-reference a").inner_text()
    expect(page.locator("#cite-1-1")).to_have_attribute("aria-label", f"Source 1: {title}")
    expect(page.locator("#cite-1-2")).to_have_attribute("aria-label", "source 1")
    ways = page.locator("#source-1 .cb-back a")
    names = [each.get_attribute("aria-label") for each in ways.all()]
    assert names[:2] == ["Source 1 cited, 1: Analysis", "Source 1 cited, 2: Evidence"]
    assert None not in names


def test_escape_puts_a_preview_away_while_the_pointer_stays(visit: Begin) -> None:
    page = listening(visit().open(CLAIM))
    citation(page).hover()
    preview(page).wait_for(state="visible")
    page.keyboard.press("Escape")
    preview(page).wait_for(state="hidden")
    assert page.locator("[aria-describedby=cb-preview]").count() == 0


def test_a_citation_previews_its_source_to_the_keyboard(visit: Begin) -> None:
    page = listening(visit().open(CLAIM))
    citation(page).focus()
    # Chromium takes focus by script for the keyboard's only once a key was pressed.
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    preview(page).wait_for(state="visible")
    assert citation(page).get_attribute("aria-describedby") == "cb-preview"
    page.keyboard.press("Tab")
    described = page.locator("[aria-describedby=cb-preview]")
    assert described.get_attribute("id") == "cite-2-1"
    page.keyboard.press("Escape")
    preview(page).wait_for(state="hidden")
    assert page.evaluate("document.activeElement.id") == "cite-2-1"
    page.keyboard.press("Enter")
    assert page.url.endswith("#source-2")


def test_the_first_tap_opens_a_preview_and_its_link_goes_to_the_source(visit: Begin) -> None:
    page = listening(visit(viewport=NARROW, has_touch=True).open(CLAIM))
    citation(page).tap()
    preview(page).wait_for(state="visible")
    assert "#" not in page.url
    box = preview(page).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= NARROW["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    preview(page).get_by_role("link", name="Go to source 1").tap()
    assert page.url.endswith("#source-1")
    assert preview(page).is_hidden()


def test_a_tap_that_began_before_the_script_for_previews_had_come_opens_one(visit: Begin) -> None:
    page = listening(visit(viewport=NARROW, has_touch=True).open(CLAIM))
    finger = {"pointerType": "touch", "bubbles": True}
    citation(page).dispatch_event("pointerdown", finger)
    citation(page).dispatch_event("pointerenter", finger)
    preview(page).wait_for(state="attached")
    citation(page).dispatch_event("click")
    preview(page).wait_for(state="visible")
    assert "#" not in page.url


def test_a_tap_elsewhere_puts_a_preview_away(visit: Begin) -> None:
    page = listening(visit(viewport=NARROW, has_touch=True).open(CLAIM))
    citation(page).tap()
    preview(page).wait_for(state="visible")
    page.locator("#analysis").tap()
    preview(page).wait_for(state="hidden")


def test_without_scripts_a_citation_is_a_link_and_no_button_stands_idle(visit: Begin) -> None:
    page = visit(java_script_enabled=False).open(CLAIM)
    citation(page).click()
    assert page.url.endswith("#source-1")
    assert page.locator(".cb-claim button:visible").count() == 0
    assert page.get_by_role("link", name="Send by e-mail").is_visible()


def test_citation_and_link_can_be_copied(visit: Begin) -> None:
    visitor = visit(permissions=["clipboard-read", "clipboard-write"])
    page = visitor.open(CLAIM)
    page.get_by_role("button", name="Copy", exact=True).click()
    page.get_by_role("button", name="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#citation").inner_text()
    page.get_by_role("button", name="Copy link").click()
    page.get_by_role("button", name="Copied").last.wait_for()
    address = page.locator("a[rel=bookmark]").get_attribute("href")
    assert page.evaluate("navigator.clipboard.readText()") == address
    assert page.locator(SAID).inner_text() == "Copied"


def test_a_browser_that_forbids_copying_is_told_of(visit: Begin) -> None:
    visitor = visit()
    visitor.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: {"
        " writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } })"
    )
    page = visitor.open(CLAIM)
    page.get_by_role("button", name="Copy link").click()
    page.get_by_role("button", name="does not allow copying").wait_for()
    expect(page.locator(SAID)).to_have_text("The browser does not allow copying")


def test_sharing_is_offered_where_the_browser_can(visit: Begin) -> None:
    visitor = visit()
    page = visitor.open(CLAIM)
    if not page.evaluate("'share' in navigator"):
        assert page.get_by_role("button", name="Share").is_hidden()
    visitor.page.add_init_script(
        "navigator.share = (what) => { window.shared = what; return Promise.resolve(); }"
    )
    page = visitor.open(CLAIM)
    page.get_by_role("button", name="Share").click()
    assert page.evaluate("window.shared.url").endswith(CLAIM)


def test_every_claim_page_is_light(built_site: Path) -> None:
    pages = sorted((built_site / "claims").glob("*/index.html"))
    assert pages
    sizes = {each.parent.name: len(gzip.compress(each.read_bytes(), 9)) for each in pages}
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}


def test_a_printed_claim_holds_addresses_quotes_and_numbers_in_brackets(visit: Begin) -> None:
    page = visit().open(CLAIM)
    page.emulate_media(media="print")
    for hidden in (".cb-crumbs", ".cb-doors", ".cb-links", ".cb-back", ".md-header", ".cb-mark"):
        assert page.locator(f"{hidden}:visible").count() == 0, hidden
    for shown in (".cb-verdict__label", ".cb-map svg", ".cb-story", "blockquote"):
        assert page.locator(shown).first.is_visible(), shown
    content = "([at, what]) => getComputedStyle(document.querySelector(at), what).content"
    assert "[" in page.evaluate(content, ["sup", "::before"])
    assert "https://" in page.evaluate(content, [".cb-reference a", "::after"])


LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ODD = {
    "mkdocs.yml": """\
site_name: Odd
docs_dir: site_src
theme: {name: material, font: false}
plugins: [claimbook]
""",
    "claimbook.toml": "[publication]\nname = 'Odd'\n",
    "site_src/index.md": "# Odd\n",
    "claims/odd.yml": f"""\
claim: "افتُتح الجسر عام 1932 {LONG}"
claimant: {{name: {LONG}, role: {LONG}}}
claimed: 1932
language: ar
appearances:
  - source: {{title: "{LONG} صحيفة", publisher: "{LONG}", language: ar}}
    quote: "{LONG} افتُتح الجسر"
    locator: {LONG}
related: {{follows: [even]}}
review:
  rating: true
  verdict: {LONG} opened.
  analysis: "{LONG} [@paper]."
  confidence: low
  reviewed: 2026-01-01
  review_by: 2099-12-31
  reviewers: [{LONG}]
  not_verified: [{LONG}]
  corrections:
    - {{date: 2026-02-01, wrong: {LONG}, now: {LONG}, rating_before: false, rating_after: true}}
evidence:
  - source: {{id: paper, title: {LONG}, publisher: {LONG}, url: "https://a.example/{LONG}"}}
    stance: supports
    quote: "{LONG} و {LONG}"
    locator: {LONG}
  - source: {{title: "جريدة", publisher: "الجريدة الرسمية"}}
    stance: contradicts
    says: {LONG}
""",
    "claims/even.yml": f"""\
claim: "{LONG}"
claimant: B
claimed: 1931
review: {{rating: false, verdict: No., reviewed: 2026-01-01}}
evidence:
  - {{source: {{title: A}}, stance: contradicts, says: No.}}
""",
}


@pytest.fixture(scope="module")
def odd_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of a claim from right to left, whose words have no place to break."""
    project, staging = tmp_path_factory.mktemp("odd"), tmp_path_factory.mktemp("odd-site")
    for path, text in ODD.items():
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert build(project, staging, strict=False).succeeded
    yield from served(staging)


@pytest.fixture
def odd(browser: Browser, odd_address: str) -> Iterator[Page]:
    context = browser.new_context(viewport=NARROW)
    page = context.new_page()
    page.goto(f"{odd_address}/claims/odd/")
    yield page
    context.close()


def test_nothing_scrolls_sideways_at_four_hundred_per_cent(odd: Page) -> None:
    assert odd.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    wide = odd.evaluate(
        """() => [...document.querySelectorAll(".cb-claim *")]
          .filter((each) => !each.closest("svg, .cb-hidden"))
          .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
          .map((each) => each.outerHTML.slice(0, 80))"""
    )
    assert wide == []


def test_labels_of_the_map_stay_within_it(odd: Page) -> None:
    outside = odd.evaluate(
        """() => {
          const map = document.querySelector(".cb-map svg").getBoundingClientRect();
          return [...document.querySelectorAll(".cb-map svg text")]
            .filter((each) => {
              const box = each.getBoundingClientRect();
              return box.left < map.left - 1 || box.right > map.right + 1;
            }).map((each) => each.textContent);
        }"""
    )
    assert outside == []


def test_a_claim_from_right_to_left_is_set_so(odd: Page) -> None:
    directions = "(at) => getComputedStyle(document.querySelector(at)).direction"
    assert odd.evaluate(directions, "h1") == "rtl"
    assert odd.evaluate(directions, ".cb-verdict__text") == "ltr"


def test_a_review_that_becomes_due_after_the_build_is_announced(
    browser: Browser, odd_address: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    banner = page.locator(".cb-banner[data-kind=due]")
    page.goto(f"{odd_address}/claims/odd/")
    assert banner.is_hidden()
    page.clock.set_fixed_time("2100-01-02T12:00:00Z")
    page.reload()
    banner.wait_for(state="visible")
    context.close()


def test_what_is_tapped_is_large_enough(visit: Begin) -> None:
    page = visit(viewport=NARROW, has_touch=True).open(CLAIM)
    small = page.evaluate(
        """() => [...document.querySelectorAll(
            ".cb-doors a, .cb-links :is(a, button), .cb-back a, .cb-ledger a, .cb-map summary")]
          .filter((each) => each.offsetParent)
          .filter((each) => {
            const { width, height } = each.getBoundingClientRect();
            return width < 24 || height < 24;
          }).map((each) => each.outerHTML)"""
    )
    assert small == []


def test_every_format_of_the_citation_is_shown_in_place(visit: Begin) -> None:
    page = listening(visit(permissions=["clipboard-read", "clipboard-write"]).open(CLAIM))
    page.get_by_role("link", name="All formats").click()
    shown = page.locator(".cb-way")
    page.get_by_label("Format").select_option("BibTeX")
    expect(shown).to_contain_text("@misc{disney-planned-1bn-investment-in-openai,")
    page.get_by_label("Cite", exact=True).select_option(index=1)
    expect(shown).to_contain_text("Disney's")
    page.locator(".cb-ways").get_by_role("button", name="Copy").click()
    page.locator(".cb-ways").get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == shown.text_content()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click()
    assert download.value.suggested_filename.endswith(".bib")
    assert Path(download.value.path()).read_text("utf-8") == shown.text_content()
    assert page.get_by_role("link", name="Show it on your site").is_visible()


def test_a_citation_that_comes_late_replaces_no_other(visit: Begin) -> None:
    page = visit().open(CLAIM)
    held: list[Route] = []
    page.route("**/sources/*/cite/", lambda route: held.append(route))  # noqa: PLW0108
    page.get_by_role("link", name="All formats").click()
    shown, cited = page.locator(".cb-way"), page.get_by_label("Cite", exact=True)
    of_check = shown.text_content()
    with page.expect_request("**/sources/*/cite/"):
        cited.select_option(index=cited.locator("option").count() - 1)
    cited.select_option(index=0)
    with page.expect_event("requestfinished"):
        held[0].continue_()
    assert page.evaluate("fetch(location.href).then((answer) => answer.text())")
    assert shown.text_content() == of_check


def test_a_citation_that_does_not_come_is_looked_for_on_its_page(visit: Begin) -> None:
    made = visit()
    page = made.open(CLAIM)
    page.route("**/sources/*/cite/", lambda route: route.abort(), times=1)
    page.get_by_role("link", name="All formats").click()
    cited = page.get_by_label("Cite", exact=True)
    cited.wait_for()
    cited.select_option(index=cited.locator("option").count() - 1)
    page.wait_for_url("**/sources/*/cite/")
    # Of what was not answered.
    made.complaints.pop()


def test_formats_stand_on_a_page_for_those_without_scripts(visit: Begin) -> None:
    page = visit(java_script_enabled=False).open(CLAIM)
    page.get_by_role("link", name="All formats").click()
    assert page.url.endswith(f"{CLAIM}cite/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").first.click()
    assert Path(download.value.path()).read_text("utf-8").startswith("@misc{")
    page.get_by_role("link", name="Back to the fact-check").click()
    assert page.url.endswith(CLAIM)


def test_who_comes_for_another_version_is_told(visit: Begin) -> None:
    page = visit().open(CLAIM)
    version = page.locator("#version").get_attribute("href") or ""
    told = page.get_by_text("another version of this page")
    for same in (version, version[:-3]):
        page.goto(page.url.partition("?")[0] + same)
        expect(page.get_by_role("button", name="Copy", exact=True)).to_be_visible()
        assert told.count() == 0
    page.goto(page.url.partition("?")[0] + "?version=0123456789ab")
    told.wait_for()
    page.get_by_role("link", name="What has changed").click()
    assert page.url.endswith("#history")


def test_a_card_in_another_page_says_that_its_rating_has_changed(visit: Begin) -> None:
    visitor = visit()
    page = visitor.open(CLAIM.replace("claims/", "embed/"))
    expect(page.get_by_role("link", name="Read the whole fact-check")).to_be_visible()
    assert page.locator(".cb-embed__was:visible").count() == 0
    visitor.open(f"{CLAIM.replace('claims/', 'embed/')}#rated-true")
    assert page.locator(".cb-embed__was:visible").count() == 0
    visitor.open(f"{CLAIM.replace('claims/', 'embed/')}#rated-false")
    assert page.locator(".cb-embed__was:visible").inner_text() == (
        "When this was embedded, our rating was “False”. It is now “True”."
    )


def test_what_reference_managers_find_takes_no_room(visit: Begin) -> None:
    page = listening(visit().open(CLAIM))
    page.get_by_role("button", name="Copy", exact=True).wait_for()
    spans = page.locator("span.Z3988")
    assert spans.count() == 1 + page.locator(".cb-sources > li").count()
    before = page.locator(".cb-claim").bounding_box()
    spans.evaluate_all("found => found.forEach((each) => each.remove())")
    assert page.locator(".cb-claim").bounding_box() == before
    assert "Z39.88" not in page.locator(".cb-claim").aria_snapshot()
