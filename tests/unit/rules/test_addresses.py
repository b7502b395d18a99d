"""Rules about addresses of pages, of copies and of saved texts."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from claimbook.compile import compile_claims
from claimbook.diagnostics import Severity
from claimbook.rules.reading.archives import capture_of, names_no_capture
from claimbook.settings import DEFAULT_SETTINGS
from claimbook.text import SourceFile
from claimbook.urls import parse_url

Fixture = Callable[..., Any]
PAGE = "https://county.example.org/register"
COPY = "https://web.archive.org/web/20260101120000/" + PAGE
NOTICE = "snapshot: {file: a.txt, sha256: " + "0" * 64 + ", url: '%s'}"


@pytest.mark.parametrize(
    ("url", "says", "better"),
    [
        (f"{PAGE}?utm_source=a", "where a visitor came from", PAGE),
        (f"{PAGE}?page=2&fbclid=1#a", "where a visitor came from", f"{PAGE}?page=2#a"),
        ("https://en.m.wikipedia.org/wiki/Exe", "telephones", "https://en.wikipedia.org/wiki/Exe"),
        ("https://www.google.com/amp/s/a.example.org/b", "a cache", "https://a.example.org/b"),
        (
            "https://m.youtube.com/watch?v=a&si=b",
            "telephones, and it tells where a visitor",
            "https://www.youtube.com/watch?v=a",
        ),
    ],
)
def test_an_address_that_goes_a_long_way_is_named_with_the_short_one(
    look: Fixture, claim: Fixture, source: Fixture, url: str, says: str, better: str
) -> None:
    (seen,) = look(claim(evidence=source(url=url)))
    assert (seen.code, seen.text) == ("CB704", url)
    assert says in seen.message
    assert f"write `{better}`; `claimbook fmt`" in seen.hint


@pytest.mark.parametrize(
    ("url", "perhaps"),
    [
        (f"{PAGE}?amp=1", PAGE),
        (f"{PAGE}?a=b&amp", f"{PAGE}?a=b"),
        (f"{PAGE}/amp/", PAGE),
        (f"{PAGE}/amp.html", f"{PAGE}.html"),
        (f"{PAGE}.amp.html", f"{PAGE}.html"),
        (f"{PAGE}?outputType=amp#a", f"{PAGE}#a"),
        ("https://amp.example.org/a", "https://www.example.org/a"),
    ],
)
def test_what_may_be_a_page_for_amp_is_for_a_person_to_try(
    look: Fixture, claim: Fixture, source: Fixture, url: str, perhaps: str
) -> None:
    (seen,) = look(claim(evidence=source(url=url)))
    assert seen.code == "CB704"
    assert seen.hint == f"open `{perhaps}`; if it is the same page, write that"


@pytest.mark.parametrize(
    "url",
    [
        f"{PAGE}?page=2&ref=a",
        "https://amplifier.example.org/amp-meter/?stamp=1",
        "https://m.example.org/a",
        "https://amp.example/",
        "https://perma.cc/AB12-CD34?type=image",
    ],
)
def test_a_plain_address_is_left_alone(
    look: Fixture, claim: Fixture, source: Fixture, url: str
) -> None:
    assert look(claim(evidence=source(url=url)), only="CB704") == []


def test_addresses_of_copies_and_those_in_texts_are_not_looked_at(
    look: Fixture, claim: Fixture, source: Fixture
) -> None:
    fields = (
        f"\n      archives: [{{url: '{COPY}?utm_source=a'}}, {{url: 'https://b.example/?utm_a=1'}}]"
        f"\n      {NOTICE % (PAGE + '?utm_a=1')}\n      notes: 'See {PAGE}?utm_source=a'"
    )
    assert look(claim(evidence=source() + fields), only="CB704") == []


def test_the_edit_is_the_address_where_it_needs_no_quotes(claim: Fixture, source: Fixture) -> None:
    urls = (f"'{PAGE}?utm_a=1'", f"'{PAGE}?a=[b]&utm_a=1'")
    text = claim(evidence="\n".join(source(url=each) for each in urls))
    file = SourceFile("claims/example.yml", text.encode())
    found = compile_claims([file], DEFAULT_SETTINGS, date(2026, 11, 22)).diagnostics
    edits = [each.edit for each in found if each.code.id == "CB704"]
    assert [each and each.text for each in edits] == [PAGE, None]


def test_a_claim_file_may_keep_an_address(look: Fixture, claim: Fixture, source: Fixture) -> None:
    comment = "\n      # claimbook: allow[roundabout-address] read under this address\n      url:"
    text = claim(evidence=source(url=f"{PAGE}?utm_a=1").replace("\n      url:", comment))
    assert look(text) == []


@pytest.mark.parametrize("place", ["type", "whole"])
def test_a_post_without_a_copy_is_an_error_that_a_reason_excuses(
    claim: Fixture, source: Fixture, place: str
) -> None:
    text = claim(evidence=source(type="social-post"))
    comment = "# claimbook: allow[social-post-unarchived] it was gone when we came"
    above = "      type:" if place == "type" else "    source:"
    indent = above[: -len(above.lstrip())]
    excused = text.replace(above, f"{indent}{comment}\n{above}")
    found = [
        compile_claims(
            [SourceFile("claims/a.yml", each.encode())], DEFAULT_SETTINGS, date(2026, 11, 22)
        ).diagnostics
        for each in (text, excused, excused.replace(" it was gone when we came", ""))
    ]
    seen = [[(each.code.name, each.severity) for each in some] for some in found]
    assert [each for each in seen[0] if each[1] is Severity.ERROR] == [
        ("social-post-unarchived", Severity.ERROR)
    ]
    assert not any(each[1] is Severity.ERROR for each in seen[1])
    assert ("suppression-without-reason", Severity.WARNING) in seen[2]


@pytest.mark.parametrize(
    ("accessed", "more", "is_far"),
    [
        ("2026-01-01", "", False),
        ("2026-06-30", "", False),
        ("2025-07-04", "", False),
        ("2026-11-02", "", True),
        ("2024-11", "", True),
        ("2026", "", False),
        ("2026-11-02?", "", False),
        ("", "", False),
        ("2026-11-02", "read_as: copy", False),
        ("2026-11-02", "status: dead", False),
        ("2026-11-02", "status: changed", False),
        ("2026-11-02", "status: live", True),
        ("2026-11-02", NOTICE % PAGE, False),
    ],
)
def test_a_copy_was_made_when_the_page_was_read(
    look: Fixture, claim: Fixture, source: Fixture, accessed: str, more: str, is_far: bool
) -> None:
    text = source(accessed=accessed) + f"\n      archives: [{{url: '{COPY}'}}]"
    found = look(claim(evidence=text + (f"\n      {more}" if more else "")), only="CB318")
    assert [each.text for each in found] == ([f"'{COPY}'"] if is_far else [])
    assert all(accessed in each.labels for each in found)


def test_one_near_copy_is_enough_and_one_without_a_day_may_be_it(
    look: Fixture, claim: Fixture, source: Fixture
) -> None:
    old = source(accessed="2026-11-02") + f"\n      archives:\n      - url: {COPY}"
    near = f"\n      - url: {COPY.replace('20260101', '20261101')}"
    said = "\n      - {url: https://perma.cc/AB12-CD34, captured: 2024-11-02}"
    assert look(claim(evidence=old + near), only="CB318") == []
    assert look(claim(evidence=f"{old}\n      - url: https://perma.cc/A"), only="CB318") == []
    later = old.replace("2026-11-02", "2024-10-31")
    (seen,) = look(claim(evidence=later), only="CB318")
    assert "14 months after the source was read, 2024-10-31" in seen.message
    (seen,) = look(claim(evidence=old + said), only="CB318")
    assert seen.text == COPY
    assert "10 months before" in seen.message


@pytest.mark.parametrize(
    ("address", "more", "is_elsewhere"),
    [
        (PAGE, "", False),
        ("https://www.county.example.org/other", "", False),
        ("https://docs.county.example.org/a", "", False),
        (COPY, "", False),
        ("https://archive.ph/2026.01.01-120000/https://county.example.org/register", "", False),
        ("https://other.example.org/a", "", True),
        ("https://notcounty.example.org/a", "", True),
        ("https://web.archive.org/web/2026/https://other.example.org/a", "", True),
        ("https://perma.cc/AB12-CD34", "", True),
        ("https://perma.cc/AB12-CD34", "archives: [{url: https://perma.cc/AB12-CD34}]", False),
        (
            "https://other.example.org/a",
            "read_as: {how: copy, url: https://other.example.org/a}",
            False,
        ),
    ],
)
def test_a_text_was_saved_from_a_place_that_the_source_names(
    look: Fixture, claim: Fixture, source: Fixture, address: str, more: str, is_elsewhere: bool
) -> None:
    text = source() + f"\n      {NOTICE % address}" + (f"\n      {more}" if more else "")
    found = look(claim(evidence=text), only="CB334")
    assert [each.text for each in found] == ([f"'{address}'"] if is_elsewhere else [])


def test_of_a_source_with_a_doi_alone_nothing_tells_where_it_stands(
    look: Fixture, claim: Fixture, source: Fixture
) -> None:
    text = source(url="", doi="10.1000/182") + f"\n      {NOTICE % PAGE}"
    assert look(claim(evidence=text), only="CB334") == []


def test_a_text_from_a_distrusted_archive_is_named(
    look: Fixture, claim: Fixture, source: Fixture
) -> None:
    address = f"https://archive.ph/2026.01.01-120000/{PAGE}"
    found = look(claim(evidence=source() + f"\n      {NOTICE % address}"), only="CB311")
    assert [each.text for each in found] == [f"'{address}'"]


@pytest.mark.parametrize(
    ("address", "stamp"),
    [
        ("https://web.archive.org/web/20250504120000if_/https://exe.example", "20250504120000"),
        ("https://archive.ph/2025.02.01-123456/https://exe.example", "2025.02.01-123456"),
        ("https://archive.today/20250201123456/https://exe.example", "20250201123456"),
        ("https://archive.is/o/AbCdE/https://exe.example", ""),
        (
            "https://archive.wikiwix.com/cache/20250201123456/https://exe.example",
            "20250201123456",
        ),
        ("https://archive.wikiwix.com/cache/?url=https%3A%2F%2Fexe.example", ""),
        (
            "https://archive.wikiwix.com/cache/index2.php?url=https://exe.example&rev_t=20250201123456",
            "20250201123456",
        ),
        (
            "https://webarchive.nationalarchives.gov.uk/ukgwa/20240101120000mp_/https://exe.example",
            "20240101120000",
        ),
        (
            "https://www.webarchive.org.uk/en/ukwa/wayback/archive/20240101120000/https://exe.example",
            "20240101120000",
        ),
        (
            "https://wayback.archive-it.org/1068/20240101120000/https://exe.example",
            "20240101120000",
        ),
    ],
)
def test_archives_tell_in_their_address_what_was_copied_and_when(address: str, stamp: str) -> None:
    found = capture_of(parse_url(address))
    assert found
    assert found == (stamp, "https://exe.example")
    assert not names_no_capture(parse_url(address))


@pytest.mark.parametrize(
    ("address", "leads_to_many"),
    [
        ("https://web.archive.org/web/*/https://exe.example", True),
        ("https://archive.ph/newest/https://exe.example", True),
        ("https://archive.ph/https://exe.example", True),
        ("https://webarchive.nationalarchives.gov.uk/ukgwa/+/https://exe.example", True),
        ("https://archive.ph/AbCdE", False),
        ("https://perma.cc/AB12-CD34", False),
        ("https://ghostarchive.org/archive/AbCdE", False),
    ],
)
def test_the_newest_copy_and_a_list_of_copies_are_none(address: str, leads_to_many: bool) -> None:
    assert capture_of(parse_url(address)) is None
    assert names_no_capture(parse_url(address)) is leads_to_many
