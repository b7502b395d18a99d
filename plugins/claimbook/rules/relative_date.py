"""CB605 relative-date."""

import re
from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.dates import MONTH_NAMES
from claimbook.diagnostics import Severity
from claimbook.rules.rule import Context, Finding, rule

_UNITS = (
    "night|week|weekend|month|quarter|year|decade|century|spring|summer|autumn|winter|"
    f"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|{'|'.join(MONTH_NAMES)}"
)
_SPANS = "second|minute|hour|day|week|month|year|decade"
# Left a text: to compile it takes longer than to check a claim, and few claims need it.
RELATIVE = rf"""\b(?:
      (?:[Yy]esterday|[Tt]omorrow|today|tonight|recently|lately|currently|nowadays)
    | (?:[Ll]ast|[Nn]ext|[Tt]his|[Tt]he\ past|[Tt]he\ coming)\ (?:{_UNITS})(?!\ of\b)
    | (?:[\w-]+)\ (?:{_SPANS})s?\ ago
    | [Aa]t\ the\ end\ of\ (?:last|this|next)\ (?:{_UNITS})
    )\b"""
# One of these stands in whatever that finds; to look for them is quicker still.
SIGNS = (
    *("esterday", "omorrow", "today", "tonight", "recently", "lately", "currently", "nowadays"),
    *("ast ", "ext ", "his ", "he coming ", " ago"),
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]")


@rule("CB605", "relative-date", Severity.WARNING)
def relative_date(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A claim tells its time from the day on which it was made."""
    record = claim.record
    language = record.language or context.settings.publication.language or "en"
    if not language.startswith("en"):
        return
    if not any(map(record.claim.__contains__, SIGNS)):
        return
    quoted = [each.span() for each in _QUOTED.finditer(record.claim)]
    for each in re.finditer(RELATIVE, record.claim, re.VERBOSE):
        # A quotation under test is quoted exactly as printed.
        if not any(start <= each.start() < end for start, end in quoted):
            message = f"“{each[0]}” means another time to whoever reads the claim later"
            hint = "write the date or the year"
            span = record.at.value("claim")
            yield Finding(span, message, hint, value=record.claim, within=each.span())
