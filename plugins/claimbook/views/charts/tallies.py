"""What a publication amounts to, counted once over all of its claims."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from claimbook.corpus import Corpus, FiledClaim, due_day, published_sources
from claimbook.dates import PartialDate
from claimbook.graph import is_compared, is_kept
from claimbook.records import Claim, Evidence, Exemption, Review
from claimbook.views.history import is_material

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
    sources = tuple(published_sources(corpus))
    return SourceTally(
        len(sources),
        Counter(each.standing for each in sources),
        Counter(each.reading.how if each.reading else None for each in sources),
        sum(map(is_kept, sources)),
    )


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
    if is_compared(evidence):
        return "compared"
    return "impossible" if isinstance(evidence.verify, Exemption) else "unrecorded"


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
        sum(is_material(each) for _, each in found),
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
    day = due_day(claim)
    if day is None:
        return "unset"
    return "past" if day < today else "ahead"
