"""CB505 correction-order."""

from collections.abc import Iterator
from itertools import pairwise

from claimbook.corpus import FiledClaim
from claimbook.diagnostics import Label, Severity
from claimbook.rules.reading.days import is_before
from claimbook.rules.rule import Context, Finding, rule


@rule("CB505", "correction-order", Severity.WARNING, needs=["corrections"])
def correction_order(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """Corrections do not stand in the order in which they were made."""
    for above, below in pairwise(claim.record.review.corrections):
        if is_before(below.date, above.date):
            message = f"the correction of {below.date} stands below the later one of {above.date}"
            label = Label(above.at.value("date"), "later")
            hint = "put corrections in the order of their dates, the first one first"
            yield Finding(below.at.value("date"), message, hint, labels=(label,))
