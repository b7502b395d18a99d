"""The page of statistics: what is counted, and how the page puts it."""

import pytest

from claimbook.settings import Publication, Settings
from tests.unit.views.making import PageReader, claim_text, own_files, site_of, words

SOURCES = """\
  - {source: paper, stance: context, quote: Some words., verify: {manual: Ann read it.}}
  - {source: paper, stance: context, quote: Other words., verify: {none: Cut out of a film.}}
"""


def page_of(files: dict[str, str], settings: Settings | None = None) -> PageReader:
    site = site_of(files, settings) if settings else site_of(files)
    (page,) = (each for each in site.fragments() if each.location == "statistics/index")
    return PageReader(page.body)


def lines(page: PageReader) -> list[str]:
    return [words(tag.text) for tag in page.tags if tag.name in {"caption", "p", "tr"}]


def bars(page: PageReader) -> dict[str, str]:
    """Every row of every table of bars: its numbers by its name."""
    rows = (tag for tag in page.find("tr"))
    found = [words(tag.text) for tag in rows]
    return {each.rstrip("0123456789%"): each[len(each.rstrip("0123456789%")) :] for each in found}


def test_nothing_published_is_said_and_not_drawn() -> None:
    page = page_of({})
    assert words(page.one("p", class_="cb-empty").text).startswith("Nothing can be counted yet")
    assert page.find("h2") == []
    assert page.find("svg") == []


def test_one_claim_has_numbers_and_no_chart_over_time() -> None:
    page = page_of({"a.yml": claim_text(more="claimed: 2001-02-03")})
    assert [tag.text for tag in page.find("h2")] == [
        *("Ratings", "Claims over time", "Reviews over time", "Sources", "Quotations"),
        *("Corrections", "Reviews due"),
    ]
    assert [tag["href"] for tag in page.links if tag["href"].startswith("#")] == [
        f"#{tag['id']}" for tag in page.find("h2")
    ]
    assert page.find("svg", role="img") == []
    assert "The rating given most often is True: 1 of 1 claim." in lines(page)
    assert "No review bears a date." in lines(page)


def test_ratings_are_counted_in_the_order_of_the_scale_and_withdrawn_ones_apart() -> None:
    files = {
        "a.yml": claim_text(rating="false"),
        "b.yml": claim_text(rating="true"),
        "c.yml": claim_text(rating="true", more="withdrawn: {date: 2025, reason: Forged.}"),
    }
    page = page_of(files)
    found = bars(page)
    assert {name: found[name] for name in ("True", "False", "Mixed", "Withdrawn")} == {
        "True": "1",
        "False": "1",
        "Mixed": "0",
        "Withdrawn": "1",
    }
    assert "No single rating is given most often." in lines(page)
    assert page.one("a", href="../ratings/true/").text == "True"
    assert [tag.text for tag in page.links if tag.text == "Withdrawn"] == []


def test_a_rating_that_a_scale_with_mistakes_has_lost_is_counted() -> None:
    files = {
        "scale.yml": "ratings: {odd: {label: Odd}}",
        "a.yml": claim_text(rating="odd", more="claimed: 2001-02-03"),
    }
    assert bars(page_of(files))["odd"] == "1"


def test_claims_over_time_leave_out_what_has_no_date_and_say_so() -> None:
    files = {
        f"c{number}.yml": claim_text(rating=rating, more=f"claimed: {year}")
        for number, (rating, year) in enumerate(
            [("true", 2001), ("true", 2001), ("false", 2001), ("true", 2004), ("true", 2009)]
        )
    }
    page = page_of({**files, "undated.yml": claim_text()})
    charts = page.find("svg", role="img")
    names = {tag["id"]: tag.text for tag in page.find("title")}
    assert [names[each["aria-labelledby"]] for each in charts] == [
        "All: 5 in 3 periods",
        "True: 4 in 3 periods",
        "False: 1 in one period",
    ]
    assert "Most fall into 2001: 3." in words(page.find("figcaption")[0].text)
    assert any("1 claim has no known date" in each for each in lines(page))
    rows = [words(tag.text) for tag in page.find("details")[0:1]]
    assert rows == ["The numbers as a table PeriodAllTrueFalse 2001321 2004110 2009110"]


def test_a_source_counts_once_and_a_quotation_as_often_as_it_is_used() -> None:
    files = {
        "a.yml": claim_text() + SOURCES,
        "b.yml": claim_text() + SOURCES,
        "sources/paper.yml": (
            "title: Paper\nstanding: secondary\nread_as: copy\n"
            "archives: [{url: 'https://archive.example/1', captured: 2025}]\n"
        ),
        "sources/unused.yml": "title: Unused\n",
    }
    page = page_of(files)
    found = bars(page)
    assert "3 sources, each counted once however many claims rest on it." in lines(page)
    assert {name: found[name] for name in ("Primary", "Secondary", "In a copy", "Kept")} == {
        "Primary": "267%",
        "Secondary": "133%",
        "In a copy": "133%",
        "Kept": "133%",
    }
    assert found["Compared by a person"] == found["Cannot be compared"] == "233%"
    assert found["No comparison on record"] == "233%"


def test_the_time_to_a_correction_is_measured_where_both_days_are_known() -> None:
    correction = "{{date: {}, wrong: A slip., now: Mended., rating_before: {}, rating_after: true}}"
    review = "  reviewed: {}\n  corrections: [{}]"
    days = {
        "a": ("2026-01-01", "2026-01-11", "mixed"),
        "b": ("2026-01-01", "2026-01-04", "true"),
        "c": ("2026-01", "2026-02-04", "true"),
        "d": ("2026-02-09", "2026-02-04", "true"),
    }
    files = {
        f"{name}.yml": claim_text(review=review.format(start, correction.format(end, before)))
        for name, (start, end, before) in days.items()
    }
    page = page_of(files)
    assert "4 corrections. 1 of them changed a rating." in lines(page)
    days_chart = page.one("svg", class_="cb-days")
    assert words(days_chart.text).startswith(
        "Half of them within 3 days, the quickest after 3 days, the slowest after 10 days."
    )
    assert len(page.find("circle")) == 2


def test_a_correction_that_names_one_rating_only_changed_none() -> None:
    correction = "{date: 2026-02-01, wrong: A slip., now: Mended., rating_after: true}"
    page = page_of({"a.yml": claim_text(review=f"  corrections: [{correction}]")})
    line = next(each for each in lines(page) if each.startswith("1 correction."))
    assert "changed a rating" not in line


def test_no_correction_is_no_proof() -> None:
    page = page_of({"a.yml": claim_text()})
    assert any("nobody has noticed it yet" in each for each in lines(page))
    assert page.find("svg", class_="cb-days") == []


def test_reviews_are_due_when_their_day_is_certainly_past() -> None:
    files = {
        name: claim_text(review=f"  review_by: {day}")
        for name, day in (
            ("a.yml", "2026-11-21"),
            ("b.yml", "2026-11-22"),
            ("c.yml", "2026-11"),
            ("d.yml", "2025"),
        )
    }
    gone = "withdrawn: {date: 2026, reason: Forged.}"
    withdrawn = {"e.yml": claim_text(review="  review_by: 2025", more=gone)}
    found = bars(page_of({**files, **withdrawn, "f.yml": claim_text()}))
    assert (found["Past their day"], found["Day lies ahead"], found["No day set"]) == (
        *("240%", "240%"),
        "120%",
    )


@pytest.mark.parametrize("language", ["en", "de"])
def test_our_own_numbers_stand_in_both_languages(language: str) -> None:
    page = page_of(own_files(), Settings(publication=Publication(language=language)))
    assert len(page.find("table")) >= 8
    assert page.problems == []
    assert len(page.ids) == len(set(page.ids))
