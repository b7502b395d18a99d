"""What a publication amounts to, counted once over all of its claims."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from claimbook.corpus import Corpus, FiledClaim, uses_of
from claimbook.dates import PartialDate
from claimbook.records import Claim, Evidence, Exemption, Review, Source

_TO_THE_DAY = frozenset({"day", "minute"})


@dataclass(frozen=True, slots=True)
class SourceTally:
    """Sources of published claims by standing, by reading, and how many are kept somewhere.

    None stands for what was not written down.
    """

    total: int
    standings: Counter[str | None]
    readings: Counter[str | None]
    kept: int


def source_tally(corpus: Corpus) -> SourceTally:
    """Count every source once: a shared one by its id, an inline one where it stands."""
    sources = tuple(_sources(corpus))
    return SourceTally(
        len(sources),
        Counter(each.standing for each in sources),
        Counter(each.reading.how if each.reading else None for each in sources),
        sum(bool(each.archives or each.snapshot) for each in sources),
    )


def _sources(corpus: Corpus) -> Iterator[Source]:
    shared: dict[str, Source] = {}
    for claim in corpus.claims.values():
        for use in uses_of(claim.record):
            if isinstance(use.source, Source):
                yield use.source
            elif use.source and use.source in corpus.sources:
                shared[use.source] = corpus.sources[use.source].record
    yield from shared.values()


@dataclass(frozen=True, slots=True)
class QuotationTally:
    """Quotations in evidence: compared by a person, impossible to compare, the rest."""

    compared: int
    impossible: int
    unrecorded: int


def quotation_tally(claims: Iterable[FiledClaim]) -> QuotationTally:
    """Count the quotations of claims by what is on record about their comparison."""
    evidence = (each for claim in claims for each in claim.record.evidence if each.quote)
    found = Counter(map(_comparison, evidence))
    return QuotationTally(found["compared"], found["impossible"], found["unrecorded"])


def _comparison(evidence: Evidence) -> str:
    if not isinstance(evidence.verify, Exemption):
        return "unrecorded"
    return "compared" if evidence.verify.manual else "impossible"


@dataclass(frozen=True, slots=True)
class CorrectionTally:
    """Corrections and withdrawals, and the days from review to correction where both are known."""

    corrections: int
    rating_changes: int
    withdrawals: int
    days: tuple[int, ...]


def correction_tally(claims: Iterable[FiledClaim]) -> CorrectionTally:
    """Count what had to be put right."""
    records = [each.record for each in claims]
    found = [(each.review, change) for each in records for change in each.review.corrections]
    days = ((_days(review, change.date)) for review, change in found)
    return CorrectionTally(
        len(found),
        sum(each.rating_before != each.rating_after for _, each in found),
        sum(each.withdrawn is not None for each in records),
        tuple(each for each in days if each is not None),
    )


def _days(review: Review, corrected: PartialDate) -> int | None:
    """Days that a mistake stood; None where they cannot be counted.

    A claim that was reviewed anew after its correction no longer tells its first review.
    """
    reviewed = review.reviewed
    if reviewed is None or not {reviewed.precision, corrected.precision} <= _TO_THE_DAY:
        return None
    days = (corrected.day - reviewed.day).days
    return days if days >= 0 else None


@dataclass(frozen=True, slots=True)
class DueTally:
    """Reviews whose day is past, lies ahead, or was never set."""

    past: int
    ahead: int
    unset: int


def due_tally(claims: Iterable[FiledClaim], today: date) -> DueTally:
    """Count standing claims by the day on which they are to be looked at again."""
    found = Counter(_due(each.record, today) for each in claims if each.record.withdrawn is None)
    return DueTally(found["past"], found["ahead"], found["unset"])


def _due(claim: Claim, today: date) -> str:
    day = claim.review.review_by
    if day is None:
        return "unset"
    return "past" if day.latest.date() < today else "ahead"
