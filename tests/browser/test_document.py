"""Reading a text under check in a browser: notes, filter, keys, phone, print, without scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Visit
from tests.browser.test_axe import ALL_RULES, SOME_RULES, switch_to, violations

pytestmark = pytest.mark.browser
Begin = Callable[..., Visit]

ARTICLE = "documents/sora-article/"
WIDE = {"width": 1400, "height": 900}
FALSE = "disney-quote-as-printed-launch-video-operations"

_BOXES = """(selector) => [...document.querySelectorAll(selector)].map((each) => {
  const { left, right, top, bottom } = each.getBoundingClientRect();
  return [left, right, top, bottom];
}).filter(([left, right]) => right > left)"""


def overlaps(boxes: list[list[float]]) -> list[tuple[list[float], list[float]]]:
    """Pairs of boxes that share more than an edge."""
    return [
        (one, other)
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
        if one[0] < other[1] - 1
        and other[0] < one[1] - 1
        and one[2] < other[3] - 1
        and other[2] < one[3] - 1
    ]


def ready(page: Page) -> Page:
    """The same page once its script has run; before that, numbers are links to the list."""
    expect(page.locator(".cb-ref").last).to_have_attribute("role", "button")
    expect(page.get_by_role("button", name="Show only").first).to_be_visible()
    return page


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.dataset.n ?? document.activeElement.hash"))


@pytest.mark.parametrize("width", [1400, 1225, 975])
def test_notes_stand_beside_their_statements_and_never_overlap(visit: Begin, width: int) -> None:
    page = visit(viewport={**WIDE, "width": width}).open(ARTICLE)
    notes = page.evaluate(_BOXES, ".cb-aside")
    assert len(notes) == 24
    assert overlaps(notes) == []
    text = page.evaluate(_BOXES, ".cb-part > p")
    assert max(right for _, right, _, _ in text) < min(left for left, _, _, _ in notes)
    assert max(right for _, right, _, _ in notes) <= page.evaluate("innerWidth")
    numbers = page.evaluate(_BOXES, ".cb-ref")
    # None begins above its statement; in a dense passage they run late, by less than a screen.
    pairs = zip(sorted(notes, key=lambda each: each[2]), numbers, strict=True)
    late = [note[2] - number[2] for note, number in pairs]
    assert min(late) > -40
    assert max(late) < WIDE["height"] / 2


def test_a_measure_is_easy_to_read(visit: Begin) -> None:
    page = visit(viewport=WIDE).open(ARTICLE)
    width = page.evaluate(
        """() => {
          const paragraph = document.querySelector(".cb-part > p");
          const sample = document.createElement("span");
          sample.textContent = "the quick brown fox jumps over a lazy dog and then it rests";
          paragraph.append(sample);
          const one = sample.getBoundingClientRect().width / sample.textContent.length;
          sample.remove();
          return paragraph.getBoundingClientRect().width / one;
        }"""
    )
    assert 60 <= width <= 70


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["desktop", "phone"])
def test_a_note_opens_where_the_statement_stands(visit: Begin, viewport: dict[str, int]) -> None:
    page = ready(visit(viewport=viewport).open(ARTICLE))
    number = page.locator(f".cb-ref[data-at='passage-{FALSE}']")
    expect(number).to_have_attribute("aria-expanded", "false")
    number.click()
    note = page.locator("#cb-open-note")
    expect(note).to_contain_text("the opposite")
    expect(number).to_have_attribute("aria-expanded", "true")
    expect(number).to_be_focused()
    below = note.bounding_box()
    assert below
    assert overlaps([*page.evaluate(_BOXES, ".cb-aside"), *page.evaluate(_BOXES, ".cb-ref")]) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    page.keyboard.press("Tab")
    expect(note.get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#cb-open-note .cb-aside__more")).to_have_count(0)
    expect(number).to_be_focused()
    expect(number).to_have_attribute("aria-expanded", "false")


@pytest.mark.slow
def test_nothing_that_is_opened_or_chosen_breaks_a_rule(visit: Begin) -> None:
    page = ready(visit(viewport=PHONE, color_scheme="light", reduced_motion="reduce").open(ARTICLE))
    page.get_by_role("button", name="Show only: Mostly true").click()
    page.locator(".cb-ref[data-n='5']").click()
    assert list(violations(page, ALL_RULES)) == []
    switch_to(page, "dark", "slate")
    assert list(violations(page, SOME_RULES)) == []
    page.get_by_role("radio", name="all 15").check()
    page.locator(".cb-text .cb-fref").nth(3).click()
    assert list(violations(page, SOME_RULES)) == []


def test_a_finger_may_touch_the_words(visit: Begin) -> None:
    page = ready(visit(viewport=PHONE, has_touch=True).open(ARTICLE))
    page.locator(f"mark#passage-{FALSE}").tap()
    expect(page.locator("#cb-open-note")).to_contain_text("the opposite")
    page.locator(f"mark#passage-{FALSE}").tap()
    expect(page.locator("[data-open]")).to_have_count(0)


def test_keys_lead_from_one_statement_to_the_next(visit: Begin) -> None:
    page = ready(visit(viewport=WIDE).open(ARTICLE))
    page.get_by_role("button", name="First statement").press("Enter")
    assert focused(page) == "1"
    steps = (("n", "2"), ("u", "#gap-1"), ("u", "7"), ("p", "6"), ("u", "7"), ("u", "#gap-2"))
    for key, number in (*steps, ("p", "12"), ("n", "13")):
        page.keyboard.press(key)
        assert focused(page) == number
    expect(page.locator(".cb-ref[data-n='13']")).to_be_in_viewport()


def test_ratings_are_read_alone(visit: Begin) -> None:
    page = ready(visit(viewport=WIDE).open(ARTICLE))
    unproven = page.get_by_role("button", name="Show only: Unproven 2")
    expect(unproven).to_have_attribute("aria-pressed", "false")
    unproven.click()
    expect(unproven).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("status").filter(has_text="2 of 24")).to_be_visible()
    assert len(page.evaluate(_BOXES, ".cb-ref")) == len(page.evaluate(_BOXES, ".cb-aside")) == 2
    page.get_by_role("button", name="First statement").click()
    page.keyboard.press("n")
    assert focused(page) == "22"
    unproven.click()
    assert len(page.evaluate(_BOXES, ".cb-ref")) == 24


def test_faults_of_the_translation_are_a_layer(visit: Begin) -> None:
    page = ready(visit(viewport=WIDE).open(ARTICLE))
    likely = page.locator(".cb-text .cb-grave").filter(has_text="to exit")
    expect(likely).to_be_visible()
    struck = page.locator(".cb-text del", has_text="to launch")
    line = "(each) => getComputedStyle(each).textDecorationLine"
    line_through = "line-through"
    assert struck.evaluate(line) == line_through
    cosmetic = page.locator(".cb-text .cb-likely").filter(has_text="those computing")
    expect(cosmetic).to_be_hidden()
    page.get_by_role("radio", name="all 15").check()
    expect(cosmetic).to_be_visible()
    assert page.locator(".cb-text del", has_text="these calculated").evaluate(line) == line_through
    page.get_by_role("radio", name="none").check()
    expect(likely).to_be_hidden()
    assert struck.evaluate(line) == "none"
    page.get_by_role("radio", name="3 in statements that are not true").check()
    page.locator(".cb-fref[href='#fault-i']").click()
    expect(page.locator("#cb-open-note")).to_contain_text("The meaning is reversed")


def test_a_link_leads_to_a_statement_and_lights_it(visit: Begin) -> None:
    page = visit(viewport=WIDE, java_script_enabled=False).open(f"{ARTICLE}#passage-{FALSE}")
    passage = page.locator(f"#passage-{FALSE}")
    expect(passage).to_be_in_viewport()
    others = page.locator("mark[data-s='1']").first
    colour = "(each) => getComputedStyle(each).backgroundColor"
    assert passage.evaluate(colour) != others.evaluate(colour)


def test_without_scripts_numbers_lead_to_the_list_and_back(visit: Begin) -> None:
    page = visit(viewport=PHONE, java_script_enabled=False).open(ARTICLE)
    page.locator(f".cb-ref[data-at='passage-{FALSE}']").click()
    row = page.locator(f"#claim-{FALSE}")
    expect(row).to_be_in_viewport()
    expect(row).to_contain_text("the opposite")
    row.get_by_role("link", name="Back to claim").click()
    expect(page.locator(f"#passage-{FALSE}")).to_be_in_viewport()
    expect(page.locator(".cb-reading")).to_be_hidden()
    expect(page.get_by_role("button", name="Show only")).to_have_count(0)


def test_a_printed_text_says_its_ratings_in_words(visit: Begin) -> None:
    page = visit(viewport=WIDE).open(ARTICLE)
    page.emulate_media(media="print")
    number = page.locator(f".cb-ref[data-at='passage-{FALSE}']")
    assert "False" in number.inner_text()
    expect(page.locator(".cb-aside").first).to_be_hidden()
    expect(page.locator(f"#claim-{FALSE}")).to_contain_text("the opposite")
    expect(page.locator(".cb-reading")).to_be_hidden()


def test_it_is_in_reach_on_a_narrow_page(visit: Begin) -> None:
    page = visit(viewport={"width": 320, "height": 640}).open(ARTICLE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    sizes = page.evaluate(
        """() => [...document.querySelectorAll(".cb-glance :is(a, button), .cb-switch label")]
          .map((each) => each.getBoundingClientRect().height)"""
    )
    assert min(sizes) >= 24
