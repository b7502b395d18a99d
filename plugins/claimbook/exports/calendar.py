"""The days on which reviews fall due, as a calendar to subscribe to (RFC 5545 and 7986).

Each is an event of a whole day that takes nobody's time, and no to-do: calendars on telephones and
on the web show events of those they subscribe to, and leave to-dos out.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from claimbook.boundaries.calendar_text import folded, text
from claimbook.boundaries.xml_text import line
from claimbook.corpus import FiledClaim
from claimbook.exports.feeds.entry import last_moment, lasting_address
from claimbook.exports.files import File
from claimbook.views.addresses import absolute
from claimbook.views.catalogue import Catalogue
from claimbook.views.feeds import REVIEWS, has_calendar
from claimbook.views.links import claim_location
from claimbook.views.overview import aliases_of

# So many days stand in the calendar, the earliest first: the services that show calendars give up
# on large ones.
MOST = 1_000


def calendar_files(catalogue: Catalogue) -> Iterator[File]:
    """``feeds/reviews.ics``; nothing without an address, or where no review falls due."""
    if has_calendar(catalogue):
        lines = [*_head(catalogue), *_events(catalogue), "END:VCALENDAR"]
        yield REVIEWS, b"".join(map(folded, lines))


def _head(catalogue: Catalogue) -> Iterator[str]:
    say, publication = catalogue.say, catalogue.publication
    name = text(say("feeds.title", name=publication.name, list=say("lists.due")))
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Claimbook//Claimbook//EN")
    # Most calendars read the older name only.
    yield from (f"NAME:{name}", f"X-WR-CALNAME:{name}")
    yield f"DESCRIPTION:{text(say('feeds.calendar_lead'))}"
    yield f"SOURCE;VALUE=URI:{publication.url}{REVIEWS}"
    yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"


def _events(catalogue: Catalogue) -> Iterator[str]:
    aliases = aliases_of(catalogue.corpus)
    due = sorted((each.due, each.id) for each in catalogue.cards.values() if each.due)
    for day, name in due[:MOST]:
        claim = catalogue.corpus.claims[name]
        yield "BEGIN:VEVENT"
        yield from _event(claim, day, aliases, catalogue)
        yield "END:VEVENT"


def _event(
    claim: FiledClaim, day: str, aliases: Mapping[str, str], catalogue: Catalogue
) -> Iterator[str]:
    card, say, address = catalogue.cards[claim.id], catalogue.say, _address(claim, catalogue)
    verdict = say("feeds.rated", rating=card.mark.label, text=claim.record.review.verdict)
    changed = last_moment(claim) or datetime.fromisoformat(day).replace(tzinfo=UTC)
    yield f"UID:{text(lasting_address(claim, aliases, catalogue))}#review"
    yield f"DTSTAMP:{changed:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day.replace('-', '')}"
    yield f"SUMMARY:{text(line(say('feeds.review', title=claim.title)))}"
    yield f"DESCRIPTION:{text(line(verdict))}"
    yield f"URL:{address}"
    yield from _categories(claim, catalogue)
    yield "TRANSP:TRANSPARENT"


def _address(claim: FiledClaim, catalogue: Catalogue) -> str:
    return absolute(claim_location(claim.id), catalogue)


def _categories(claim: FiledClaim, catalogue: Catalogue) -> Iterator[str]:
    topics = catalogue.corpus.topics
    labels = [text(line(topics[each].label)) for each in claim.record.topics if each in topics]
    if labels:
        yield f"CATEGORIES:{','.join(labels)}"
