"""CB306 uncited-number."""

import re
from collections.abc import Iterator

from claimbook.corpus import Corpus, FiledClaim
from claimbook.diagnostics import Severity
from claimbook.records import Claim
from claimbook.rules.reading import grounds
from claimbook.rules.reading.numbers import Known, Number, numbers
from claimbook.rules.reading.passages import Passage, passages
from claimbook.rules.reading.quotations import quotations
from claimbook.rules.rule import Context, Finding, Part, rule

_NAME_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)[ \u00a0-]$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…]['\"”’)]*\s+)$")
_LONGEST_NAME = 40
_NOT_NAMES = frozenset(
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
    | {"USD", "EUR", "GBP", "CHF", "JPY", "CNY", "INR", "AUD", "CAD"}
)


@rule(
    "CB306",
    "uncited-number",
    Severity.WARNING,
    needs=["verdict", "analysis", "evidence"],
    looks_at=[Part.SOURCES, Part.CLAIMANTS, Part.DOCUMENTS],
)
def uncited_number(claim: FiledClaim, context: Context) -> Iterator[Finding]:
    """A number in the verdict or in the analysis has no source."""
    record, corpus = claim.record, context.corpus
    analysis = passages(record.review.analysis or "")
    yield from _in_analysis(record, corpus, analysis)
    yield from _in_verdict(record, corpus, analysis)


def _in_analysis(claim: Claim, corpus: Corpus, analysis: tuple[Passage, ...]) -> Iterator[Finding]:
    uncited = [each for each in analysis if not each.cited and not each.is_heading]
    known: Known | None = None
    for passage in uncited:
        for number in _unquoted(passage.text):
            known = known or _given(claim, corpus, analysis)
            text = passage.text[number.start : number.end]
            if not known.holds(number, text) and not _is_in_a_name(
                passage.text, number, claim, corpus
            ):
                yield Finding(
                    claim.review.at.value("analysis"),
                    f"no source is cited for “{text}” in this paragraph",
                    "cite where it stands, as in `[@source-id]`",
                    value=claim.review.analysis,
                    within=passage.within(number.start, number.end),
                )


def _in_verdict(claim: Claim, corpus: Corpus, analysis: tuple[Passage, ...]) -> Iterator[Finding]:
    verdict = claim.review.verdict
    known: Known | None = None
    for number in _unquoted(verdict):
        known = known or _given(claim, corpus, analysis, *grounds.evidence_texts(claim))
        text = verdict[number.start : number.end]
        if not known.holds(number, text) and not _is_in_a_name(verdict, number, claim, corpus):
            yield Finding(
                claim.review.at.value("verdict"),
                f"“{text}” stands in no evidence and in no cited paragraph",
                "add the evidence that shows it, or say it as the evidence does",
                value=verdict,
                within=(number.start, number.end),
            )


def _unquoted(text: str) -> Iterator[Number]:
    """Numbers outside quotations: what is quoted has rules of its own."""
    for number in numbers(text):
        if not any(each.start <= number.start < each.end for each in quotations(text)):
            yield number


def _given(claim: Claim, corpus: Corpus, analysis: tuple[Passage, ...], *more: str) -> Known:
    """The numbers of the claim itself, its dates, and those that are cited somewhere."""
    cited = (each.text for each in analysis if each.cited)
    return Known((*grounds.own_texts(claim), *more, *cited), grounds.dates(corpus, claim))


def _is_in_a_name(text: str, number: Number, claim: Claim, corpus: Corpus) -> bool:
    """Whether the number belongs to a name, as in “Windows 11” or “Article 5”."""
    found = _NAME_BEFORE.search(text, max(number.start - _LONGEST_NAME, 0), number.start)
    if found is None or not found[1][0].isupper() or found[1] in _NOT_NAMES:
        return False
    before = text[max(found.start() - _LONGEST_NAME, 0) : found.start()]
    if not _SENTENCE_START.search(before):
        return True
    pair = text[found.start() : number.end]
    return any(pair in each for each in grounds.names(corpus, claim))
