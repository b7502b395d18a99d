"""CB503 date-in-future."""

from collections.abc import Iterator

from claimbook.dates import PartialDate
from claimbook.diagnostics import Severity
from claimbook.fields import Held
from claimbook.kinds import DateKind
from claimbook.rules.rule import Context, Finding, Part, value_rule

# These two are plans.
_MAY_BE_AHEAD = frozenset({"review_by", "retired"})


@value_rule("CB503", "date-in-future", Severity.WARNING, DateKind, looks_at=[Part.TODAY])
def date_in_future(held: Held, context: Context) -> Iterator[Finding]:
    """A date that tells of something past lies in the future."""
    date: PartialDate = held.value
    if date.earliest.date() <= context.today:
        return
    if held.field not in _MAY_BE_AHEAD and date.is_after_day(context.today):
        message = f"`{held.field}` lies in the future: {date}"
        yield Finding(held.span, message, "correct the date; look at the year first")
