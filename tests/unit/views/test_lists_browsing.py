"""The ways through a publication: index of facets, timeline, changes, due reviews, jumps."""

from itertools import pairwise

from claimbook.fragment import Fragment
from tests.unit.views.making import SETTINGS, PageReader, claim_text, site_of, words


def pages_of(files: dict[str, str], per_page: int = 50) -> dict[str, Fragment]:
    settings = type(SETTINGS)(publication=SETTINGS.publication, per_page=per_page)
    return {each.location: each for each in site_of(files, settings).fragments()}


def outline(page: Fragment) -> list[str]:
    """Headings below the title and titles of claims, in the order of the page."""
    wanted = {"h2", "h3"}
    return [
        f"{'#' * int(tag.name[1])} {words(tag.text)}" if tag.name in wanted else words(tag.text)
        for tag in PageReader(page.body).tags
        if tag.name in wanted or tag.get("class") == "cb-row__title"
    ]


def test_all_claims_can_be_entered_by_rating_year_topic_and_claimant() -> None:
    files = {
        "a.yml": claim_text("A.", rating="false", more="claimed: 2001\ntopics: [bridges]"),
        "b.yml": claim_text("B.", claimant="Amy", more="claimed: 2001-05"),
        "c.yml": claim_text("C.", claimant="Amy", more="claimed: 2020"),
        "topics.yml": "bridges: Bridges\nboats: Boats\n",
    }
    pages = pages_of(files)
    page = PageReader(pages["claims/index"].body)
    facets = {tag["aria-label"]: tag for tag in page.find("nav", class_="cb-facet")}
    assert {name: words(tag.text) for name, tag in facets.items()} == {
        "Ratings": "Ratings True 2 False 1 The rating scale",
        "Years": "Years 2020 1 2001 2 All years",
        "Topics": "Topics Bridges 1 All topics",
        "Claimants": "Claimants Amy 2 City Council 1 All claimants",
    }
    hrefs = [tag["href"].removeprefix("../").rstrip("/") for tag in page.links]
    assert {"ratings/false", "years/2001", "topics/bridges", "claimants/amy"} <= set(hrefs)
    assert {"ratings", "years", "topics", "claimants"} <= set(hrefs)


def test_claimants_above_all_claims_are_no_ranking() -> None:
    files = {
        f"{name}-{n}.yml": claim_text(claimant=f"{name} Z")
        for number, name in enumerate(("zoe", "amy", "bob"))
        for n in range(3 - number)
    }
    page = PageReader(pages_of(files)["claims/index"].body)
    facet = page.one("nav", aria_label="Claimants")
    assert words(facet.text) == "Claimants amy Z 2 bob Z 1 zoe Z 3 All claimants"


TIMES = {
    "day.yml": claim_text("Day.", more="claimed: 2020-05-03"),
    "later.yml": claim_text("Later.", more="claimed: 2020-05-30"),
    "month.yml": claim_text("Month.", more="claimed: 2020-01"),
    "year.yml": claim_text("Year.", more="claimed: 2020"),
    "old.yml": claim_text("Old.", more="claimed: 1999-12-31"),
    "none.yml": claim_text("None."),
}


def test_the_timeline_is_read_from_the_newest() -> None:
    assert outline(pages_of(TIMES)["timeline/index"]) == [
        *("## 2020", "### May 2 claims", "Later.", "Day."),
        *("### January 1 claim", "Month.", "### Month not known 1 claim", "Year."),
        *("## 1999", "### December 1 claim", "Old."),
        *("## Date not known", "None."),
    ]


def test_the_timeline_is_read_from_the_oldest_and_keeps_the_undated_last() -> None:
    assert outline(pages_of(TIMES)["timeline/oldest/index"]) == [
        *("## 1999", "### December 1 claim", "Old."),
        *("## 2020", "### January 1 claim", "Month."),
        *("### May 2 claims", "Day.", "Later.", "### Month not known 1 claim", "Year."),
        *("## Date not known", "None."),
    ]


def test_years_of_the_timeline_can_be_jumped_to_on_whichever_page_they_begin() -> None:
    pages = pages_of(TIMES, per_page=2)
    jumps = PageReader(pages["timeline/page/2"].body).one("nav", class_="cb-jumps")
    assert words(jumps.text) == "Jump to 2020 1999 Date not known"
    links = [
        tag["href"] for tag in PageReader(pages["timeline/page/2"].body).links if "#" in tag["href"]
    ]
    assert links == [
        "../../../timeline/#y2020",
        "../../../timeline/page/3/#y1999",
        "../../../timeline/page/3/#undated",
    ]
    assert {"y1999", "undated"} <= set(PageReader(pages["timeline/page/3"].body).ids)
    assert outline(pages["timeline/page/2"])[:2] == ["## 2020", "### January 1 claim"]


REVIEWS = {
    "a.yml": claim_text("A.", review="  reviewed: 2026-03-02T10:00Z"),
    "b.yml": claim_text("B.", review="  reviewed: 2026-03-02"),
    "c.yml": claim_text(
        "C.",
        review="  reviewed: 2026-01-01\n  corrections:\n"
        "    - {date: 2026-03-02, wrong: A slip., now: Mended.}\n"
        "    - {date: 2026-03-02, wrong: Another., now: Mended.}",
    ),
    "d.yml": claim_text("D.", more="withdrawn: {date: 2026-03-02, reason: Forged.}"),
}


def test_reviews_corrections_and_withdrawals_have_equal_rank() -> None:
    assert outline(pages_of(REVIEWS)["changes/index"]) == [
        "## 2 March 2026",
        *("### Corrected 1 claim", "C."),
        *("### Withdrawn 1 claim", "D."),
        *("### Reviewed 2 claims", "A.", "B."),
        "## 1 January 2026",
        *("### Reviewed 1 claim", "C."),
    ]


def test_a_day_that_goes_on_overleaf_is_named_again() -> None:
    pages = pages_of(REVIEWS, per_page=3)
    assert outline(pages["changes/page/2"])[:3] == [
        *("## 2 March 2026", "### Reviewed 2 claims", "B."),
    ]


def test_publications_without_a_review_say_so() -> None:
    page = PageReader(pages_of({"a.yml": claim_text()})["changes/index"].body)
    assert words(page.one("p", class_="cb-empty").text).startswith("No review bears a date yet")


def test_reviews_are_due_when_their_day_is_certainly_past() -> None:
    # The tests' own day is 22 November 2026.
    files = {
        "past.yml": claim_text("Past.", review="  review_by: 2026-11-21"),
        "longer.yml": claim_text("Longer.", review="  review_by: 2026-10"),
        "today.yml": claim_text("Today.", review="  review_by: 2026-11-22"),
        "month.yml": claim_text("Month.", review="  review_by: 2026-11"),
        "open.yml": claim_text("Open."),
        "gone.yml": claim_text(
            "Gone.", review="  review_by: 2020", more="withdrawn: {date: 2025, reason: Forged.}"
        ),
    }
    fragment = pages_of(files)["due/index"]
    assert outline(fragment) == [
        *("## Past its date", "### October 2026 1 claim", "Longer."),
        *("### 21 November 2026 1 claim", "Past."),
        *("## Coming up", "### 22 November 2026 1 claim", "Today."),
        *("### November 2026 1 claim", "Month."),
    ]
    assert "2 claims have no date for another look." in fragment.body
    notes = {
        tag["data-cb-due"]: tag.get("hidden") is None
        for tag in PageReader(fragment.body).find("span", class_="cb-row__note")
    }
    assert notes == {
        "2026-10-31": True,
        "2026-11-21": True,
        "2026-11-22": False,
        "2026-11-30": False,
    }


def test_that_nothing_is_due_is_said() -> None:
    files = {"a.yml": claim_text("A.", review="  review_by: 2027")}
    fragment = pages_of(files)["due/index"]
    assert "No review was past its date when this site was built." in fragment.body
    assert outline(fragment) == ["## Past its date", "## Coming up", "### 2027 1 claim", "A."]
    nothing = PageReader(pages_of({"a.yml": claim_text()})["due/index"].body)
    assert len(nothing.find("p", class_="cb-empty")) == 2


def test_corrections_stand_under_their_years_with_a_way_to_each() -> None:
    files = {
        f"c{n}.yml": claim_text(
            f"C{n}.", review=f"  corrections: [{{date: 202{n}-01, wrong: A slip., now: Mended.}}]"
        )
        for n in (4, 5, 6)
    }
    pages = pages_of(files, per_page=2)
    assert outline(pages["corrections/index"]) == ["## 2026", "C6.", "## 2025", "C5."]
    links = [tag["href"] for tag in PageReader(pages["corrections/index"].body).links]
    assert "../corrections/page/2/#y2024" in links
    assert pages["corrections/page/2"].title == "Corrections, page 2"


def test_no_two_pages_of_a_publication_share_a_title() -> None:
    files = TIMES | REVIEWS | {"e.yml": claim_text("E.", review="  review_by: 2027")}
    pages = pages_of(files, per_page=1)
    lists = sorted(
        each.title for at, each in pages.items() if at.startswith(("claims/index", "browse/"))
    )
    others = sorted(
        each.title
        for at, each in pages.items()
        if at.split("/")[0] in {"timeline", "changes", "due", "corrections", "sources", "years"}
    )
    for titles in (lists, others):
        assert len(titles) > 2
        assert [pair for pair in pairwise(titles) if pair[0] == pair[1]] == []


def test_what_changed_is_shown_elsewhere_with_the_way_to_all_changes() -> None:
    page = PageReader(site_of(REVIEWS).embed("changes", "2", "index"))
    whats = [words(tag.text) for tag in page.find("p", class_="cb-changes__date")]
    assert whats == ["2 March 2026 Corrected", "2 March 2026 Corrected"]
    assert page.one("p", class_="cb-more").text.strip() == "All changes, new reviews among them"
    assert page.find("a", href="./changes/")


def test_topics_and_years_of_five_claims_count_their_ratings_once() -> None:
    more = "claimed: 2001\ntopics: [bridges]"
    files = {
        "topics.yml": "bridges: Bridges\n",
        "z.yml": claim_text("Z.", rating="false", more=more),
    }
    files |= {f"c{n}.yml": claim_text(f"C{n}.", more=more) for n in range(4)}
    for place in ("topics/bridges", "years/2001"):
        pages = pages_of(files, per_page=3)
        table = PageReader(pages[place].body).one("table", class_="cb-bars")
        assert words(table.text) == "How we rated these 5 claims RatingNumber True4 False1"
        assert "cb-bars" not in pages[f"{place}/2"].body
        few = pages_of({name: text for name, text in files.items() if name != "z.yml"})
        assert "cb-bars" not in few[place].body
