"""CB503 date-in-future."""

from collections.abc import Iterator
from operator import attrgetter

from claimbook.dates import PartialDate
from claimbook.diagnostics import Severity
from claimbook.fields import Content, Held
from claimbook.kinds import DateKind
from claimbook.rules.rule import Context, Finding, Part, value_rule

# These two are plans.
_EARLIEST = attrgetter("earliest")
_MAY_BE_AHEAD = frozenset({"review_by", "retired"})


def may_be_ahead(content: Content, context: Context) -> bool:
    """Whether one of the dates lies behind today."""
    # The last of them tells, and until when there is none.
    dates = content.dates
    return bool(dates) and max(map(_EARLIEST, dates)).date() > context.today


@value_rule(
    "CB503",
    "date-in-future",
    Severity.WARNING,
    DateKind,
    glance=may_be_ahead,
    looks_at=[Part.TODAY],
)
def date_in_future(held: Held, context: Context) -> Iterator[Finding]:
    """A date that tells of something past lies in the future."""
    date: PartialDate = held.value
    if held.field not in _MAY_BE_AHEAD and date.is_after_day(context.today):
        message = f"`{held.field}` lies in the future: {date}"
        yield Finding(held.span, message, "correct the date; look at the year first")
