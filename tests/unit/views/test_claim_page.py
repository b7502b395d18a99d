"""What a reader finds on the page of a claim."""

from dataclasses import replace
from pathlib import Path

import pytest

from claimbook import render
from claimbook.fragment import UrlStyle
from claimbook.render import Renderer
from claimbook.search.page import marked
from claimbook.settings import Publication, Settings
from claimbook.site import Site
from tests.unit.views.making import PageReader, claim_text, site_of, words

SHARED = {
    "sources/wire.yml": "title: The wire\npublisher: News Agency\nstanding: primary\n",
    "sources/daily.yml": "title: The daily\npublisher: Daily\nderived_from: [wire]\n",
    "sources/blog.yml": "title: A blog\nlanguage: de\nurl: https://blog.example/\n",
}
CITED = """\
  analysis: |
    First the daily [@daily]. Then both
    [@blog, p. 4; @daily].
"""
EVIDENCE = """\
  - source: wire
    stance: contradicts
    quote: Geschlossen.
    locator: minute 3
  - source: blog
    stance: qualifies
    quote: "Nur teilweise."
"""


def page_of(text: str, name: str = "bridge", **files: str) -> PageReader:
    site = site_of({**SHARED, f"{name}.yml": text, **files})
    return PageReader(site.claim_fragment(name).body)


def test_sources_are_numbered_in_the_order_in_which_the_page_comes_to_them() -> None:
    page = page_of(claim_text(review=CITED) + EVIDENCE)
    entries = [tag for tag in page.find("li") if (tag.get("id") or "").startswith("source-")]
    assert [(tag["id"], words(tag.text).split(".")[0]) for tag in entries] == [
        ("source-1", "The daily"),
        ("source-2", "A blog"),
        ("source-3", "Minutes of 19 March 1932"),
        ("source-4", "The wire"),
    ]


def test_a_source_that_draws_on_an_inline_one_is_the_same_voice_there_and_in_the_ledger() -> None:
    evidence = """\
  - source: {id: letter, title: A letter, publisher: One}
    stance: supports
    says: It says so.
  - source: {title: A report, publisher: Other, derived_from: [letter]}
    stance: supports
    says: It repeats it.
"""
    page = page_of(claim_text() + evidence)
    assert "2 independent origins" in page.one("p", class_="cb-ledger").text
    assert "same origin as 2" in page.one("li", id="source-3").text


def test_citations_lead_to_sources_and_back() -> None:
    page = page_of(claim_text(review=CITED) + EVIDENCE)
    first = page.one("a", id="cite-1-1")
    assert (first["href"], first.text) == ("#source-1", "1")
    assert first["aria-label"] == "source 1"
    blog = page.one("a", id="cite-2-1")
    assert (blog.text, blog["aria-label"]) == ("2, p. 4", "source 2, p. 4")
    again = page.one("a", id="cite-1-2")
    assert (again["href"], again["aria-label"]) == ("#source-1", "source 1")
    backs = [tag["href"] for tag in page.links if tag["href"].startswith("#cite-")]
    assert backs == ["#cite-1-1", "#cite-1-2", "#cite-2-1", "#cite-2-2", "#cite-3-1", "#cite-4-1"]


def test_a_number_stands_at_its_word() -> None:
    site = site_of({**SHARED, "bridge.yml": claim_text(review=CITED)})
    body = site.claim_fragment("bridge").body
    assert "daily<sup><a" in body
    assert "both<sup><a" in body


def test_evidence_for_and_against_stand_side_by_side() -> None:
    page = page_of(claim_text() + EVIDENCE)
    opposed, beside = page.one("div", data_kind="opposed"), page.one("div", data_kind="beside")
    assert [tag["data-stance"] for tag in page.find("section", class_="cb-stance")] == [
        *("supports", "contradicts", "qualifies"),
    ]
    assert "Evidence for 1" in words(opposed.text)
    assert "Evidence against 1" in words(opposed.text)
    assert "Qualifies the claim 1" in words(beside.text)
    assert "minute 3" in opposed.text
    assert page.one("blockquote", lang="de").text.strip() == "Nur teilweise."


def test_sources_that_are_one_voice_name_each_other() -> None:
    page = page_of(claim_text(review=CITED) + EVIDENCE)
    daily = page.one("li", id="source-1").text
    assert "same origin as 4" in daily
    assert "draws on source 4" in words(daily)
    assert "same origin" not in page.one("li", id="source-2").text


def test_the_ledger_says_what_the_evidence_amounts_to() -> None:
    page = page_of(claim_text() + EVIDENCE)
    line = page.one("p", class_="cb-ledger").text
    assert line == (
        "3 sources, 2 primary, 3 independent origins, 3 quotes (none verified yet), none with a "
        "saved copy "
        "What “True” means"
    )
    assert page.one("a", class_="cb-meaning")["href"] == "../../ratings/true/"


def test_the_verdict_s_mark_is_read_aloud_as_a_rating() -> None:
    rating = page_of(claim_text()).one("p", class_="cb-verdict__rating")
    assert words(rating.text) == "Rating: True"


def test_the_ledger_counts_what_a_person_compared_and_what_is_archived() -> None:
    more = """\
  - source: {title: Odd, archives: [{url: 'https://copy.example/'}]}
    stance: context
    quote: So it was.
    verify: {manual: Ada, against the paper.}
"""
    line = page_of(claim_text() + more.replace("Ada, a", "Ada a")).one("p", class_="cb-ledger").text
    assert "2 quotes (1 verified by a person, 1 not compared), 1 with a saved copy " in line


def test_sections_without_content_are_not_there() -> None:
    page = page_of(claim_text())
    assert [tag.text for tag in page.find("h2")] == ["Evidence", "Sources", "Cite this page"]
    assert page.find("dl") == []
    assert not page.find("figure")
    assert not page.find("div", role="note")


REVIEW = """\
  confidence: moderate
  true_as_of: 2026-03~
  reviewed: 2026-04-01
  reviewers: [Ada, Ben]
  review_by: 2027-04
"""


def test_particulars_of_the_review_are_said_apart_from_the_rating() -> None:
    page = page_of(claim_text(review=REVIEW))
    facts = [words(tag.text) for tag in page.find("div") if not tag.attributes]
    assert facts == [
        "Confidence in the rating moderate",
        "Reviewed 1 April 2026",
        "True as of about March 2026",
        "Look again by April 2027",
        "Reviewed by Ada and Ben",
    ]


def test_relations_are_told_from_both_ends() -> None:
    old = claim_text(more="related: {contradicts: [new], part_of: [whole], see_also: [first]}")
    files = {name: claim_text() for name in ("new.yml", "whole.yml", "first.yml")}
    site = site_of({"old.yml": old, **files})
    told = {
        name: [tag.text for tag in PageReader(site.claim_fragment(name).body).find("h3")][1:]
        for name in site.corpus.claims
    }
    assert told == {
        "first": ["See also"],
        "new": ["Contradicts"],
        "old": ["Part of", "Contradicts", "See also"],
        "whole": ["Contains"],
    }


CORRECTED = """\
  corrections:
    - {date: 2026-05-01, wrong: "The year was *wrong*.", now: It is right.,
       rating_before: false, rating_after: true}
"""


def test_a_correction_stands_at_the_top_and_in_full_below() -> None:
    page = page_of(claim_text(review=CORRECTED))
    banner = page.one("div", data_kind="corrected")
    assert words(banner.text) == (
        "Corrected 1 May 2026: we had rated this claim False, it is now rated True. "
        "The year was wrong. The whole correction"
    )
    change = page.one("ol", class_="cb-changes")
    assert words(change.text) == (
        "1 May 2026 False → became True What was wrong The year was wrong. "
        "What it says now It is right."
    )


def test_a_withdrawn_check_says_so_in_place_of_its_rating() -> None:
    page = page_of(claim_text(more="withdrawn: {date: 2026-05-02, reason: The source was forged.}"))
    assert "Withdrawn 2 May 2026. The source was forged." in words(
        page.one("div", data_kind="withdrawn").text
    )
    assert page.one("span", class_="cb-verdict__label").text == "Withdrawn"


def test_the_right_of_reply_is_printed_with_its_outcome() -> None:
    review = """\
  responses:
    - {from: the mayor, asked: 2026-01-02, answered: 2026-01-03, answer: It is so., source: wire}
    - {from: the clerk, asked: 2026-01-02}
"""
    page = page_of(claim_text(review=review))
    replies = [words(tag.text) for tag in page.find("p") if tag.text.startswith("We asked")]
    assert replies == [
        "We asked the mayor (2 January 2026). The answer (3 January 2026): 2",
        "We asked the clerk (2 January 2026). No answer so far.",
    ]


ARCHIVED = "https://web.archive.org/web/20200102030405/https://odd.example/"


@pytest.mark.parametrize(
    ("status", "is_linked", "words_shown"),
    [
        ("live", True, ""),
        ("dead", False, "no longer at its address"),
        ("usurped", False, "its address now belongs to somebody else"),
        ("unsafe", False, "its address is no longer safe to open"),
    ],
)
def test_an_address_that_is_gone_or_harms_gives_way_to_its_copy(
    status: str, is_linked: bool, words_shown: str
) -> None:
    text = claim_text() + (
        "  - source: {title: Odd, url: 'https://odd.example/', "
        f"status: {status}, archives: [{{url: '{ARCHIVED}', captured: 2020-01-02}}]}}\n"
        "    stance: context\n"
    )
    page = page_of(text)
    assert bool(page.find("a", href="https://odd.example/")) == is_linked
    entry = words(page.one("li", id="source-2").text)
    assert words_shown in entry
    assert "Archived copy of 2 January 2020, web.archive.org" in entry


def test_how_each_source_was_read_is_said() -> None:
    text = claim_text() + (
        "  - source: {title: Odd, read_as: {how: copy, where: a library, url: 'https://copy.example/'}}\n"
        "    stance: context\n"
    )
    page = page_of(text)
    assert "Read in a copy: a library (open the copy)" in words(page.one("li", id="source-2").text)
    assert page.find("a", href="https://copy.example/")


def test_the_page_can_be_cited_found_again_reported_and_edited() -> None:
    publication = Publication(
        name="The Ledger",
        url="https://ledger.example/book/",
        edit="https://forge.example/edit/{path}",
        report="https://forge.example/new?title={title}&about={url}",
    )
    files = {"deep/bridge.yml": claim_text(more="title: Bridge & year", review=REVIEW)}
    site = site_of(files, Settings(publication))
    page = PageReader(site.claim_fragment("bridge").body)
    address = "https://ledger.example/book/claims/bridge/"
    version = site.corpus.version(site.corpus.claims["bridge"])[:12]
    assert page.one("p", class_="cb-citation").text == (
        f"Ada & Ben. (2026, April 1). Bridge & year. The Ledger. {address}?version={version}"
    )
    assert page.one("a", rel="bookmark")["href"] == address
    hrefs = [tag["href"] for tag in page.links]
    assert "https://forge.example/edit/claims/deep/bridge.yml" in hrefs
    encoded = "https%3A%2F%2Fledger.example%2Fbook%2Fclaims%2Fbridge%2F"
    assert f"https://forge.example/new?title=Bridge%20%26%20year&about={encoded}" in hrefs


def test_an_error_can_be_reported_through_a_page_of_the_site() -> None:
    publication = Publication(name="The Ledger", report="desk/letters#mistakes")
    page = PageReader(
        site_of({"bridge.yml": claim_text()}, Settings(publication)).claim_fragment("bridge").body
    )
    assert "../../desk/letters/#mistakes" in [tag["href"] for tag in page.links]


def test_search_gets_rating_topic_claimant_year_and_date() -> None:
    files = {
        "bridge.yml": claim_text(more="claimed: 1932-03\ntopics: [ways]"),
        "topics.yml": "ways: Roads and bridges\n",
    }
    page = searched(site_of(files))
    filters = {tag.get("data-pagefind-filter"): tag.text for tag in page.tags}
    assert filters["kind:claim"] == page.one("article").text
    assert filters["rating"] == "True"
    assert filters["topic"] == "Roads and bridges"
    assert filters["claimant"] == "City Council"
    assert len([tag for tag in page.tags if tag.get("data-pagefind-filter") == "topic"]) == 1
    assert "year:1932" in filters
    date = page.one("time", data_pagefind_meta="date")
    assert (date.text, date["datetime"]) == ("March 1932", "1932-03")
    assert date["data-pagefind-sort"] == "date[datetime]"
    assert page.one("section", data_pagefind_meta="tone:true")["data-tone"] == "true"
    assert page.one("p", data_pagefind_meta="mark:true")["class"] == "cb-verdict__rating"
    assert page.one("p", data_pagefind_meta="verdict")["data-pagefind-weight"] == "5"
    assert page.one("h1")["data-pagefind-weight"] == "8"
    assert "data-pagefind-ignore" in page.one("nav", class_="cb-crumbs").attributes


@pytest.mark.parametrize("style", [UrlStyle(), UrlStyle(use_directories=False)])
def test_search_gets_what_stands_in_place_of_a_rating(style: UrlStyle) -> None:
    withdrawn = "withdrawn: {date: 2024-01-01, reason: Wrong.}"
    text = claim_text(claimant="A <b>", more=withdrawn)
    page = searched(site_of({"bridge.yml": text}, style=style))
    assert page.one("a", data_pagefind_meta="claimant").text == "A <b>"
    assert page.one("p", data_pagefind_meta="mark:withdrawn")["class"] == "cb-verdict__rating"
    assert not [tag for tag in page.tags if tag.get("data-pagefind-meta") == "date"]


def test_search_gets_the_same_from_an_owners_copy_of_a_template(tmp_path: Path) -> None:
    own = tmp_path / "claimbook" / "claim.html"
    own.parent.mkdir()
    text = Path(render.__file__).with_name("templates").joinpath("claim.html").read_text("utf-8")
    own.write_text(
        text.replace('="cb-', '="mine cb-').replace('<p class="mine', '<p lang=en class="')
    )
    files = {
        "bridge.yml": claim_text(more="claimed: 1932-03\ntopics: [ways]"),
        "topics.yml": "ways: Roads and bridges\n",
    }
    site = site_of(files)
    theirs = searched(replace(site, renderer=Renderer((str(tmp_path),))))
    assert len(marks_in(theirs)) == 11
    assert marks_in(theirs) == marks_in(searched(site))


def marks_in(page: PageReader) -> list[tuple[str, dict[str, str | None]]]:
    """Elements with marks for the search, and those marks."""
    found = [
        (tag.name, {name: tag.get(name) for name in sorted(tag.attributes) if "pagefind" in name})
        for tag in page.tags
    ]
    return [(name, marks) for name, marks in found if marks]


def searched(site: Site) -> PageReader:
    """The page of the claim `bridge` as the search reads it."""
    body = site.claim_fragment("bridge").body
    assert "pagefind" not in body
    return PageReader(marked(f"<main><article>{body}</article></main>".encode()).decode())


def test_foreign_words_bear_their_language() -> None:
    page = page_of(claim_text("Die Brücke.", more="language: de"))
    assert page.one("h1")["lang"] == "de"
    assert page.one("h1")["dir"] == "auto"
    assert "lang" not in page_of(claim_text(more="language: en")).one("h1").attributes


def test_the_sitemap_date_is_that_of_the_last_change() -> None:
    site = site_of({"bridge.yml": claim_text(review=REVIEW + CORRECTED)})
    assert site.claim_fragment("bridge").updated == "2026-05-01"
    assert site.claim_fragment("bridge").edit_path == "claims/bridge.yml"
