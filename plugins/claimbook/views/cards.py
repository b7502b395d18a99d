"""A claim as one line of a list, and the orders in which lists stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from claimbook.corpus import Corpus, FiledClaim
from claimbook.dates import PartialDate
from claimbook.format import Moment, counted, moment_if_known
from claimbook.graph import evidence_sources
from claimbook.views.marks import Mark

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Card:
    """What a list says about a claim; ``claimed`` is None where the day is not known."""

    id: str
    title: str
    language: str | None
    mark: Mark
    claimant: str
    claimed: Moment | None
    sources: str
    is_corrected: bool
    is_superseded: bool
    order: "Order"


@dataclass(frozen=True, slots=True)
class Order:
    """What lists are sorted by."""

    claimed: datetime
    reviewed: datetime
    rating: int
    claimant: str


def card_of(claim: FiledClaim, corpus: Corpus, marks: Mapping[str, Mark], withdrawn: Mark) -> Card:
    """One claim's line. ``marks`` holds every rating that a claim of the corpus bears."""
    record = claim.record
    claimant = corpus.claimant(record.claimant).record.name
    mark = withdrawn if record.withdrawn else marks[record.review.rating]
    order = Order(
        _start(record.claimed), _start(record.review.reviewed), mark.rank, claimant.casefold()
    )
    return Card(
        claim.id,
        claim.title,
        record.language,
        mark,
        claimant,
        moment_if_known(record.claimed),
        counted(len(evidence_sources(corpus, record)), "source"),
        bool(record.review.corrections),
        bool(record.related and record.related.superseded_by),
        order,
    )


def _start(date: PartialDate | None) -> datetime:
    return date.earliest if date else _LONG_AGO


def newest_first(cards: Iterable[Card]) -> list[Card]:
    """By the day of the claim, undated last; then by id."""
    by_id = sorted(cards, key=lambda each: each.id)
    return sorted(by_id, key=lambda each: each.order.claimed, reverse=True)


def latest_reviews(cards: Iterable[Card]) -> list[Card]:
    """By the day of the review, then of the claim."""
    by_claim = newest_first(cards)
    return sorted(by_claim, key=lambda each: each.order.reviewed, reverse=True)


def by_rating(cards: Iterable[Card]) -> list[Card]:
    """In the order of the scale, newest first within a rating."""
    return sorted(newest_first(cards), key=lambda each: each.order.rating)


def by_claimant(cards: Iterable[Card]) -> list[Card]:
    """By the claimant's name, newest first within a name."""
    return sorted(newest_first(cards), key=lambda each: each.order.claimant)
