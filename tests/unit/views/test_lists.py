"""Topic, claimant, rating, source, year and correction pages."""

from claimbook.diagnostics import Code, Severity, diagnose
from claimbook.fragment import Fragment
from claimbook.text import Mark, Span
from tests.unit.views.making import PageReader, claim_text, site_of, words

WITHDRAWN = "withdrawn: {date: 2025, reason: It was wrong.}"


def pages_of(files: dict[str, str]) -> dict[str, Fragment]:
    return {each.location: each for each in site_of(files).fragments()}


def titles(page: PageReader) -> list[str]:
    return [words(tag.text) for tag in page.find("p", class_="cb-row__title")]


def headings(page: Fragment) -> list[str]:
    return [words(tag.text) for tag in PageReader(page.body).find("h2")]


def test_claims_stand_by_date_rating_and_claimant() -> None:
    files = {
        "old.yml": claim_text("Old.", claimant="Zoe", rating="false", more="claimed: 2001"),
        "new.yml": claim_text("New.", claimant="zed X", rating="mixed", more="claimed: 2020-05"),
        "none.yml": claim_text("Undated.", claimant="Amy", rating="true"),
        "gone.yml": claim_text("Gone.", claimant="Amy", more=WITHDRAWN),
    }
    pages = pages_of(files)
    orders = {
        name: titles(PageReader(pages[f"{name}"].body))
        for name in ("claims/index", "browse/rating/index", "browse/claimant/index")
    }
    assert orders == {
        "claims/index": ["New.", "Old.", "Gone.", "Undated."],
        "browse/rating/index": ["Undated.", "New.", "Old.", "Gone."],
        "browse/claimant/index": ["Gone.", "Undated.", "New.", "Old."],
    }
    assert headings(pages["claims/index"]) == []
    assert headings(pages["browse/rating/index"]) == [
        "True 1 claim",
        "Mixed 1 claim",
        "False 1 claim",
        "Withdrawn 1 claim",
    ]
    assert headings(pages["browse/claimant/index"]) == [
        "Amy 2 claims",
        "zed X 1 claim",
        "Zoe 1 claim",
    ]


def test_a_row_says_rating_claimant_date_and_sources() -> None:
    files = {"old.yml": claim_text(more="claimed: 2001-02-03")}
    page = PageReader(pages_of(files)["claims/index"].body)
    assert words(page.one("p", class_="cb-row__meta").text) == (
        "TrueCity Council3 February 20011 source"
    )
    assert page.one("time")["datetime"] == "2001-02-03"
    orders = [tag for tag in page.links if tag["href"].startswith(("../claims/", "../browse/"))]
    assert [tag.get("aria-current") for tag in orders][:3] == ["true", None, None]


def test_ratings_are_explained_in_the_order_of_the_scale_and_counted() -> None:
    files = {
        "one.yml": claim_text(),
        "two.yml": claim_text(more=WITHDRAWN),
    }
    pages = pages_of(files)
    entries = PageReader(pages["ratings/index"].body).find("p", class_="cb-entry__title")
    assert [words(tag.text) for tag in entries][:2] == ["True 1 claim", "Mostly true 0 claims"]
    empty = PageReader(pages["ratings/mixed"].body).one("p", class_="cb-empty")
    assert words(empty.text) == "No claim bears this rating at present. See all claims"


def test_counts_of_checks_are_said_not_to_measure_honesty() -> None:
    pages = pages_of({"one.yml": claim_text()})
    for location in ("claimants/index", "claimants/city-council"):
        assert "measure anybody’s honesty" in pages[location].body


def test_two_names_never_share_a_page() -> None:
    files = {
        "a.yml": claim_text(claimant="Jose"),
        "b.yml": claim_text(claimant="José"),
        "c.yml": claim_text(claimant="東京都"),
        "d.yml": claim_text(claimant="大阪府"),
        "e.yml": claim_text(claimant="mayor"),
        "f.yml": claim_text(claimant="The Mayor"),
        "g.yml": claim_text(claimant="{name: Jose, role: Clerk}"),
        "claimants/mayor.yml": "name: The Mayor\n",
    }
    pages = pages_of(files)
    people = {each: page.title for each, page in pages.items() if each.startswith("claimants/")}
    assert sorted(people.values()) == [
        *("Claimants", "Jose", "José", "The Mayor", "The Mayor", "大阪府", "東京都"),
    ]
    assert titles(PageReader(pages["claimants/mayor"].body)) == ["The bridge opened in 1932."]
    assert len(titles(PageReader(pages["claimants/jose"].body))) == 2


def test_a_claimants_page_lists_what_was_claimed_about_them_too() -> None:
    files = {
        "a.yml": claim_text("By.", claimant="mayor"),
        "b.yml": claim_text("About.", more="about: [mayor, Somebody else]"),
        "claimants/mayor.yml": "name: The Mayor\nrole: Head of the city\nkind: person\n",
    }
    page = PageReader(pages_of(files)["claimants/mayor"].body)
    assert [words(tag.text) for tag in page.find("h2")] == [
        "Claims by The Mayor 1 claim",
        "Claims about The Mayor 1 claim",
    ]
    assert titles(page) == ["By.", "About."]
    assert "Head of the city · Person" in page.one("div").text


def test_a_sources_page_says_what_rests_on_it_and_what_it_shows_there() -> None:
    evidence = "  - {source: paper, stance: qualifies, says: It was a trial., quote: A trial.}\n"
    files = {
        "a.yml": claim_text() + evidence,
        "sources/paper.yml": "title: The paper\nderived_from: [wire]\nlanguage: de\n",
        "sources/wire.yml": "title: The wire\n",
    }
    pages = pages_of(files)
    page = PageReader(pages["sources/paper"].body)
    assert titles(page) == ["The bridge opened in 1932."]
    assert words(page.one("p", class_="cb-says").text) == ("Qualifies the claim: It was a trial.")
    assert page.one("blockquote", lang="de").text.strip() == "A trial."
    assert "Draws on: The wire" in words(page.one("div").text)
    assert "Drawn on by: The paper" in words(PageReader(pages["sources/wire"].body).one("div").text)


def test_years_are_counted_and_the_undated_named() -> None:
    files = {"a.yml": claim_text(more="claimed: 2001-02"), "b.yml": claim_text()}
    pages = pages_of(files)
    assert "years/2001" in pages
    assert "One claim without a known date" in pages["years/index"].body


def test_all_corrections_stand_on_one_page_the_latest_first() -> None:
    review = "  corrections: [{date: 2026-01-02, wrong: A slip., now: Mended.}]"
    files = {
        "a.yml": claim_text("A.", review=review),
        "b.yml": claim_text("B.", more="withdrawn: {date: 2026-02-03, reason: Forged.}"),
    }
    page = PageReader(pages_of(files)["corrections/index"].body)
    assert titles(page) == ["B.", "A."]
    assert words(page.one("p", class_="cb-total").text) == "2 corrections"
    text = words(" ".join(tag.text for tag in page.find("ol", class_="cb-changes")))
    assert "3 February 2026 Withdrawn B. Why Forged." in text
    assert [words(tag.text) for tag in page.find("h2")] == ["2026"]


def test_a_former_address_leads_to_the_claim() -> None:
    pages = pages_of({"new.yml": claim_text(more="aliases: [old, older]")})
    old = pages["claims/old"]
    assert '<meta http-equiv="refresh" content="0; url=../../claims/new/">' in old.head
    assert '<link rel="canonical" href="https://ledger.example/claims/new/">' in old.head
    assert PageReader(old.body).one("a")["href"] == "../../claims/new/"
    assert "claims/older" in pages


def test_a_preview_shows_what_keeps_a_claim_back() -> None:
    site = site_of({})
    code = Code("CB101", "missing-field", Severity.ERROR)
    span = Span.of("claims/broken.yml", Mark(3, 1, 3, 2))
    found = diagnose(code, span, "the field `verdict` is <missing>", "add it")
    fragment = site.problem_fragment("broken", [found])
    page = PageReader(fragment.body)
    assert fragment.location == "claims/broken"
    assert page.one("h1").text == "broken cannot be published yet"
    assert "CB101 missing-field the field `verdict` is <missing>" in words(page.one("ol").text)
    assert "claims/broken.yml:3:1" in page.one("ol").text


def test_claims_are_linked_and_named_from_other_pages() -> None:
    site = site_of({"new.yml": claim_text(more="title: The bridge")})
    elsewhere = PageReader(site.claim_reference("new", "guide/writing"))
    assert elsewhere.one("a")["href"] == "../../claims/new/"
    page = PageReader(site.claim_reference("new", "index"))
    assert page.one("a")["href"] == "./claims/new/"
    assert words(page.one("span", class_="cb-claimref").text) == "The bridge True"
