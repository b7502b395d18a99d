"""What statuses say, and where a page has moved."""

import pytest

from claimbook.patrol.outcomes import Kind, outcome_of
from claimbook.patrol.replies import Reply, Way

ASKED = "https://exe.example/a"


def way(*replies: Reply) -> Way:
    return Way(ASKED, replies)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (200, Kind.THERE),
        (204, Kind.THERE),
        (304, Kind.SAME),
        *((each, Kind.FAILED) for each in (404, 410, 500, 502, 503, 504, 521, 599)),
        *((each, Kind.UNCLEAR) for each in (400, 401, 402, 403, 405, 406, 408, 418, 429, 451)),
        *((each, Kind.UNCLEAR) for each in (100, 302, 999, 0)),
    ],
)
def test_only_what_is_said_plainly_is_a_failure(status: int, kind: Kind) -> None:
    assert outcome_of(way(Reply(ASKED, status))).kind is kind


def test_a_site_that_asks_for_time_or_for_a_person_has_not_failed() -> None:
    asking = outcome_of(way(Reply(ASKED, 503, retry_after=30)))
    assert (asking.kind, asking.is_passing, asking.patience) == (Kind.UNCLEAR, True, 30)
    assert outcome_of(way(Reply(ASKED, 503, is_challenge=True))).kind is Kind.UNCLEAR


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((301,), "https://exe.example/1"),
        ((308, 301), "https://exe.example/2"),
        ((301, 302, 301), "https://exe.example/1"),
        ((302,), ""),
        ((302, 301), ""),
        ((303, 307), ""),
        ((), ""),
    ],
)
def test_a_page_has_moved_as_far_as_redirects_are_for_good(
    statuses: tuple[int, ...], expected: str
) -> None:
    steps = [
        Reply(f"https://exe.example/{at}", status, f"https://exe.example/{at + 1}")
        for at, status in enumerate(statuses)
    ]
    assert outcome_of(way(*steps, Reply("https://exe.example/z", 200))).new_address == expected


def test_who_is_led_back_has_not_moved() -> None:
    found = outcome_of(way(Reply(ASKED, 301, ASKED), Reply(ASKED, 200)))
    assert found.new_address == ""
