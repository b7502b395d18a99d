from datetime import UTC, date, datetime

import pytest

from claimbook.clock import today


def test_the_day_is_today_in_utc() -> None:
    before = datetime.now(UTC).date()
    assert before <= today({}) <= datetime.now(UTC).date()


def test_a_reproducible_build_sets_the_day() -> None:
    assert today({"SOURCE_DATE_EPOCH": "1795305600"}) == date(2026, 11, 22)


@pytest.mark.parametrize("given", ["soon", "1.5", "9" * 30])
def test_anything_else_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH"):
        today({"SOURCE_DATE_EPOCH": given})
