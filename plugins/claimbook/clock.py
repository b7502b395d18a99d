"""The one place that knows what day it is."""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime

VARIABLE = "SOURCE_DATE_EPOCH"


def today(environment: Mapping[str, str] | None = None) -> date:
    """The current day in UTC, or that of ``SOURCE_DATE_EPOCH`` where it is set.

    Reproducible builds (https://reproducible-builds.org/specs/source-date-epoch/) set the
    variable to seconds since 1970. Raises ``ValueError`` where it holds anything else.
    """
    given = (os.environ if environment is None else environment).get(VARIABLE, "").strip()
    if not given:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(given), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        message = f"{VARIABLE} is `{given}`; seconds since 1970 are expected"
        raise ValueError(message) from error


def days() -> tuple[date, date]:
    """The current day where this machine is, and in UTC."""
    now = datetime.now(UTC)
    return now.astimezone().date(), now.date()
