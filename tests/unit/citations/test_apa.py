"""References as the manual of APA (7th edition) has them for sources on the web."""

import pytest

from claimbook.citations.apa import CitedPage, page_citation, reference
from claimbook.citations.parts import Reference
from claimbook.dates import parse_date
from claimbook.records import Author, Source
from claimbook.values import SourceType
from claimbook.wording import wording_of

DAY = parse_date("2026-03-24")
ENGLISH, GERMAN = wording_of("en"), wording_of("de")


def text_of(**fields: object) -> str:
    return reference(Source(**fields), ENGLISH).text  # type: ignore[arg-type]


CASES = {
    "a page of an organisation": (
        {"title": "Sora 2 is here", "publisher": "OpenAI", "published": parse_date("2025-09-30")},
        "Sora 2 is here. (2025, September 30). OpenAI.",
    ),
    "the author is the publisher": (
        {
            "title": "Sora 2 is here",
            "authors": (Author(org="OpenAI"),),
            "publisher": "OpenAI",
            "published": parse_date("2025-09"),
        },
        "OpenAI. (2025, September). Sora 2 is here.",
    ),
    "a person by the parts of a name": (
        {
            "title": "A title",
            "authors": (Author(family="Chia", given="Osmond Jean-Luc"),),
            "publisher": "BBC News",
            "published": DAY,
        },
        "Chia, O. J.-L. (2026, March 24). A title. BBC News.",
    ),
    "names left whole": (
        {"title": "A title", "authors": ("Osmond Chia", Author(name="Ann Lee")), "published": DAY},
        "Osmond Chia & Ann Lee. (2026, March 24). A title.",
    ),
    "given names that have no initials": (
        {"title": "A title", "authors": (Author(family="村上", given="春樹"),), "published": DAY},
        "村上, 春樹. (2026, March 24). A title.",
    ),
    "three authors": (
        {
            "title": "A title",
            "authors": tuple(Author(family=name, given="Xa") for name in "ABC"),
            "published": parse_date("2020"),
        },
        "A, X., B, X., & C, X. (2020). A title.",
    ),
    "no date": ({"title": "A title", "publisher": "Site"}, "A title. (n.d.). Site."),
    "only the date of the last change": (
        {"title": "A title", "updated": parse_date("2025-12-12")},
        "A title. (2025, December 12).",
    ),
    "a date in doubt": (
        {"title": "A title", "published": parse_date("2026-03%")},
        "A title. (ca. 2026, March?).",
    ),
    "a question for a title": (
        {"title": "Will it last?", "authors": ("Ann Lee",), "publisher": "Site", "published": DAY},
        "Ann Lee. (2026, March 24). Will it last? Site.",
    ),
    "a title that ends with a quotation": (
        {"title": "He said “never.”", "published": DAY},
        "He said “never.” (2026, March 24).",
    ),
    "a press release": (
        {
            "type": SourceType.PRESS_RELEASE,
            "title": "A deal",
            "authors": (Author(org="Disney"),),
            "published": DAY,
        },
        "Disney. (2026, March 24). A deal [Press release].",
    ),
    "a post": (
        {
            "type": SourceType.SOCIAL_POST,
            "title": "Goodbye",
            "authors": (Author(org="The Sora Team"),),
            "container": "X",
            "publisher": "OpenAI",
            "published": parse_date("2026-03-24T19:57Z"),
        },
        "The Sora Team. (2026, March 24). Goodbye [Post]. X. OpenAI.",
    ),
    "source code without an author": (
        {
            "type": SourceType.CODE,
            "title": "openai-python",
            "publisher": "OpenAI",
            "published": DAY,
        },
        "openai-python [Source code]. (2026, March 24). OpenAI.",
    ),
    "an agency's article in a newspaper": (
        {
            "type": SourceType.ARTICLE,
            "title": "Plug pulled",
            "container": "Daily News",
            "agency": "Associated Press",
            "published": DAY,
        },
        "Plug pulled. (2026, March 24). Daily News. Associated Press.",
    ),
    "an organisation that ends with a stop": (
        {"title": "A title", "publisher": "Acme Inc.", "published": DAY},
        "A title. (2026, March 24). Acme Inc.",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_source_is_cited(name: str) -> None:
    fields, expected = CASES[name]
    assert text_of(**fields) == expected


def test_of_more_than_twenty_authors_the_first_nineteen_and_the_last_are_named() -> None:
    names = tuple(f"N{number}" for number in range(1, 23))
    text = text_of(title="A title", authors=names, published=DAY)
    assert text.startswith("N1, N2, ")
    assert "N19, … N22. (2026" in text
    assert "N20" not in text


def slanted(made: Reference) -> list[str]:
    return [part.text for part in made.parts if part.is_italic]


def test_the_whole_is_slanted_not_its_part() -> None:
    assert slanted(reference(Source(title="Alone", publisher="Site"), ENGLISH)) == ["Alone"]
    assert slanted(reference(Source(title="Part", container="Whole"), ENGLISH)) == ["Whole"]


@pytest.mark.parametrize(
    ("reviewers", "expected"),
    [
        ((), "The Ledger. (2026, March 24). A title. https://x.example/"),
        (("Ann Lee",), "Ann Lee. (2026, March 24). A title. The Ledger. https://x.example/"),
    ],
)
def test_a_page_of_ours_is_cited(reviewers: tuple[str, ...], expected: str) -> None:
    page = CitedPage("The Ledger", reviewers, DAY, "A title", "https://x.example/")
    assert page_citation(page, ENGLISH) == expected


def test_dates_and_kinds_are_in_the_language_of_the_publication() -> None:
    source = Source(title="Ein Titel", type=SourceType.PRESS_RELEASE, published=DAY)
    assert reference(source, GERMAN).text == "Ein Titel [Pressemitteilung]. (24. März 2026)."
    assert reference(Source(title="Ein Titel"), GERMAN).text == "Ein Titel. (o. D.)."
