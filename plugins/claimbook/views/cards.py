"""A claim as one line of a list, and the orders in which lists stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from claimbook.corpus import Corpus, FiledClaim, due_day
from claimbook.dates import PartialDate
from claimbook.graph import evidence_sources
from claimbook.records import Claim
from claimbook.views.marks import Mark
from claimbook.wording import Moment, Wording

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Card:
    """What a list says about a claim; ``claimed`` is None where the day is not known.

    ``due`` is the last day before the next review is due, as ISO writes it.
    """

    id: str
    title: str
    language: str | None
    mark: Mark
    claimant: str
    claimed: Moment | None
    sources: str
    is_corrected: bool
    is_superseded: bool
    is_due: bool
    due: str | None
    order: "Order"


@dataclass(frozen=True, slots=True)
class Order:
    """What lists are sorted by."""

    claimed: datetime
    reviewed: datetime
    rating: int
    claimant: str


def card_of(claim: FiledClaim, corpus: Corpus, mark: Mark, say: Wording, today: date) -> Card:
    """One claim's line; ``mark`` is its rating, or that it was withdrawn."""
    record = claim.record
    claimant = corpus.claimant(record.claimant).record.name
    due = due_day(record)
    return Card(
        claim.id,
        claim.title,
        record.language,
        mark,
        claimant,
        say.moment_if_known(record.claimed),
        say.count("lists.sources", len(evidence_sources(corpus, record))),
        bool(record.review.corrections),
        bool(record.related and record.related.superseded_by),
        due is not None and due < today,
        due.isoformat() if due else None,
        _order(record, mark, claimant),
    )


def _order(claim: Claim, mark: Mark, claimant: str) -> Order:
    claimed, reviewed = _start(claim.claimed), _start(claim.review.reviewed)
    return Order(claimed, reviewed, mark.rank, claimant.casefold())


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
