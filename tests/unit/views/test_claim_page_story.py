"""What a claim page tells of before and after: warnings, story line, history, evidence map."""

from datetime import date

import pytest

from claimbook.fragment import UrlStyle
from claimbook.render import Renderer
from claimbook.site import Site
from claimbook.values import Stance
from claimbook.views.evidence_figure import fitted
from claimbook.views.evidence_map import ROW, TOP, layout
from tests.unit.views.making import (
    SETTINGS,
    PageReader,
    Tag,
    claim_text,
    corpus_of,
    site_of,
    words,
)

FOR, AGAINST = frozenset({Stance.SUPPORTS}), frozenset({Stance.CONTRADICTS})
BOTH = FOR | AGAINST


def page_on(day: date, review: str) -> PageReader:
    corpus = corpus_of({"bridge.yml": claim_text(review=review)})
    site = Site(corpus, SETTINGS, UrlStyle(), Renderer(), day)
    return PageReader(site.claim_fragment("bridge").body)


@pytest.mark.parametrize(
    ("by", "last", "is_past"),
    [
        ("2026-11-21", "2026-11-21", True),
        ("2026-11-22", "2026-11-22", False),
        ("2026-10", "2026-10-31", True),
        ("2026-11", "2026-11-30", False),
        ("2026", "2026-12-31", False),
    ],
)
def test_a_review_that_is_due_is_announced(by: str, last: str, is_past: bool) -> None:
    review = f"  reviewed: 2026-01-01\n  review_by: {by}\n"
    banner = page_on(date(2026, 11, 22), review).one("div", data_kind="due")
    assert banner["data-cb-due"] == last
    assert (banner.get("hidden") is None) == is_past
    assert words(banner.text).endswith("what it says may have changed since.")


def test_what_was_withdrawn_is_not_reviewed_again() -> None:
    more = "withdrawn: {date: 2026-05-02, reason: Forged.}"
    review = "  reviewed: 2026-01-01\n  review_by: 2026-02\n"
    site = site_of({"bridge.yml": claim_text(more=more, review=review)})
    page = PageReader(site.claim_fragment("bridge").body)
    assert not page.find("div", data_kind="due")
    assert "Next review due" not in page.one("ol", class_="cb-history").text


SMALL = """\
  corrections:
    - {date: 2026-05-01, wrong: A name., now: Another.}
    - {date: 2026-06-01, wrong: A date., now: Another.}
"""


def test_corrections_that_left_the_rating_lead_down_in_one_line() -> None:
    page = PageReader(
        site_of({"bridge.yml": claim_text(review=SMALL)}).claim_fragment("bridge").body
    )
    assert not page.find("div", data_kind="corrected")
    (line,) = (tag for tag in page.links if tag["href"] == "#corrections" and "," in tag.text)
    assert line.text == "2 corrections, the last 1 June 2026, rating unchanged"


EVENTS = """\
  reviewed: 2026-04-01
  review_by: 2027-04
  corrections:
    - {date: 2026-05-01, wrong: W., now: N., rating_before: false, rating_after: true}
    - {date: 2026-06-01, wrong: W., now: N.}
"""


def test_the_history_tells_everything_that_bears_a_date() -> None:
    more = (
        "claimed: 1932-03-19\n"
        "appearances:\n"
        "  - source: {title: Morgenblatt, language: de, published: 1932-03-20}\n"
        "withdrawn: {date: 2026-07-01, reason: Forged.}\n"
    )
    site = site_of({"bridge.yml": claim_text(more=more, review=EVENTS)})
    page = PageReader(site.claim_fragment("bridge").body)
    assert words(page.one("ol", class_="cb-history").text) == (
        "19 March 1932 Claim made "
        "20 March 1932 First appearance Morgenblatt "
        "1 April 2026 Reviewed "
        "1 May 2026 Corrected, rating changed "
        "1 June 2026 Corrected "
        "1 July 2026 Withdrawn"
    )
    assert page.one("cite", lang="de", dir="auto").text == "Morgenblatt"


def chain(length: int) -> dict[str, str]:
    """Claims of which each follows the one before."""
    return {
        f"c{number:02}.yml": claim_text(
            more=f"title: Step {number}\nclaimed: {2000 + number}\n"
            + (f"related: {{follows: [c{number - 1:02}]}}" if number > 1 else "")
        )
        for number in range(1, length + 1)
    }


def story(files: dict[str, str], name: str) -> list[Tag]:
    page = PageReader(site_of(files).claim_fragment(name).body)
    return [tag for tag in page.find("li") if tag.get("data-tone") is not None]


def test_a_story_goes_through_all_that_hangs_together_in_order() -> None:
    files = chain(3)
    files["c04.yml"] = claim_text(more="title: Old\nclaimed: 1990\nrelated: {superseded_by: [c02]}")
    steps = story(files, "c03")
    assert [words(tag.text) for tag in steps] == [
        "1 1990 Old True superseded by no. 3",
        "2 2001 Step 1 True",
        "3 2002 Step 2 True follows no. 2",
        "4 2003 this page Step 3 True follows no. 3",
    ]
    assert [tag.get("aria-current") for tag in steps] == [None, None, None, "true"]


def test_a_story_shows_the_nearest_nine_and_says_so() -> None:
    files = chain(30)
    steps = [words(tag.text).split(" ")[1] for tag in story(files, "c15")]
    assert steps == [str(year) for year in range(2010, 2020)]
    body = site_of(files).claim_fragment("c15").body
    assert "Only the nearest claims of this story are shown." in body
    assert "Only the nearest" not in site_of(chain(10)).claim_fragment("c05").body


def test_on_one_day_what_follows_stands_below() -> None:
    files = {
        "a.yml": claim_text(more="title: Then\nclaimed: 2001\nrelated: {follows: [b]}"),
        "b.yml": claim_text(more="title: First\nclaimed: 2001"),
    }
    assert [words(tag.text).split(" ")[2] for tag in story(files, "b")] == ["this", "Then"]


def test_on_one_day_the_superseded_and_all_that_is_followed_stand_above() -> None:
    files = {
        "a.yml": claim_text(more="title: Last\nclaimed: 2001\nrelated: {follows: [d, b]}"),
        "b.yml": claim_text(more="title: New\nclaimed: 2001"),
        "c.yml": claim_text(more="title: Old\nclaimed: 2001\nrelated: {superseded_by: [b]}"),
        "d.yml": claim_text(more="title: First\nclaimed: 2001"),
    }
    steps = [words(tag.text).split(" ")[2] for tag in story(files, "a")]
    assert steps == ["Old", "New", "First", "this"]


def test_a_claim_that_follows_what_superseded_it_is_shown_all_the_same() -> None:
    files = {
        "a.yml": claim_text(more="claimed: 2001\nrelated: {follows: [b], superseded_by: [b]}"),
        "b.yml": claim_text(more="claimed: 2001"),
    }
    assert len(story(files, "b")) == 2


def test_a_relation_told_from_both_ends_makes_two_steps() -> None:
    files = {
        "a.yml": claim_text(more="related: {superseded_by: [b]}"),
        "b.yml": claim_text(more="related: {follows: [a]}"),
    }
    assert len(story(files, "a")) == 2


def test_a_claim_of_the_story_is_not_listed_again() -> None:
    files = chain(2)
    page = PageReader(site_of(files).claim_fragment("c01").body)
    assert "What came after" not in [tag.text for tag in page.find("h3")]


def test_the_map_sets_sources_of_one_origin_together() -> None:
    made = layout(((FOR, BOTH), (AGAINST,)))
    first = TOP + ROW / 2
    assert made.sources == (first, first + ROW, first + 2 * ROW)
    assert made.origins == (first + ROW / 2, first + 2 * ROW)
    assert [(each.stance, each.y) for each in made.ports] == [
        (Stance.SUPPORTS, first + ROW / 2),
        (Stance.CONTRADICTS, first + 3 * ROW / 2),
    ]
    assert [(each.start, each.stance) for each in made.strands] == [
        (made.origins[0], "supports"),
        (made.origins[0], "contradicts"),
        (made.origins[1], "contradicts"),
    ]
    assert made.height == TOP + 3 * ROW


def test_the_map_has_room_for_more_stances_than_sources() -> None:
    made = layout(((frozenset(Stance),),))
    assert made.body == len(Stance) * ROW
    assert made.sources == (TOP + made.body / 2,)


def pieces(count: int) -> str:
    return "".join(
        f"  - source: {{title: Paper {n}, publisher: House {n}}}\n    stance: contradicts\n"
        for n in range(count)
    )


def figure(count: int) -> PageReader:
    text = claim_text() + pieces(count)
    return PageReader(site_of({"bridge.yml": text}).claim_fragment("bridge").body)


def test_the_map_is_drawn_named_and_told_in_words() -> None:
    page = figure(1)
    caption = "How 2 sources, of 2 independent origins, bear on the claim."
    named = page.one("figcaption", id=page.one("svg", role="img")["aria-labelledby"])
    assert named.text.startswith(f"{caption} Sources that go back to one ")
    assert [words(tag.text) for tag in page.find("text")][3:] == [
        *("for", "against", "1City Archive", "2House 0"),
    ]
    rows = words(page.one("details").text)
    assert rows == "The map in words 1 City Archive: for 2 House 0: against"


def test_one_source_needs_no_map() -> None:
    assert not figure(0).find("svg", role="img")


def test_a_map_of_many_sources_says_what_it_leaves_out() -> None:
    page = figure(15)
    assert len(page.find("tspan", x="19")) == 12
    assert "The first 12 of 16 sources are drawn." in page.one("figcaption").text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("City Archive", "City Archive"),
        ("The Intercontinental Gazette", "The Intercontinent…"),
        ("人民日報人民日報人民日報", "人民日報人民日報…"),
    ],
)
def test_names_are_as_long_as_there_is_room(name: str, shown: str) -> None:
    assert fitted(name) == shown
