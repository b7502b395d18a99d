"""Claimants: who claimed, who is spoken of, and numbers that measure nobody."""

import pytest

from claimbook.fragment import Fragment
from claimbook.settings import Publication, Settings
from tests.unit.views.making import PageReader, claim_text, site_of, words

NAMES = ["Ämilie", "Zoe", "Amy", "Émile", "“Quoted”", "7 Days", "Юлия", "東京都", "大阪府", "Bea"]


def pages_of(files: dict[str, str], per_page: int = 50) -> dict[str, PageReader]:
    settings = Settings(publication=Publication(), per_page=per_page)
    fragments: list[Fragment] = list(site_of(files, settings).fragments())
    return {each.location: PageReader(each.body) for each in fragments}


def entries(page: PageReader) -> list[str]:
    return [words(tag.text) for tag in page.find("p", class_="cb-entry__title")]


def claims(count: int, claimant: str = "Mayor", more: str = "claimed: 20{:02}") -> dict[str, str]:
    ratings = ["true", "false", "true"]
    return {
        f"c{number}.yml": claim_text(
            claimant=claimant, rating=ratings[number % 3], more=more.format(number)
        )
        for number in range(count)
    }


def test_who_claimed_and_who_is_spoken_of_stand_apart() -> None:
    files = {
        "a.yml": claim_text(claimant="mayor", more="about: [bridge, mayor]"),
        "claimants/mayor.yml": "name: The Mayor\nrole: Head of the city\n",
        "claimants/bridge.yml": "name: Bridge Company\n",
        "claimants/silent.yml": "name: Silent\n",
    }
    pages = pages_of(files)
    assert entries(pages["claimants/index"]) == ["Silent 0 claims", "The Mayor 1 claim"]
    assert entries(pages["subjects/index"]) == ["Bridge Company 1 claim", "The Mayor 1 claim"]
    for location, text in (("claimants/index", "Who made"), ("subjects/index", "Whom claims are")):
        (current,) = (tag for tag in pages[location].links if tag.get("aria-current"))
        assert current.text.startswith(text)
        assert pages[location].find("h2") == []


def test_nobody_to_list_is_said() -> None:
    pages = pages_of({})
    assert "No claimant is known yet." in pages["claimants/index"].one("div").text
    assert "No claim says yet whom it is about." in pages["subjects/index"].one("div").text


def test_names_stand_in_order_whatever_marks_their_letters_bear() -> None:
    files = {f"c{at}.yml": claim_text(claimant=f"'{name}'") for at, name in enumerate(NAMES)}
    found = [each.removesuffix(" 1 claim") for each in entries(pages_of(files)["claimants/index"])]
    assert found == [
        *("7 Days", "“Quoted”", "Ämilie", "Amy", "Bea", "Émile", "Zoe", "Юлия"),
        *("大阪府", "東京都"),
    ]


def test_a_long_list_leads_to_each_letter_on_its_page() -> None:
    names = [*NAMES, *(f"B {number:02}" for number in range(30))]
    files = {f"c{at}.yml": claim_text(claimant=f"'{name}'") for at, name in enumerate(names)}
    pages = pages_of(files, per_page=10)
    first = pages["claimants/index"]
    jumps = {tag.text: tag["href"] for tag in first.links if "#letter-" in tag["href"]}
    assert list(jumps) == ["Digits and signs", *"ABEZЮ", "Other scripts"]
    assert jumps["A"] == "../claimants/#letter-61"
    assert jumps["E"] == "../claimants/page/4/#letter-65"
    assert [tag["id"] for tag in first.find("h2")] == ["letter-signs", "letter-61", "letter-62"]
    assert [tag["id"] for tag in pages["claimants/page/2"].find("h2")] == ["letter-62"]
    assert "letter-scripts" in pages["claimants/page/4"].ids


def test_few_claims_are_a_list_and_no_chart() -> None:
    page = pages_of(claims(4))["claimants/mayor"]
    assert page.find("table") == []
    assert [words(tag.text) for tag in page.find("h2")] == ["Claims by Mayor 4 claims"]
    assert "measure anybody’s honesty" in page.one("p", class_="cb-note").text


def test_more_claims_are_counted_without_shares_and_without_a_way_to_compare() -> None:
    page = pages_of(claims(6))["claimants/mayor"]
    assert page.one("caption").text == "How we rated 6 claims by Mayor"
    assert [words(tag.text) for tag in page.find("tr")][:3] == ["RatingNumber", "True4", "False2"]
    assert "%" not in page.one("table", class_="cb-bars").text
    assert "cannot be compared with those of other claimants" in page.one("section").text
    (strip,) = page.find("svg", role="img")
    assert strip.text == "Claims: 6 in 6 periods" + "1"


def test_claims_about_somebody_are_listed_and_not_counted_among_theirs() -> None:
    files = {**claims(6, "Paper", "about: [mayor]"), "claimants/mayor.yml": "name: The Mayor\n"}
    page = pages_of(files)["claimants/mayor"]
    assert [words(tag.text) for tag in page.find("h2")] == ["Claims about The Mayor 6 claims"]
    assert page.find("table") == []


def test_numbers_stand_on_the_first_page_only() -> None:
    pages = pages_of(claims(6), per_page=4)
    assert len(pages["claimants/mayor"].find("table", class_="cb-bars")) == 1
    assert pages["claimants/mayor/2"].find("table") == []
    assert [words(tag.text) for tag in pages["claimants/mayor/2"].find("h2")] == [
        "Claims by Mayor 6 claims"
    ]


def test_undated_claims_have_a_spread_and_are_named_as_undated() -> None:
    page = pages_of(claims(5, more=""))["claimants/mayor"]
    assert "5 claims have no known date" in page.one("section").text
    assert page.find("svg", role="img") == []


@pytest.mark.parametrize("kind", ["person", "organisation", "publication", "product", "anonymous"])
def test_every_kind_has_a_word(kind: str) -> None:
    files = {
        "a.yml": claim_text(claimant="mayor"),
        "claimants/mayor.yml": (
            f"name: M\nkind: {kind}\nrole: Clerk\nsame_as: ['https://www.wikidata.org/wiki/Q1']\n"
        ),
    }
    page = pages_of(files)["claimants/mayor"]
    lead = page.one("p", class_="cb-lead").text
    assert lead.startswith("Clerk · ")
    assert len(lead) > len("Clerk · ")
    assert page.one("a", href="https://www.wikidata.org/wiki/Q1").text == "wikidata.org"
