"""What happened to a claim and to its check, with dates."""

from collections.abc import Iterator
from datetime import datetime

from claimbook.data import Fixed
from claimbook.dates import PartialDate
from claimbook.records import Appearance, CheckedDocument, Claim, Correction, Source
from claimbook.views.catalogue import Catalogue
from claimbook.wording import Moment


class Event(Fixed):
    """One line of the history; ``href`` leads to where more is said on the page."""

    date: Moment
    what: str
    detail: str = ""
    language: str | None = None
    href: str | None = None


Dated = tuple[PartialDate, Event]


def history_of(claim: Claim, catalogue: Catalogue) -> tuple[Event, ...]:
    """Everything that bears a date, the oldest first; the next review comes last."""
    say, due = catalogue.say, claim.review.review_by
    events = [event for _, event in sorted(_events(claim, catalogue), key=_start)]
    if due and not claim.withdrawn:
        events.append(Event(say.moment(due), say("claim.history_next")))
    return tuple(events)


def _start(dated: Dated) -> datetime:
    return dated[0].earliest


def _events(claim: Claim, catalogue: Catalogue) -> Iterator[Dated]:
    review = claim.review
    taken_back = claim.withdrawn.date if claim.withdrawn else None
    yield from _plain("claim.history_claimed", claim.claimed, catalogue)
    yield from _first_appearance(claim, catalogue)
    yield from _plain("claim.history_reviewed", review.reviewed, catalogue)
    for each in review.corrections:
        yield each.date, _correction(each, catalogue)
    yield from _plain("claim.history_withdrawn", taken_back, catalogue)


def _plain(key: str, date: PartialDate | None, catalogue: Catalogue) -> Iterator[Dated]:
    if date:
        yield date, Event(catalogue.say.moment(date), catalogue.say(key))


def _first_appearance(claim: Claim, catalogue: Catalogue) -> Iterator[Dated]:
    place = _published(claim.appearances[0], claim, catalogue) if claim.appearances else None
    if place and place.published:
        say, language = catalogue.say, catalogue.foreign(place.language)
        moment = say.moment(place.published)
        yield (
            place.published,
            Event(moment, say("claim.history_appeared"), place.title, language, "#appearances"),
        )


def _published(
    appearance: Appearance, claim: Claim, catalogue: Catalogue
) -> Source | CheckedDocument | None:
    if appearance.document:
        filed = catalogue.corpus.documents.get(appearance.document)
        return filed.record if filed else None
    cited = catalogue.corpus.source(appearance.source, claim) if appearance.source else None
    return cited.source if cited else None


def _correction(correction: Correction, catalogue: Catalogue) -> Event:
    is_rating = is_material(correction)
    key = "claim.history_rating" if is_rating else "claim.history_corrected"
    return Event(catalogue.say.moment(correction.date), catalogue.say(key), href="#corrections")


def is_material(correction: Correction) -> bool:
    """Whether a correction changed the rating."""
    before, after = correction.rating_before, correction.rating_after
    return bool(before and after and before != after)
