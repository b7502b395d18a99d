"""Rules about wording, links and publication (CB6xx, CB7xx, CB8xx)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from claimbook.settings import DEFAULT_SETTINGS

Fixture = Callable[..., Any]


def pairs(found: list[Any]) -> list[tuple[str, str]]:
    return [(each.code, each.text) for each in found]


def test_what_is_too_much_of_a_title_is_underlined(look: Fixture, claim: Fixture) -> None:
    title = f"{'a' * 74} bcd"
    assert pairs(look(claim(top=f"title: {title}"))) == [("CB601", "bcd")]
    assert look(claim(top=f"title: {title[:75]}")) == []


@pytest.mark.parametrize("mark", ["?", "？", "؟", "?”"])
def test_a_title_is_no_question(look: Fixture, claim: Fixture, mark: str) -> None:
    found = look(claim(top=f"title: A bridge{mark}"))
    assert pairs(found) == [("CB602", mark[0])]


def test_a_verdict_can_be_repeated(look: Fixture, claim: Fixture) -> None:
    assert look(claim(verdict="a" * 160)) == []
    assert pairs(look(claim(verdict="a" * 160 + "b"))) == [("CB603", "b")]


def test_a_quotation_is_short(look: Fixture, claim: Fixture, source: Fixture) -> None:
    forty = " ".join(["word"] * 40)
    assert look(claim(evidence=source(says=f"quote: {forty}"))) == []
    (seen,) = look(claim(evidence=source(says=f"quote: {forty} more")))
    assert (seen.code, seen.message) == (
        "CB604",
        "the quotation has 41 words; 40 carry most points",
    )


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Yesterday the bridge was closed.", "Yesterday"),
        ("The bridge was closed two years ago.", "two years ago"),
        ("The bridge was closed last December.", "last December"),
        ("The bridge is currently closed.", "currently"),
        ("The bridge was recently closed.", "recently"),
        ("He said “the bridge was closed yesterday”.", None),
        ("USA Today wrote of the bridge.", None),
        ("At last the bridge was closed.", None),
        ("The last bridge was closed in 2025.", None),
        ("This bridge was closed in 2025.", None),
        ("The bridge was closed in the last week of May 2025.", None),
        ("The bridge will be closed next week.", "next week"),
    ],
)
def test_a_claim_is_dated(look: Fixture, claim: Fixture, sentence: str, found: object) -> None:
    seen = look(claim(sentence=sentence))
    assert pairs(seen) == ([("CB605", found)] if found else [])


def test_other_languages_have_other_words(look: Fixture, claim: Fixture) -> None:
    sentence = "Die Brücke war recently geschlossen."
    assert look(claim(sentence=sentence, top="language: de")) == []
    german = replace(
        DEFAULT_SETTINGS, publication=replace(DEFAULT_SETTINGS.publication, language="de")
    )
    assert look(claim(sentence=sentence), settings=german) == []


@pytest.mark.parametrize("text", ["here", "Click here", "this link", "**here**", "Read more…"])
def test_a_link_says_where_it_leads(look: Fixture, claim: Fixture, text: str) -> None:
    link = f"[{text}](https://county.example.org/)"
    found = look(claim(review=f"analysis: |\n  The register is {link}."))
    assert pairs(found) == [("CB606", link)]


def test_links_in_notes_are_read_too(look: Fixture, claim: Fixture, source: Fixture) -> None:
    notes = '"The register is [here](https://county.example.org/)."'
    assert [each.code for each in look(claim(evidence=source(notes=notes)))] == ["CB606"]


@pytest.mark.parametrize(
    ("verdict", "found"),
    [
        ("TODO", "TODO"),
        ("It is FIXME closed.", "FIXME"),
        ("Lorem ipsum dolor sit amet.", "Lorem ipsum"),
        ("…", "…"),
        ("'???'", "???"),
        ("It is closed [citation needed].", "[citation needed]"),
        ("Todos sabemos que TODOS mienten.", None),
        ("Nobody knows…", None),
        ("n/a", "n/a"),
        ("The Superbowl XXX took place.", "XXX"),
    ],
)
def test_a_place_for_words_is_not_published(
    look: Fixture, claim: Fixture, verdict: str, found: object
) -> None:
    seen = look(claim(verdict=verdict), only="CB607")
    assert [each.text.strip("'") for each in seen] == ([found] if found else [])


def test_a_quotation_and_a_draft_may_hold_one(
    look: Fixture, claim: Fixture, source: Fixture
) -> None:
    draft = claim(sentence="The ford is closed.", verdict="TODO")
    text = claim(evidence=source(says="quote: The sign reads TODO."))
    assert look(text, drafts__ford=draft) == []


@pytest.mark.parametrize(
    "host", ["localhost", "192.168.0.1", "printer", "nas.local", "[::1]", "2130706433"]
)
def test_addresses_that_nobody_else_reaches(look: Fixture, claim: Fixture, host: str) -> None:
    text = claim(review=f"analysis: |\n  See [the register](http://{host}/) there.")
    found = look(text)
    assert pairs(found) == [("CB702", f"[the register](http://{host}/)")]


def test_bare_addresses_are_links(look: Fixture, claim: Fixture) -> None:
    text = claim(review="analysis: |\n  See http://nas.local/a.pdf there.")
    assert pairs(look(text)) == [("CB702", "http://nas.local/a.pdf")]


@pytest.mark.parametrize(
    ("host", "says"),
    [
        ("bücher.example", None),
        ("日本語ニュース.example", None),
        ("новости.example", None),
        ("россия.рф", None),
        ("аррӏе.рф", None),
        ("аррӏе.example", "looks like `apple.example`, and is another host"),
        ("аpple.example", "mixes letters of Cyrillic and Latin"),
        ("οpenai.example", "mixes letters of Greek and Latin"),
        ("paypaı.example", "looks like `paypai.example`, and is another host"),
    ],
)
def test_hosts_are_what_they_seem(
    look: Fixture, claim: Fixture, source: Fixture, host: str, says: str | None
) -> None:
    found = look(claim(evidence=source(url=f"https://{host}/")))
    assert [each.code for each in found] == (["CB703"] if says else [])
    assert not says or says in found[0].message


@pytest.mark.parametrize(
    ("sentence", "is_same"),
    [
        ("The bridge over the Exe was closed in May 2025", True),
        ("“The bridge” over the Exe was closed in May 2025!", True),
        ("A bridge over Exe was closed in may 2025.", True),
        ("The bridge over the Exe was not closed in May 2025.", False),
        ("The bridge over the Exe was closed in May 2024.", False),
        ("The bridge over the Exe was closed in May 2025%.", False),
    ],
)
def test_two_claims_that_say_the_same(
    look: Fixture, claim: Fixture, sentence: str, is_same: bool
) -> None:
    found = look(claim(), other=claim(sentence=sentence))
    assert [each.code for each in found] == ["CB801"] * is_same


@pytest.mark.parametrize(
    "top",
    [
        "related: {same_as: example}",
        "withdrawn: {date: 2026-10-01, reason: It stood here twice.}",
    ],
)
def test_doubles_that_are_told_of_are_no_matter(look: Fixture, claim: Fixture, top: str) -> None:
    assert look(claim(), other=claim(top=top)) == []


def test_a_publication_is_known_by_its_name(look: Fixture, claim: Fixture) -> None:
    ours = replace(DEFAULT_SETTINGS.publication, name="EXAMPLE gazette")
    found = look(claim(), settings=replace(DEFAULT_SETTINGS, publication=ours))
    assert pairs(found) == [("CB802", "Example Gazette")]


@pytest.mark.parametrize(
    ("source", "is_ours"),
    [
        ("{title: A, publisher: the LEDGER, url: 'https://a.example.org/'}", True),
        ("{title: A, publisher: Gazette, url: 'https://ledger.example.org/a'}", True),
        ("{title: A, publisher: Gazette, url: 'https://ledger.example.org.evil.org/'}", False),
        ("{title: A, url: 'https://gazette.example.org/'}", False),
    ],
)
def test_a_claim_is_somebody_elses(
    look: Fixture, claim: Fixture, source: str, is_ours: bool
) -> None:
    ours = replace(
        DEFAULT_SETTINGS.publication, name="The Ledger", url="https://ledger.example.org/"
    )
    text = claim(top=f"appearances:\n  - source: {source}")
    found = look(text, settings=replace(DEFAULT_SETTINGS, publication=ours))
    assert [each.code for each in found if each.code == "CB803"] == ["CB803"] * is_ours
