"""Messages, dates, numbers and lists as each language writes them."""

import pytest
from markupsafe import Markup

from claimbook.dates import parse_date
from claimbook.wording import Wording, wording_of

ENGLISH, GERMAN = wording_of("en"), wording_of("de")


@pytest.mark.parametrize(
    ("written", "english", "german"),
    [
        ("2025", "2025", "2025"),
        ("2025-12~", "about December 2025", "etwa Dezember 2025"),
        ("2025-03-01?", "probably 1 March 2025", "wahrscheinlich 1. März 2025"),
        ("2025-03-01%", "probably about 1 March 2025", "wahrscheinlich etwa 1. März 2025"),
        (
            "2025-12-11T19:57Z",
            "11 December 2025, 19:57 UTC",
            "11. Dezember 2025, 19:57 UTC",
        ),
        ("2025-12-11T23:30-02:00", "12 December 2025, 01:30 UTC", "12. Dezember 2025, 01:30 UTC"),
    ],
)
def test_dates_are_as_precise_as_they_are_known(written: str, english: str, german: str) -> None:
    date = parse_date(written)
    assert ENGLISH.date(date) == english
    assert GERMAN.date(date) == german
    assert GERMAN.moment(date).iso == date.plain


def test_no_date_is_no_moment() -> None:
    assert ENGLISH.moment_if_known(None) is None


def test_numbers_and_lists_follow_the_language() -> None:
    assert [ENGLISH.number(each) for each in (0, 999, 1000, 1234567)] == [
        "0",
        "999",
        "1,000",
        "1,234,567",
    ]
    assert GERMAN.number(1234567) == "1.234.567"
    assert ENGLISH.listed(["a", 2, "c"]) == "a, 2 and c"
    assert GERMAN.listed(["a", "b", "c"]) == "a, b und c"
    assert ENGLISH.listed([]) == ""
    assert ENGLISH.percent(0.254) == "25%"
    assert GERMAN.month(3) == "März"


SAID = Wording(
    "en",
    {
        "a.plain": "As it is",
        "a.said": "{who} said it",
        "a.claims": {"one": "{n} claim by {who}", "other": "{n} claims by {who}"},
    },
    ENGLISH.locale,
)


def test_values_stand_in_their_places() -> None:
    assert SAID("a.plain") == "As it is"
    assert SAID("a.said", who="{who} & 1") == "{who} & 1 said it"
    assert SAID.count("a.claims", 1, who="A") == "1 claim by A"
    assert SAID.count("a.claims", 12_000, who="A") == "12,000 claims by A"


def test_values_in_html_are_escaped_unless_they_are_markup() -> None:
    assert SAID.html("a.said", who="<b>") == "&lt;b&gt; said it"
    assert SAID.html("a.said", who=Markup("<b>A</b>")) == "<b>A</b> said it"


def test_a_message_that_nobody_wrote_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        SAID("a.missing")
    with pytest.raises(TypeError, match="plural"):
        SAID("a.claims")
