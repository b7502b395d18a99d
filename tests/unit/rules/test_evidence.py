"""Rules about evidence and citation (CB3xx)."""

from collections.abc import Callable
from typing import Any

import pytest

Fixture = Callable[..., Any]

REGISTER = "\n      id: register"


def codes(found: list[Any]) -> list[str]:
    return [each.code for each in found]


# What a rating rests on


@pytest.mark.parametrize("rating", ["true", "mixed", "misleading", "false"])
def test_a_decision_wants_evidence(look: Fixture, claim: Fixture, rating: str) -> None:
    (seen,) = look(claim(rating=rating))
    assert (seen.code, seen.text) == ("CB301", rating)


@pytest.mark.parametrize("rating", ["unproven", "outdated"])
def test_an_open_matter_wants_none(look: Fixture, claim: Fixture, rating: str) -> None:
    assert look(claim(rating=rating)) == []


def test_unreadable_evidence_is_not_missing(look: Fixture, claim: Fixture) -> None:
    text = claim(rating="true", evidence="  - stance: supprts\n    source: {title: T}")
    assert codes(look(text)) == ["CB105"]


PAIRS = {
    "the same publisher": ({"publisher": "County"}, {"publisher": "COUNTY"}),
    "the same agency": ({"agency": "Press"}, {"agency": "Press"}),
    "an agency and itself": ({"publisher": "Press"}, {"agency": "Press"}),
    "the same origin": ({"origin": "letter"}, {"origin": "letter"}),
    "one from the other": ({"id": "one"}, {"derived_from": "[one]"}),
    "both from a third": ({"derived_from": "[third]"}, {"derived_from": "[third]"}),
    "the same address": ({}, {"url": "https://a.example.org/"}),
}


@pytest.mark.parametrize(("one", "other"), PAIRS.values(), ids=PAIRS)
def test_one_voice_is_thin(
    look: Fixture, claim: Fixture, source: Fixture, one: dict[str, str], other: dict[str, str]
) -> None:
    first = source("supports", **({"url": "https://a.example.org/"} | one))
    second = source("supports", **({"url": "https://b.example.org/"} | other))
    third = "title: Third\nurl: https://c.example.org/\n"
    text = claim(rating="true", evidence=f"{first}\n{second}")
    (seen,) = look(text, only="CB303", sources__third=third)
    assert seen.message == (
        "the rating rests on 2 sources that are one voice, none of them primary"
    )


def test_two_voices_are_enough(look: Fixture, claim: Fixture, source: Fixture) -> None:
    first = source("supports", url="https://a.example.org/", publisher="One")
    second = source("supports", url="https://b.example.org/", publisher="Two")
    assert look(claim(rating="true", evidence=f"{first}\n{second}")) == []


def test_evidence_against_a_rating_does_not_carry_it(
    look: Fixture, claim: Fixture, source: Fixture
) -> None:
    first = source("supports", url="https://a.example.org/", publisher="One")
    second = source("contradicts", url="https://b.example.org/", publisher="Two", id="two")
    text = claim(rating="true", review="analysis: But see [@two].", evidence=f"{first}\n{second}")
    (seen,) = look(text)
    assert seen.message == "the rating rests on one source, and it is not primary"


def test_context_alone_carries_nothing(look: Fixture, claim: Fixture, source: Fixture) -> None:
    (seen,) = look(claim(rating="mixed", evidence=source(standing="primary")))
    assert (seen.code, seen.message) == ("CB303", "the rating rests on no evidence but context")


def test_nobody_judges_sources_that_are_not_known(look: Fixture, claim: Fixture) -> None:
    text = claim(rating="true", evidence="  - {stance: supports, says: So., source: nothing}")
    assert codes(look(text)) == ["CB204"]


def test_shared_sources_of_one_voice_are_pointed_out(look: Fixture, claim: Fixture) -> None:
    shared = "title: T\nurl: https://{}.example.org/\norigin: letter\n"
    evidence = "\n".join(f"  - {{stance: supports, says: So., source: {n}}}" for n in "ab")
    text = claim(rating="true", evidence=evidence)
    (seen,) = look(text, sources__a=shared.format("a"), sources__b=shared.format("b"))
    assert seen.labels == ("a", "b")


def test_an_exception_for_an_open_matter_is_needless(look: Fixture, claim: Fixture) -> None:
    (seen,) = look(claim(review="sole_source: It is enough."))
    assert (seen.code, seen.text) == ("CB304", "sole_source")


@pytest.mark.parametrize(
    ("rating", "stance", "silent"),
    [
        ("mostly-true", "contradicts", False),
        ("mostly-false", "supports", False),
        ("mixed", "contradicts", True),
        ("mostly-true", "qualifies", True),
    ],
)
def test_the_case_against_us_is_answered(
    look: Fixture, claim: Fixture, source: Fixture, rating: str, stance: str, silent: bool
) -> None:
    text = claim(rating=rating, evidence=source(stance, id="register"))
    found = look(text, only="CB305")
    assert [each.text for each in found] == ([] if silent else [stance])


def test_it_cannot_be_cited_without_an_id(look: Fixture, claim: Fixture, source: Fixture) -> None:
    (seen,) = look(claim(rating="true", evidence=source("contradicts")), only="CB305")
    assert seen.hint.startswith("give its source an `id`")


# Numbers


def numbers(
    look: Fixture, claim: Fixture, source: Fixture, analysis: str, **more: str
) -> list[str]:
    evidence = source(id="register", **more)
    review = f"analysis: |\n  {analysis}"
    return [e.text for e in look(claim(review=review, evidence=evidence), only="CB306")]


@pytest.mark.parametrize(
    ("analysis", "found"),
    [
        ("It was closed in 2019.", ["2019"]),
        ("It was closed on 3 June 2019.", ["3 June 2019"]),
        ("It was closed on June 3, 2019, and on 2019-07-01.", ["June 3, 2019", "2019-07-01"]),
        ("It cost $1.5 billion, or 12%.", ["1.5 billion", "12"]),
        ("It cost 1,500 to 2,000 a day.", ["1,500", "2,000"]),
        ("From 24–26 March 2019 it was closed.", ["24–26 March 2019"]),
    ],
)
def test_numbers_and_dates_are_found_whole(
    look: Fixture, claim: Fixture, source: Fixture, analysis: str, found: object
) -> None:
    assert numbers(look, claim, source, analysis) == found


@pytest.mark.parametrize(
    "analysis",
    [
        "It was closed in May 2025, so in 2025.",
        "It cost 1,500 a day [@register, p. 12].",
        "It cost 1,500 a day [@register]. So 1,500 was the cost.",
        "It cost 1,500 a day [@register].\n\n  These 1500 are the cost.",
        "It is the M5, a GPT-4 of bridges, 10x better; Covid-19 closed it.",
        "The law is Article 5 of Act 12, and Windows 11 shows it.",
        "On 10 November 2026 we looked. It is as of 2026.",
        "See https://county.example.org/2019/12 for more.",
        "They list [@register]:\n\n  - 1,500 a day\n  - 2,000 a night",
        "| a | b |\n  |---|---|\n  | 1,500 | [@register] |",
        "## What happened in 2019\n\n  It fell.",
        "1. It fell.\n  2. It rose.",
        "Code `404` came back.",
        "In the 19th century it was of wood; it is no 5G mast.",
        "It says “the sum of 1,500 euros” there.",
    ],
)
def test_numbers_that_need_no_citation(
    look: Fixture, claim: Fixture, source: Fixture, analysis: str
) -> None:
    assert numbers(look, claim, source, analysis, published="2026-11-10") == []


@pytest.mark.parametrize(
    ("analysis", "found"),
    [
        ("On Tuesday 40 came.", ["40"]),
        ("They paid USD 40.", ["40"]),
        ("It fell [@register].\n\n  Then 40 came.", ["40"]),
        ("They list:\n\n  - 1,500 a day", ["1,500"]),
        ("| a | b |\n  |---|---|\n  | 1,500 | c |\n  | 3 | [@register] |", ["1,500"]),
    ],
)
def test_numbers_that_do(
    look: Fixture, claim: Fixture, source: Fixture, analysis: str, found: object
) -> None:
    assert numbers(look, claim, source, analysis) == found


def test_a_name_with_a_number_at_the_beginning_of_a_sentence(
    look: Fixture, claim: Fixture, source: Fixture
) -> None:
    assert numbers(look, claim, source, "Sora 2 fell. Then 7 fell.", title="Sora 2 is here") == [
        "7"
    ]


@pytest.mark.parametrize(
    ("verdict", "says", "found"),
    [
        ("It carried 1,500 people.", "It carried 1500 people.", []),
        ("It carried 1,500 people.", "It carried 1,600 people.", ["1,500"]),
        ("It carried 15 people.", "It carried 1,150 or 15.5 people.", ["15"]),
        ("It carried 6 people.", "It carried six people.", []),
        ("It cost $2 billion.", "It cost $2bn.", []),
        ("It cost $2 billion.", "It cost $2m.", ["2 billion"]),
        ("It cost $2M.", "It cost $2 million.", []),
        ("It is 20m long.", "It is 20 metres long.", []),
        ("It fell on 3 June.", "It fell on June 3, 2019.", []),
        ("It fell on 4 June.", "It fell on June 3, 2019.", ["4 June"]),
        ("It fell on 3 June 2020.", "It fell on 3 June 2019.", ["3 June 2020"]),
        ("It fell in June 2019.", "It fell on 2019-06-03.", []),
    ],
)
def test_numbers_of_the_verdict_stand_in_the_evidence(
    look: Fixture, claim: Fixture, source: Fixture, verdict: str, says: str | None, found: object
) -> None:
    text = claim(verdict=verdict, evidence=source(says=f"says: {says}"))
    assert [each.text for each in look(text, only="CB306")] == found


def test_numbers_of_the_verdict_may_be_cited_in_the_analysis(
    look: Fixture, claim: Fixture, source: Fixture
) -> None:
    review = "analysis: It carried 1,500 people [@register]."
    text = claim(verdict="It carried 1,500.", review=review, evidence=source(id="register"))
    assert look(text) == []


# Quotations

QUOTE = "quote: The bridge — ‘our bridge’ — is closed, […] as far as we know."


def quoted(
    look: Fixture, claim: Fixture, source: Fixture, analysis: str, **more: str
) -> list[tuple[str, str]]:
    evidence = source(says=QUOTE, id="register", **more)
    review = f"analysis: |\n  {analysis}"
    found = look(claim(review=review, evidence=evidence))
    return [(each.code, each.text) for each in found if each.code in ("CB307", "CB308")]


@pytest.mark.parametrize(
    "analysis",
    [
        "It says “The bridge — ‘our bridge’ — is closed” [@register].",
        "It says \"the bridge - 'our bridge' - is closed.\" [@register]",
        "It says „as far as we know“ [@register].",
        "It says «the bridge […] is closed, … as far as we know» [@register].",
        "It says “[The] bridge — ‘our bridge’ — is closed” [@register].",
        "It speaks of “our bridge”.",
        "The claim says “The bridge over the Exe was closed”.",
        "The page “List of all closures” has it.",
        "They say “as far as we know” [@register], and once more “as far as we know”.",
        "It says “as far as we know” [@register].\n\n  This “as far as we know” is vague.",
    ],
)
def test_quotations_in_order(look: Fixture, claim: Fixture, source: Fixture, analysis: str) -> None:
    assert quoted(look, claim, source, analysis, title="List of all closures") == []


@pytest.mark.parametrize(
    ("analysis", "code", "text"),
    [
        ("It says “as far as we know”.", "CB307", "as far as we know"),
        ("It says “as far as I know” [@register].", "CB308", "as far as I know"),
        ("It says “the bridge is closed” [@register].", "CB308", "the bridge is closed"),
        ("It says “is not closed, as far” [@register].", "CB308", "is not closed, as far"),
        ("It says “we know […] the bridge” [@register].", "CB308", "we know […] the bridge"),
        ("It says “ridge — our bridge” [@register].", "CB308", "ridge — our bridge"),
    ],
)
def test_quotations_out_of_order(
    look: Fixture, claim: Fixture, source: Fixture, analysis: str, code: str | None, text: str
) -> None:
    assert quoted(look, claim, source, analysis) == [(code, text)]


def test_a_quotation_in_the_verdict_stands_in_the_evidence(
    look: Fixture, claim: Fixture, source: Fixture
) -> None:
    evidence = source(says=QUOTE)
    assert look(claim(verdict="Closed “as far as we know”.", evidence=evidence)) == []
    (seen,) = look(claim(verdict="Closed “as far as I know”.", evidence=evidence))
    assert (seen.code, seen.text) == ("CB308", "as far as I know")


def test_the_text_under_check_may_be_quoted(look: Fixture, claim: Fixture) -> None:
    text = claim(
        top="appearances:\n  - document: paper\n    quote: It is closed.",
        review="analysis: It goes on “and nobody knows why”, once “and someone knows why”.",
    )
    notes = "notes: [{printed: And nobody, original: And someone knows why.}]\n"
    document = f"title: Paper\ntext: paper.txt\n{notes}"
    body = "It is closed. And nobody knows why."
    assert look(text, documents__paper=document, **{"documents__paper.txt": body}) == []


# Sources


@pytest.mark.parametrize(
    "kept",
    [
        "archives: [{url: 'https://web.archive.org/web/20260101000000/https://county.example.org/register'}]",
        "",
    ],
)
def test_a_post_is_kept(look: Fixture, claim: Fixture, source: Fixture, kept: str) -> None:
    text = claim(evidence=source(type="social-post") + (f"\n      {kept}" if kept else ""))
    assert [each.text for each in look(text)] == ([] if kept else ["social-post"])


ARCHIVED = "https://county.example.org/register"


@pytest.mark.parametrize(
    ("archive", "says"),
    [
        (f"https://web.archive.org/web/20260101120000/{ARCHIVED}", None),
        (f"https://web.archive.org/web/20260101120000id_/{ARCHIVED}/", None),
        ("https://web.archive.org/web/20260101/http://www.county.example.org/register#top", None),
        (f"https://web.archive.org/web/2026/{ARCHIVED}?utm_source=x", None),
        ("https://web.archive.org/web/20260101120000/county.example.org/register", None),
        (f"https://arquivo.pt/wayback/20260101120000/{ARCHIVED}", None),
        ("https://perma.cc/AB12-CD34", None),
        (f"https://web.archive.org/web/20260101120000/{ARCHIVED}s", "the copy is of"),
        (f"https://web.archive.org/web/20260101120000/{ARCHIVED}?page=2", "the copy is of"),
        (f"https://web.archive.org/web/20261301120000/{ARCHIVED}", "is no date and time"),
        (f"https://web.archive.org/web/19890101120000/{ARCHIVED}", "is older than any"),
        (f"https://web.archive.org/web/20270101120000/{ARCHIVED}", "lies in the future"),
        (f"https://web.archive.org/web/{ARCHIVED}", "names no single copy"),
        (f"https://web.archive.org/web/2026*/{ARCHIVED}", "names no single copy"),
        (f"https://web.archive.org/web/99991231235959/{ARCHIVED}", "no date|future"),
    ],
)
def test_the_address_of_a_copy_is_read(
    look: Fixture, claim: Fixture, source: Fixture, archive: str, says: str | None
) -> None:
    text = claim(evidence=source() + f"\n      archives: [{{url: '{archive}'}}]")
    found = look(text)
    assert codes(found) == (["CB310"] if says else [])
    assert not says or any(part in found[0].message for part in says.split("|"))


@pytest.mark.parametrize(
    ("captured", "is_right"),
    [("2026-01-01", True), ("2025-12-31", True), ("2026-01", True), ("2026-01-04", False)],
)
def test_the_day_of_a_copy_is_the_one_in_its_address(
    look: Fixture, claim: Fixture, source: Fixture, captured: str, is_right: bool
) -> None:
    address = f"https://web.archive.org/web/20260101120000/{ARCHIVED}"
    archives = f"\n      archives: [{{url: '{address}', captured: {captured}}}]"
    found = look(claim(evidence=source() + archives))
    assert [each.text for each in found] == ([] if is_right else [captured])


def test_a_post_of_x_may_have_been_copied_as_one_of_twitter(
    look: Fixture, claim: Fixture, source: Fixture
) -> None:
    address = "https://web.archive.org/web/20260101120000/https://twitter.com/a/status/1?s=20"
    text = claim(
        evidence=source(url="https://x.com/a/status/1")
        + f"\n      archives: [{{url: '{address}'}}]"
    )
    assert look(text) == []


@pytest.mark.parametrize("host", ["archive.today", "archive.ph", "www.archive.is"])
def test_archives_that_alter_their_copies(
    look: Fixture, claim: Fixture, source: Fixture, host: str
) -> None:
    text = claim(evidence=source(url=f"https://{host}/AbCdE"))
    assert codes(look(text)) == ["CB311"]


def test_a_circle_among_inline_sources(look: Fixture, claim: Fixture, source: Fixture) -> None:
    one = source(id="one", url="https://a.example.org/", derived_from="[two]")
    two = source(id="two", url="https://b.example.org/", derived_from="[one]")
    (seen,) = look(claim(evidence=f"{one}\n{two}"))
    assert seen.code == "CB313"
    assert seen.message == "a circle: `one` -> `two` -> `one`, where each derives from the next"
    assert (seen.text, seen.labels) == ("two", ("one",))


def test_what_derives_from_a_retracted_source_is_told(
    look: Fixture, claim: Fixture, source: Fixture
) -> None:
    parent = "title: P\nurl: https://p.example.org/\nstatus: retracted\n"
    text = claim(evidence=source("supports", derived_from="[parent]"))
    (seen,) = look(text, sources__parent=parent)
    assert seen.message == "this evidence derives from `parent`, a retracted source"
    assert seen.labels == ("retracted",)


def test_a_retraction_may_be_told_of(look: Fixture, claim: Fixture, source: Fixture) -> None:
    assert look(claim(evidence=source("context", status="retracted"))) == []


@pytest.mark.parametrize(
    "address", ["doi: 10.1000/182", "isbn: 978-3-16-148410-0", "access: private"]
)
def test_a_source_can_be_found_in_other_ways(
    look: Fixture, claim: Fixture, source: Fixture, address: str
) -> None:
    name, _, value = address.partition(": ")
    assert look(claim(evidence=source(**{"url": "", name: value}))) == []


def test_an_unreadable_address_is_not_missing(
    look: Fixture, claim: Fixture, source: Fixture
) -> None:
    assert codes(look(claim(evidence=source(url="county.example.org")))) == ["CB701"]


@pytest.mark.parametrize(
    ("read_as", "is_told"),
    [
        ("original", True),
        ("second-hand", False),
        ("{how: copy}", False),
        ("{how: copy, where: a digest}", True),
        ("{how: copy, url: 'https://digest.example.org/'}", True),
    ],
)
def test_where_a_copy_was_read(
    look: Fixture, claim: Fixture, source: Fixture, read_as: str, is_told: bool
) -> None:
    found = look(claim(evidence=source(read_as=read_as)))
    assert codes(found) == ([] if is_told else ["CB317"])


@pytest.mark.parametrize(
    ("standings", "expected"),
    [
        (("tertiary",), ["CB320"]),
        (("tertiary", "tertiary"), ["CB320"]),
        (("tertiary", "secondary"), []),
        (("tertiary", ""), []),
    ],
)
def test_a_source_is_no_closer_than_what_it_has_its_content_from(
    look: Fixture, claim: Fixture, source: Fixture, standings: tuple[str, ...], expected: list[str]
) -> None:
    parents = {
        f"sources__p{n}": f"title: P\nurl: https://p{n}.example.org/\n"
        + (f"standing: {each}\n" if each else "")
        for n, each in enumerate(standings)
    }
    names = ", ".join(each.removeprefix("sources__") for each in parents)
    inline = source("context", standing="secondary", derived_from=f"[{names}]")
    shared = (
        f"title: S\nurl: https://s.example.org/\nstanding: secondary\nderived_from: [{names}]\n"
    )
    for text, more in ((claim(evidence=inline), {}), (claim(), {"sources__s": shared})):
        assert codes(look(text, only="CB320", **parents, **more)) == expected
