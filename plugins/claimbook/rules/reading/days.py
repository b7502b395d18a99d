"""Which of two partial dates came first, where that is beyond doubt."""

from datetime import date, timedelta

from claimbook.dates import PartialDate

# A day has begun in Kiribati 26 hours before it ends in Hawaii: of a day and a moment, the
# order is certain only outside of that.
_ZONES = timedelta(hours=14)


def is_before(first: PartialDate | None, second: PartialDate | None) -> bool:
    """Whether ``first`` certainly lies before ``second``; doubtful dates are never certain."""
    if first is None or second is None or first.latest >= second.earliest:
        return False
    if first.is_doubtful or second.is_doubtful:
        return False
    if (first.precision == "minute") is not (second.precision == "minute"):
        return first.latest + _ZONES < second.earliest
    return True


def is_out_of_order(first: PartialDate | None, second: PartialDate | None, today: date) -> bool:
    """As :func:`is_before`; but where ``second`` lies in the future, that alone is the matter."""
    return is_before(first, second) and second is not None and not second.is_after_day(today)
