"""However a page is read: without scripts, by keys, large, printed, in the reader's colours."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from mkdocs_claimbook.host import build
from tests.browser.conftest import PHONE, Visit
from tests.browser.page_types import page_types
from tests.browser.serving import served

pytestmark = pytest.mark.browser
Begin = Callable[..., Visit]
CLAIM = "claims/sora-2-launched-september-2025/"
# 1280 pixels at 400 %: what WCAG 1.4.10 asks for.
NARROW = {"width": 320, "height": 256}


@pytest.fixture(scope="module")
def packed(built_site: Path) -> Iterator[str]:
    """The site on a server of its own."""
    with served(built_site) as address:
        yield address


def sideways(page: Page) -> int:
    """How many pixels a page is wider than its window."""
    return page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth")


def test_nothing_scrolls_sideways_at_400_per_cent(
    browser: Browser, packed: str, built_site: Path
) -> None:
    page = browser.new_page(viewport=NARROW)
    wide: dict[str, int] = {}
    for path in page_types(built_site):
        page.goto(f"{packed}/{path}")
        page.evaluate(
            "document.querySelectorAll('details').forEach((each) => { each.open = true; })"
        )
        wide[path] = sideways(page)
    page.close()
    assert {path: over for path, over in wide.items() if over > 0} == {}


def test_every_kind_of_page_can_be_read_without_scripts(
    browser: Browser, packed: str, built_site: Path
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    short: list[str] = []
    for path in page_types(built_site):
        page.goto(f"{packed}/{path}")
        expect(page.locator("main h1")).to_be_visible()
        if len(page.locator("main").inner_text()) < 60:
            short.append(path)
    context.close()
    assert short == []


@pytest.mark.parametrize("path", [CLAIM, "timeline/", "statistics/"])
def test_the_first_tab_leads_past_the_navigation_to_the_title(visit: Begin, path: str) -> None:
    page = visit().open(path)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_be_in_viewport()
    expect(skip).to_have_class(re.compile("md-skip"))
    page.keyboard.press("Enter")
    target = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert page.locator(f"main h1[id='{target}']").count() == 1


_FOCUS = """() => {
  const each = document.activeElement;
  if (!each || each === document.body) return null;
  const label = each.nextElementSibling;
  const look = () => {
    const parts = [];
    if (label?.localName === "label") parts.push(getComputedStyle(label).outlineStyle);
    for (let node = each, up = 0; node && up < 3; node = node.parentElement, up += 1) {
      for (const pseudo of [null, "::before", "::after"]) {
        const style = getComputedStyle(node, pseudo);
        parts.push(style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow,
          style.backgroundColor, style.borderColor, style.color, style.textDecorationLine);
      }
    }
    return parts.join(" ");
  };
  // A switch without a size of its own is shown by its label.
  const shown = each.offsetWidth || label?.localName !== "label" ? each : label;
  const box = shown.getBoundingClientRect();
  const name = `${each.localName}.${each.className} ${each.innerText ?? ""}`.slice(0, 80);
  const focused = look();
  each.blur();
  // In a field that text is typed into, the caret shows where one is.
  const isField = each.matches("input:is([type=text], [type=search], :not([type]))");
  const hasCaret = isField && !getComputedStyle(each).caretColor.endsWith(", 0)");
  const isSeen = (hasCaret || focused !== look()) && box.width > 0 && box.height > 0;
  return { name, isSeen, top: box.top + window.scrollY, index: each.tabIndex };
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_seen_wherever_it_goes(
    browser: Browser, packed: str, built_site: Path, scheme: str
) -> None:
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    unseen: dict[str, list[str]] = {}
    # Colours are the scheme's, so in the other one a few pages tell.
    for path in page_types(built_site) if scheme == "light" else ("", "claims/", CLAIM):
        page.goto(f"{packed}/{path}")
        stops = []
        for _ in range(50):
            page.keyboard.press("Tab")
            stop = page.evaluate(_FOCUS)
            if stop is None:
                break
            stops.append(stop)
        assert stops, path
        assert all(stop["index"] == 0 for stop in stops), path
        hidden = [stop["name"] for stop in stops if not stop["isSeen"]]
        if hidden:
            unseen[path] = hidden
    context.close()
    assert unseen == {}


def test_nothing_moves_for_those_who_asked_for_that(visit: Begin) -> None:
    page = visit(reduced_motion="reduce").open(CLAIM)
    moving = page.evaluate(
        """() => [...document.querySelectorAll("article, article *")].filter((each) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(each);
          const seconds = transitionDuration.split(",").map(parseFloat);
          return Math.max(...seconds) > 0 || animationName !== "none"
            || scrollBehavior === "smooth";
        }).map((each) => each.className)"""
    )
    assert moving == []


def test_ratings_keep_their_shape_in_forced_colours(visit: Begin) -> None:
    page = visit(forced_colors="active").open(CLAIM)
    mark = page.locator(".cb-verdict .cb-mark, .cb-mark").first
    drawn = mark.evaluate(
        """(each) => {
          const { color, backgroundColor } = getComputedStyle(each.querySelector("svg"));
          const shape = getComputedStyle(each, "::before");
          return [shape.backgroundColor, shape.borderTopColor, color, backgroundColor];
        }"""
    )
    background, border, icon, shown = drawn
    assert shown == icon
    assert icon not in {background, "rgba(0, 0, 0, 0)"}
    assert border != "rgba(0, 0, 0, 0)"
    expect(page.locator(".cb-verdict__label").first).to_be_visible()


def test_a_printed_claim_is_a_document(visit: Begin) -> None:
    page = visit().open(CLAIM)
    urls = page.eval_on_selector_all(
        "#sources ~ * a[href^='http'], .cb-sources a[href^='http']",
        "(all) => all.map((each) => each.href)",
    )
    assert urls
    page.emulate_media(media="print")
    for hidden in (".md-header", ".md-tabs", ".md-footer", ".md-sidebar"):
        for each in page.locator(hidden).all():
            expect(each).to_be_hidden()
    expect(page.locator(".cb-verdict__label").first).to_be_visible()
    written = page.evaluate(
        """() => [...document.querySelectorAll("article *")].map((each) =>
          [each.innerText ?? "", getComputedStyle(each, "::after").content].join(" ")).join(" ")"""
    )
    hosts = {re.sub(r"^https?://(?:www\\.)?", "", url).partition("/")[0] for url in urls}
    assert {host for host in hosts if host not in written} == set()


def test_printed_pages_are_numbered(visit: Begin) -> None:
    page = visit().open(CLAIM)
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") >= 1
    rules = page.evaluate(
        """() => [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
          .flatMap((rule) => [rule, ...(rule.cssRules ?? [])])
          .map((rule) => rule.cssText).filter((text) => text.startsWith("@page")).join(" ")"""
    )
    assert "counter(page)" in rules


RTL = """\
claim: افتتح الجسر في عام 1932.
language: ar
title: افتتاح الجسر
claimant: مجلس المدينة
review:
  rating: "true"
  verdict: The council’s minutes record the opening.
evidence:
  - stance: supports
    quote: The bridge was opened this morning.
    source: {title: Minutes, publisher: City Archive, standing: primary}
"""
LONG = (
    RTL.replace("افتتح الجسر في عام 1932.", "Donau" * 90 + ".")
    .replace("افتتاح الجسر", "W" * 70)
    .replace("language: ar\n", "")
)


@pytest.fixture(scope="module")
def unusual(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small site with a claim that runs from right to left, and one that is a single word."""
    root = tmp_path_factory.mktemp("unusual")
    for name, text in {
        "claims/bridge.yml": RTL,
        "claims/word.yml": LONG,
        "site_src/index.md": "# Home\n\nTwo claims.\n\n[[claimbook:latest 5]]\n",
        "claimbook.toml": "",
        "mkdocs.yml": (
            "site_name: Small\nsite_url: https://small.example/\ndocs_dir: site_src\n"
            "theme: {name: material, font: false}\nplugins: [claimbook]\n"
        ),
    }.items():
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "built").mkdir()
    assert build(root, root / "built", strict=False).succeeded
    with served(root / "built") as address:
        yield address


@pytest.mark.parametrize("path", ["claims/bridge/", "claims/word/", "claims/", "", "claimants/"])
def test_long_words_and_other_directions_break_no_page(
    browser: Browser, unusual: str, path: str
) -> None:
    page = browser.new_page(viewport=NARROW)
    page.goto(f"{unusual}/{path}")
    assert sideways(page) <= 0
    page.close()


def test_a_claim_from_right_to_left_stands_on_the_right(browser: Browser, unusual: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{unusual}/claims/bridge/")
    heading = page.locator("h1")
    assert heading.get_attribute("dir") == "auto" or heading.locator("[dir=auto]").count()
    assert (
        heading.evaluate(
            """(each) => getComputedStyle(each.querySelector("[dir]") ?? each).direction"""
        )
        == "rtl"
    )
    assert page.locator("h1[lang=ar], h1 [lang=ar]").count() == 1
    page.close()
