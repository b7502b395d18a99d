"""The accessibility statement names the publication, the aim and a way to report barriers."""

import pytest

from claimbook.settings import Publication, Settings
from tests.unit.views.making import PageReader, site_of, words


def statement(**publication: str) -> PageReader:
    settings = Settings(publication=Publication(**{"name": "The Ledger", **publication}))
    (page,) = (
        each for each in site_of({}, settings).fragments() if each.location == "accessibility"
    )
    return PageReader(page.body)


def links(page: PageReader) -> list[str]:
    return [tag["href"] for tag in page.links]


def test_it_has_the_parts_that_a_statement_must_have() -> None:
    page = statement()
    text = words(page.one("div").text)
    assert "fact-checks of The Ledger" in text, "a commitment, by name"
    assert "level AA of the Web Content Accessibility Guidelines (WCAG) 2.2" in text
    assert "no certificate" in text
    assert [tag.text for tag in page.find("h2")] == [
        "What we aim at",
        "Tell us what hinders you",
        "How these pages are made",
        "How this is tested",
        "What we know to be lacking",
        "What these pages rely on",
    ]


@pytest.mark.parametrize(
    ("publication", "target"),
    [
        ({"report": "contribute#report-an-error"}, "../contribute/#report-an-error"),
        ({"repository": "https://git.example.org/ledger"}, "https://git.example.org/ledger"),
        (
            {"repository": "https://github.com/ledger/site", "url": "https://ledger.example/"},
            (
                "https://github.com/ledger/site/issues/new?title=Barrier%20on%20the%20site"
                "&body=The%20page%3A%20https%3A%2F%2Fledger.example%2Faccessibility%2F%0A%0A"
            ),
        ),
        (
            {
                "report": "https://git.example.org/new?title={title}&body={url}&i={id}{path}",
                "url": "https://ledger.example/",
            },
            (
                "https://git.example.org/new?title=Barrier%20on%20the%20site"
                "&body=https%3A%2F%2Fledger.example%2Faccessibility%2F&i=accessibility"
            ),
        ),
    ],
)
def test_it_leads_to_where_barriers_are_reported(publication: dict[str, str], target: str) -> None:
    assert links(statement(**publication))[1:] == [target]


def test_a_publication_that_cannot_be_reached_says_so() -> None:
    page = statement()
    assert links(page) == ["https://www.w3.org/TR/WCAG22/"]
    assert "The Ledger has not yet named a way" in page.one("div").text


def test_it_bears_no_date() -> None:
    assert statement().find("time") == []


def test_it_is_said_in_german() -> None:
    assert statement(language="de").one("h1").text == "Barrierefreiheit"
