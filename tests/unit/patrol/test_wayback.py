"""What the Wayback Machine answers, and what is taken of it."""

import json
from datetime import date

import pytest

from claimbook.patrol.wayback import captured_on, nearest_copy, question

PAGE = "https://exe.example/notice?a=1&b=2"
COPY = f"https://web.archive.org/web/20250504120000/{PAGE}"


def answer(**told: object) -> bytes:
    closest = {"available": True, "url": COPY.replace("https", "http", 1), "status": "200", **told}
    return json.dumps({"url": PAGE, "archived_snapshots": {"closest": closest}}).encode()


def test_the_question_names_page_and_day() -> None:
    assert question(PAGE, date(2025, 5, 3)) == (
        "https://archive.org/wayback/available"
        "?url=https%3A%2F%2Fexe.example%2Fnotice%3Fa%3D1%26b%3D2&timestamp=20250503"
    )


def test_a_copy_of_the_page_is_taken_and_its_day_read() -> None:
    assert nearest_copy(answer(), PAGE) == COPY
    assert nearest_copy(answer(), PAGE, date(2025, 5, 5)) == COPY
    assert captured_on(COPY) == "2025-05-04"


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"[]", b"{}", b"null", b'"x"', b"\xff", b'{"archived_snapshots": {}}', b"[" * 9_999),
        *(answer(available=False), answer(available="yes"), answer(status="404")),
        *(answer(url=each) for each in (None, 7, "", "javascript:alert(1)", PAGE)),
        answer(url="https://web.archive.org/web/20250504120000/https://evil.example/notice"),
        answer(url="https://evil.example/web/20250504120000/https://exe.example/notice?a=1&b=2"),
        answer(url="https://web.archive.org.evil.example/web/20250504120000/" + PAGE),
        answer(url="https://u:p@web.archive.org/web/20250504120000/" + PAGE),
        answer(url="https://archive.ph/20250504120000/" + PAGE),
        answer(url="https://web.archive.org/web/" + PAGE),
    ],
)
def test_nothing_else_is_taken(data: bytes) -> None:
    assert nearest_copy(data, PAGE) == ""


@pytest.mark.parametrize("day", [date(2025, 5, 4), date(2025, 5, 3)])
def test_a_copy_made_after_the_page_had_failed_may_show_the_failure(day: date) -> None:
    assert nearest_copy(answer(), PAGE, day) == ""


def test_a_copy_with_an_address_that_nobody_reads_again_is_not_taken() -> None:
    page = f"https://exe.example/{'x' * 2_010}"
    data = answer(url=f"https://web.archive.org/web/2025/{page}")
    assert nearest_copy(data, page) == ""
    assert nearest_copy(data.replace(b"x" * 100, b""), page.replace("x" * 100, "")) != ""
