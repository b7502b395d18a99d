"""The calendar of reviews, read back by others and held against the claims."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.boundaries.calendar_text import folded, text
from claimbook.boundaries.xml_text import line
from claimbook.exports.calendar import MOST, calendar_files
from claimbook.settings import Exports, Publication, Settings
from tests.unit.views.hostile import HOSTILE
from tests.unit.views.making import SETTINGS, PageReader, claim_text, site_of

ROOT = "https://ledger.example/"
TITLE = r"=cmd; a, b \n c \ “ü” 👩‍🚒 خبر </script> BEGIN:VEVENT {{ 7 }} ]]>"
FILES = {
    "bridge.yml": claim_text(
        more="title: The bridge\ntopics: [bridges]\naliases: [first]",
        review="  reviewed: 2026-01-05\n  review_by: 2027-02\n",
    ),
    "odd.yml": claim_text(
        more=f"title: '{TITLE}'", review=f"  review_by: 2026-12-24\n  reviewers: ['{TITLE}']\n"
    ),
    "never.yml": claim_text(),
    "gone.yml": claim_text(
        more="withdrawn: {date: 2026-04-01, reason: No.}", review="  review_by: 2026-12-25\n"
    ),
    "topics.yml": "bridges: 'Bridges, ways; more'\n",
}


def calendar(files: Mapping[str, str] = FILES, settings: Settings = SETTINGS) -> bytes | None:
    return dict(calendar_files(site_of(files, settings)._catalogue)).get("feeds/reviews.ics")


def test_an_event_says_what_the_claim_says() -> None:
    read = icalendar.Calendar.from_ical(calendar() or b"")
    assert read["VERSION"] == "2.0"
    assert read["X-WR-CALNAME"] == read["NAME"] == "The Ledger: Due for review"
    assert read["SOURCE"] == f"{ROOT}feeds/reviews.ics"
    odd, bridge = read.walk("VEVENT")
    assert odd["SUMMARY"] == f"Look again: {TITLE}"
    assert odd.decoded("DTSTART") == date(2026, 12, 24)
    # Nothing else is known of its days.
    assert odd["DTSTAMP"].to_ical() == b"20261224T000000Z"
    assert bridge["UID"] == f"{ROOT}claims/first/#review"
    assert bridge["URL"] == f"{ROOT}claims/bridge/"
    assert bridge.decoded("DTSTART") == date(2027, 2, 28)
    assert bridge["DTSTAMP"].to_ical() == b"20260105T000000Z"
    assert bridge["DESCRIPTION"] == "True: The council’s minutes record the opening."
    assert bridge["TRANSP"] == "TRANSPARENT"
    assert [str(each) for each in bridge["CATEGORIES"].cats] == ["Bridges, ways; more"]
    assert not any(each.errors for each in read.walk())


def test_lines_are_short_and_end_as_they_should() -> None:
    data = calendar() or b""
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(each) <= 75 for each in lines)
    assert b"\n" not in b"".join(lines)
    assert all(each.decode() or True for each in lines)


def test_without_an_address_a_date_or_the_switch_there_is_none() -> None:
    assert calendar({"never.yml": claim_text()}) is None
    assert calendar(settings=replace(SETTINGS, publication=Publication())) is None
    off = replace(SETTINGS, exports=Exports(calendar=False))
    # The table of exports asks for the switch; what leads to the calendar does, too.
    page = site_of(FILES, off).fragment_at("due/index")
    assert page
    assert not [each for each in PageReader(page.body).links if "reviews.ics" in each["href"]]


@pytest.mark.parametrize("place", ["due/index", "feeds/index"])
def test_readers_find_it(place: str) -> None:
    page = site_of(FILES).fragment_at(place)
    assert page
    assert "../feeds/reviews.ics" in {each["href"] for each in PageReader(page.body).links}


def test_the_earliest_come_first_and_only_so_many() -> None:
    days = {f"c{n}.yml": claim_text(review="  review_by: 2027-02-03\n") for n in range(MOST)}
    early = {"early.yml": claim_text(review="  review_by: 2027-01-01\n")}
    read = icalendar.Calendar.from_ical(calendar(days | early) or b"")
    events = read.walk("VEVENT")
    assert len(events) == MOST
    assert events[0]["URL"] == f"{ROOT}claims/early/"


def test_the_same_claims_give_the_same_bytes() -> None:
    assert calendar() == calendar(dict(reversed(FILES.items())))


@given(st.text(), st.sampled_from(["", HOSTILE, TITLE]))
def test_any_text_comes_back(told: str, more: str) -> None:
    told = line(f"{told}{more}")
    folds = folded(f"SUMMARY:{text(told)}")
    assert all(len(each) <= 75 for each in folds.split(b"\r\n"))
    event = b"BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n" + folds + b"END:VEVENT\r\n"
    assert icalendar.Event.from_ical(event)["SUMMARY"] == told
    for part in folds.split(b"\r\n "):
        part.decode()
