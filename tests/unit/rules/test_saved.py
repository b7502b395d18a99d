"""Rules about quotations and the saved texts of sources (CB330–CB333)."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from types import MappingProxyType
from typing import Any

import pytest

from claimbook.compile import Means, compile_claims
from claimbook.settings import DEFAULT_SETTINGS
from claimbook.text import SourceFile
from tests.unit.rules.conftest import TODAY

Fixture = Callable[..., Any]
SAVED = "The register\n\nThe bridge is closed to all traffic from 3 May 2025.\nNobody may cross.\n"
NAMES = {
    "altered": "CB330",
    "absent": "CB331",
    "changed": "CB332",
    "missing": "CB333",
    "uncompared": "CB335",
}


def claim(quote: str, *, verify: str = "", source: str = "register") -> str:
    return f"""\
claim: The bridge over the Exe was closed in May 2025.
claimant: Example Gazette
review:
  rating: true
  verdict: The register says so.
  reviewed: 2026-11-02
evidence:
  - stance: supports
    quote: {quote}
{verify}
    source: {source}
"""


def source(digest: str = "") -> str:
    found = digest or sha256(SAVED.encode()).hexdigest()
    snapshot = f"snapshot: {{file: register.txt, sha256: {found}}}"
    return f"title: Register\nurl: https://county.example.org/\nstanding: primary\n{snapshot}\n"


def found(quote: str, *, saved: str | None = SAVED, **more: str) -> list[tuple[str, str, str]]:
    """Codes, messages and underlined words of a claim with one quotation."""
    digest = more.pop("digest", "")
    text = claim(quote, **more)
    files = {"claims/a.yml": text, "claims/sources/register.yml": source(digest)}
    if saved is not None:
        files["claims/snapshots/register.txt"] = saved
    made = [SourceFile(path, each.encode()) for path, each in files.items()]
    diagnostics = compile_claims(made, DEFAULT_SETTINGS, TODAY).diagnostics
    lines = text.splitlines()
    return [
        (each.code.id, each.message, lines[each.span.line - 1][each.span.column - 1 :])
        for each in diagnostics
        if each.code.id in NAMES.values()
    ]


@pytest.mark.parametrize(
    "quote",
    [
        "The bridge is closed to all traffic from 3 May 2025.",
        "the bridge is closed […] from 3 May 2025",
        "The bridge is closed to all traffic from 3 May 2025. Nobody may cross",
        "closed to all [road] traffic",
    ],
)
def test_what_the_source_says_is_accepted(quote: str) -> None:
    assert found(quote) == []


def test_an_altered_word_is_underlined_and_told() -> None:
    ((code, message, text),) = found("The bridge is open to all traffic from 3 May 2025.")
    assert code == "CB330"
    assert "“closed” stands where the quotation has “open”" in message
    assert text.startswith("open to all")


def test_the_gravest_difference_comes_first() -> None:
    ((_, message, _),) = found("The old bridge is closed to all traffic from 8 May 2025.")
    assert message.index("“3”") < message.index("“old”")


def test_what_stands_nowhere_is_absent() -> None:
    ((code, message, _),) = found("Trains run again between both towns on Sundays.")
    assert code == "CB331"
    assert "`claims/snapshots/register.txt`" in message


def test_a_person_may_have_compared_it() -> None:
    verify = "    verify: {manual: Ann Rivers compared it with the printed register.}"
    assert found("Trains run again between both towns on Sundays.", verify=verify) == []


def test_a_saved_text_that_has_changed_proves_nothing() -> None:
    ((code, message, text),) = found("The bridge is closed to all traffic", digest="0" * 64)
    assert (code, text) == ("CB332", "register")
    assert "SHA-256" in message


def test_a_page_that_was_saved_as_it_is_has_no_name_of_a_text() -> None:
    named = source().replace("register.txt", "register.pdf")
    files = {"claims/a.yml": claim("The bridge"), "claims/sources/register.yml": named}
    made = [SourceFile(path, each.encode()) for path, each in files.items()]
    found = compile_claims(made, DEFAULT_SETTINGS, TODAY).diagnostics
    told = [each.message for each in found if each.code.id == "CB333"]
    endings = "names of saved texts end with .txt, .md, .vtt or .srt"
    assert told == [f"`claims/snapshots/register.pdf` is not read: {endings}"]


def test_a_saved_text_that_is_missing_or_no_text_is_told() -> None:
    ((code, message, _),) = found("The bridge is closed to all traffic", saved=None)
    assert (code, message) == (
        "CB333",
        "`claims/snapshots/register.txt` does not exist, or is no file",
    )
    hostile = "A \u202e trick\n"
    digest = sha256(hostile.encode()).hexdigest()
    ((code, message, _),) = found("The bridge is closed", saved=hostile, digest=digest)
    assert (code, message.split("` ")[1]) == ("CB333", "is no text in UTF-8")


def test_where_no_text_is_at_hand_nothing_follows() -> None:
    files = {
        "claims/a.yml": claim("No such words at all."),
        "claims/sources/register.yml": source(),
    }
    made = [SourceFile(path, each.encode()) for path, each in files.items()]
    means = replace(Means(), has_snapshots=False)
    diagnostics = compile_claims(made, DEFAULT_SETTINGS, TODAY, means=means).diagnostics
    assert {each.code.id for each in diagnostics}.isdisjoint(NAMES.values())


def test_rules_can_be_switched_off() -> None:
    settings = replace(DEFAULT_SETTINGS, rules=MappingProxyType({"absent-quote": None}))
    files = {
        "claims/a.yml": claim("Trains run again between both towns on Sundays."),
        "claims/sources/register.yml": source(),
        "claims/snapshots/register.txt": SAVED,
    }
    made = [SourceFile(path, each.encode()) for path, each in files.items()]
    assert "CB331" not in {
        each.code.id for each in compile_claims(made, settings, TODAY).diagnostics
    }


def test_what_stands_too_often_in_a_text_is_not_compared_without_end() -> None:
    often = "the bridge a bridge " * 5_000
    digest = sha256(often.encode()).hexdigest()
    quote = " […] ".join(("the bridge", "a bridge") * 5)
    text = claim(quote) + "".join(
        f"  - {{stance: supports, quote: '{quote} […] {number}', source: register}}\n"
        for number in range(9)
    )
    files = {
        "claims/a.yml": text,
        "claims/sources/register.yml": source(digest),
        "claims/snapshots/register.txt": often,
    }
    made = [SourceFile(path, each.encode()) for path, each in files.items()]
    found = compile_claims(made, DEFAULT_SETTINGS, TODAY).diagnostics
    told = [each for each in found if each.code.id == "CB333"]
    [only] = told
    assert only.message.endswith("takes too long to compare with all quotations of this claim")
    assert "divide the claim" in (only.hint or "")
    # Those before it were compared.
    assert sum(each.code.id == "CB331" for each in found) >= 3


def test_a_saved_text_has_a_limit() -> None:
    large = SAVED + "And so on. " * 100_000
    digest = sha256(large.encode()).hexdigest()
    ((code, message, _),) = found("The bridge is closed", saved=large, digest=digest)
    assert (code, message.split("` ")[1][:14]) == ("CB333", "has more than ")


BROKEN = "The council in-\nvestigates the well-\nknown bridge near\fits second pier.\n"


@pytest.mark.parametrize(
    "quote",
    [
        "The council investigates the",
        "the well-known bridge near",
        "bridge near its second pier",
        "The council in- vestigates",
    ],
)
def test_words_and_pages_may_break(quote: str) -> None:
    digest = sha256(BROKEN.encode()).hexdigest()
    assert found(quote, saved=BROKEN, digest=digest) == []


def test_a_broken_word_is_no_licence_for_another() -> None:
    digest = sha256(BROKEN.encode()).hexdigest()
    ((code, _, _),) = found(
        "The council instigates the well-known bridge", saved=BROKEN, digest=digest
    )
    assert code == "CB330"


OTHER = """\
  - stance: supports
    quote: All buses go round by Thorverton.
    {verify}
    source: {{title: Buses, url: "https://buses.example.org/", standing: primary}}
"""


def test_a_quotation_that_is_not_compared_is_told_beside_those_that_are() -> None:
    beside = "register\n" + OTHER.format(verify="")
    assert found("Nobody may cross", source=beside) == [
        (
            "CB335",
            "nothing is saved to compare the quotation with, as others of the claim are compared",
            "All buses go round by Thorverton.",
        )
    ]


@pytest.mark.parametrize("kind", ["manual", "none"])
def test_who_says_why_is_asked_no_more(kind: str) -> None:
    beside = "register\n" + OTHER.format(verify=f"verify: {{{kind}: It is a recording.}}")
    assert found("Nobody may cross", source=beside) == []


def test_where_nothing_is_compared_nothing_is_told() -> None:
    alone = OTHER.format(verify="").partition("source: ")[2]
    assert found("All buses go round", source=alone) == []
