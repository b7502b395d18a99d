"""What is said to stand in a document: found, told apart, counted as checked or not."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest

Fixture = Callable[..., Any]

DOCUMENT = {
    "documents__paper": "title: Paper\ntext: paper.txt\n",
    "documents__paper.txt": "Rain.  The bridge — “our” bridge —\nis closed. It's sad, said she.\n",
}


@pytest.mark.parametrize(
    "quote",
    [
        "The bridge — “our” bridge — is closed.",
        "'The bridge - \"our\" bridge - is closed.'",
        "The bridge […] is closed.",
        "It’s sad",
    ],
)
def test_quotes_of_a_document_may_differ_in_typography(
    look: Fixture, claim: Fixture, quote: str
) -> None:
    text = claim(top=f"appearances:\n  - document: paper\n    quote: {quote}")
    assert look(text, **DOCUMENT) == []


def quoting(*lines: str) -> str:
    return "\n".join(["appearances:", "  - document: paper", *(f"    {each}" for each in lines)])


@pytest.mark.parametrize(
    ("quote", "text", "difference", "place"),
    [
        ("the bridge", "the", "“The” stands where the quotation has “the”", "1:8"),
        ("It's sa", "sa", "“sad” stands where the quotation has “sa”", "2:12"),
        ("closed. Rain", "Rain", "“It” stands where the quotation has “Rain”", "2:4"),
        ("is closed now. It's sad", "now", "“now” is not there", "2:1"),
        ("The bridge — our bridge", "The bridge — our bridge", "it lacks ““”", "1:8"),
        ("“our” bridge was not open", "was not open", "“was not open” is not there", "1:21"),
        ("RAIN. the Bridge - “your” Bridges", "RAIN", "2 more differences", "1:1"),
    ],
)
def test_words_that_a_document_does_not_have_are_told_its_own(
    look: Fixture, claim: Fixture, quote: str, text: str, difference: str, place: str
) -> None:
    (seen,) = look(claim(top=quoting(f"quote: {quote}")), **DOCUMENT)
    assert (seen.code, seen.text) == ("CB216", text)
    assert difference in seen.message
    assert f"claims/documents/paper.txt:{place}" in seen.hint


def test_nothing_near_is_not_made_up(look: Fixture, claim: Fixture) -> None:
    (seen,) = look(claim(top=quoting("quote: Snow fell on seven hills")), **DOCUMENT)
    assert seen.message == "the quotation does not stand in `paper`"
    assert seen.labels == ()


def test_parts_in_another_order_are_all_there(look: Fixture, claim: Fixture) -> None:
    (seen,) = look(claim(top=quoting("quote: is closed […] The bridge")), **DOCUMENT)
    assert seen.message == "the parts of the quotation stand in `paper` in another order"


def test_an_elision_does_not_jump_over_a_whole_text(look: Fixture, claim: Fixture) -> None:
    far = {**DOCUMENT, "documents__paper.txt": f"The bridge {'word ' * 500} is closed."}
    (seen,) = look(claim(top=quoting("quote: The bridge […] is closed")), **far)
    assert seen.message.startswith("`[…]` leaves out 2,501 characters of `paper`; at most 2,000")


def test_a_word_in_brackets_stands_for_few_words(look: Fixture, claim: Fixture) -> None:
    text = claim(top=quoting("quote: 'The bridge [over the Exe] is closed'"))
    assert look(text, **DOCUMENT) == []
    far = {**DOCUMENT, "documents__paper.txt": f"The bridge {'word ' * 30} is closed."}
    assert [each.code for each in look(text, **far)] == ["CB216"]


NOTES = "title: Paper\ntext: paper.txt\n"


def test_faults_and_passages_stand_in_the_text_too(look: Fixture) -> None:
    notes = "notes:\n  - printed: our bridges\n    original: our bridge\n"
    passages = "not_checked:\n  - quote: It's happy\n    reason: A feeling.\n"
    found = look(**{**DOCUMENT, "documents__paper": f"{NOTES}{notes}{passages}"})
    assert [(each.code, each.text) for each in found] == [("CB216", "bridges"), ("CB216", "happy")]


TWICE = {
    "documents__paper": NOTES,
    "documents__paper.txt": "He says the bridge is open.\n\nShe says: the bridge is open?\n",
}


def test_a_quotation_that_stands_twice_is_told_all_places(look: Fixture, claim: Fixture) -> None:
    (seen,) = look(claim(top=quoting("quote: the bridge is open")), **TWICE)
    assert (seen.code, seen.text) == ("CB219", "the bridge is open")
    assert seen.labels == ("the bridge is open", "the bridge is open")
    assert seen.hint == "say which place is meant: for the one in line 1 add `prefix: says`"


@pytest.mark.parametrize(
    "more", ["prefix: says", 'prefix: ":"', 'suffix: "?"', "suffix: .", "occurrence: 1"]
)
def test_what_tells_places_apart_settles_it(look: Fixture, claim: Fixture, more: str) -> None:
    assert look(claim(top=quoting("quote: the bridge is open", more)), **TWICE) == []


@pytest.mark.parametrize(
    ("more", "text"),
    [("prefix: sings", "sings"), ("suffix: '!'", "'!'"), ("occurrence: 3", "3")],
)
def test_what_fits_no_place_is_told(look: Fixture, claim: Fixture, more: str, text: str) -> None:
    found = look(claim(top=quoting("quote: the bridge is open", more)), **TWICE)
    assert [(each.code, each.text) for each in found] == [("CB220", text)]


def test_of_prefix_and_suffix_the_wrong_one_is_told(look: Fixture, claim: Fixture) -> None:
    top = quoting("quote: the bridge is open", "prefix: says", "suffix: '!'")
    assert [each.text for each in look(claim(top=top), only="CB220", **TWICE)] == ["'!'"]


def test_what_is_not_needed_is_noted(look: Fixture, claim: Fixture) -> None:
    text = claim(top=quoting("quote: She says", "occurrence: 1"))
    assert [(each.code, each.text) for each in look(text, **TWICE)] == [("CB221", "occurrence")]


@pytest.mark.parametrize(
    "place", ["document: paper", "source: {title: A page}\n    quote: She says"]
)
def test_what_tells_no_places_apart_is_noted(look: Fixture, claim: Fixture, place: str) -> None:
    text = claim(top=f"appearances:\n  - {place}\n    prefix: so")
    found = look(text, only="CB221", **TWICE)
    assert [each.text for each in found] == ["prefix"]


def test_claims_may_stand_in_the_same_words(look: Fixture, claim: Fixture) -> None:
    top = quoting("quote: She says")
    again = f"{top}\n  - document: paper\n    quote: 'She says: the bridge'"
    other = claim(top=again, sentence="The ferry runs.")
    assert look(claim(top=top), **TWICE, other=other) == []


def test_a_text_that_has_changed_is_told_its_hash(look: Fixture) -> None:
    body = "Rain.\r\nSnow.\r\n"
    past = {"documents__paper": f"{NOTES}sha256: {'0' * 64}\n", "documents__paper.txt": body}
    (seen,) = look(**past)
    now = sha256(body.replace("\r\n", "\n").encode()).hexdigest()
    assert (seen.code, seen.text) == ("CB222", "0" * 64)
    assert f"sha256: {now}" in seen.hint
    assert look(**{**past, "documents__paper": f"{NOTES}sha256: {now}\n"}) == []


@pytest.mark.parametrize(
    ("passage", "codes"),
    [
        ("It's sad, said she.", ["CB223"]),
        ("It's sad", ["CB223"]),
        ("is closed. It's", ["CB223"]),
        ("sad", []),
        ("said she", []),
        ("is closed", []),
    ],
)
def test_what_a_claim_covers_is_checked(
    look: Fixture, claim: Fixture, passage: str, codes: list[str]
) -> None:
    record = f"{NOTES}not_checked:\n  - quote: {passage}\n    reason: Why.\n"
    text = claim(top=quoting('quote: "It\'s sad"'))
    assert [each.code for each in look(text, **{**DOCUMENT, "documents__paper": record})] == codes


SPEECH = {
    "documents__paper": "title: Paper\ntext: paper.vtt\n",
    "documents__paper.vtt": (
        "WEBVTT\n\n01:00.000 --> 01:10.000\nThe bridge\n\n"
        "01:10.000 --> 01:20.000\nis closed.\n\n01:30.000 --> 01:40.000\nThank you.\n"
    ),
}


@pytest.mark.parametrize(
    ("locator", "codes"),
    [
        *[(each, []) for each in ("1:00", "0:01:05", "01:33", "0:55", "second minute", "p. 4")],
        *[(each, ["CB224"]) for each in ("0:54", "1:36", "2:00:00")],
    ],
)
def test_a_time_is_that_at_which_the_words_are_spoken(
    look: Fixture, claim: Fixture, locator: str, codes: list[str]
) -> None:
    text = claim(top=quoting("quote: The bridge is closed.", f"locator: {locator}"))
    assert [each.code for each in look(text, **SPEECH)] == codes


def test_subtitles_that_cannot_be_read_are_told_with_their_place(look: Fixture) -> None:
    broken = SPEECH["documents__paper.vtt"].replace("01:20.000", "01:05.000", 1)
    (seen,) = look(**{**SPEECH, "documents__paper.vtt": broken})
    assert (seen.code, seen.text) == ("CB225", "01:10.000 --> 01:05.000")
