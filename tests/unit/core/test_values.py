"""Ids, languages and identifiers."""

import re

import pytest

from claimbook.values import DOI_PATTERN, LANGUAGE_PATTERN, SLUG_MAX, is_isbn, is_slug, slug_of


@pytest.mark.parametrize("text", ["a", "1", "a-b-2", "x" * SLUG_MAX])
def test_ids(text: str) -> None:
    assert is_slug(text)


@pytest.mark.parametrize(
    "text", ["", "-", "a-", "-a", "a--b", "A", "ä", "a_b", "a b", "a\n", "x" * (SLUG_MAX + 1), "٣"]
)
def test_what_is_no_id(text: str) -> None:
    assert not is_slug(text)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Disney’s $1 billion — really?", "disneys-1-billion-really"),
        ("Disney's deal", "disneys-deal"),
        ("a—b/c·d", "a-b-c-d"),
        ("Straße Ærø Łódź Đà œuvre", "strasse-aero-lodz-da-oeuvre"),
        ("Ünïcödé İstanbul", "unicode-istanbul"),
        ("…", ""),
        ("漢字", ""),
        ("word " * 40, "-".join(["word"] * 20)),
    ],
)
def test_an_id_for_a_text(text: str, slug: str) -> None:
    assert slug_of(text) == slug


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("978-3-16-148410-0", True),
        ("9783161484100", True),
        ("080442957X", True),
        ("0-8044-2957-x", True),
        ("9783161484101", False),
        ("306406152", False),
        ("", False),
        ("978-3-16--148410-0", False),
        ("97831614841OO", False),
        ("٩٧٨٣١٦١٤٨٤١٠٠", False),
    ],
)
def test_isbn(text: str, answer: bool) -> None:
    assert is_isbn(text) is answer


@pytest.mark.parametrize("text", ["en", "de-1996", "zh-Hant-TW", "pt-BR", "es-419", "sl-rozaj"])
def test_languages(text: str) -> None:
    assert re.fullmatch(LANGUAGE_PATTERN, text)


@pytest.mark.parametrize("text", ["EN", "english", "en_GB", "en-gb", "e", "en-"])
def test_what_is_no_language(text: str) -> None:
    assert not re.fullmatch(LANGUAGE_PATTERN, text)


@pytest.mark.parametrize(("text", "answer"), [("10.1000/182", True), ("doi:10.1000/182", False)])
def test_doi(text: str, answer: bool) -> None:
    assert bool(re.fullmatch(DOI_PATTERN, text)) is answer
