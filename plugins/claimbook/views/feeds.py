"""Where feeds stand, and which lists they follow."""

from collections.abc import Iterator
from typing import NamedTuple

from claimbook.settings import Settings
from claimbook.views.catalogue import Catalogue
from claimbook.views.links import ALL_CLAIMS

FEEDS = "feeds/index"
ATOM, RSS, JSON = ".atom", ".rss", ".json"
REVIEWS = "feeds/reviews.ics"


class Followed(NamedTuple):
    """A list that can be followed: its feed without suffix, its page, and what it is called."""

    feed: str
    location: str
    title: str
    about: str


def has_feeds(settings: Settings) -> bool:
    """Whether there are feeds: only a publication with an address can have any."""
    return bool(settings.publication.url) and settings.exports.feeds


def has_calendar(catalogue: Catalogue) -> bool:
    """Whether there is a calendar of reviews to come: iCalendar has none without an entry."""
    settings = catalogue.settings
    if not settings.publication.url or not settings.exports.calendar:
        return False
    return any(each.due for each in catalogue.cards.values())


def followed(location: str, catalogue: Catalogue) -> Followed | None:
    """What is followed by whoever follows the list at a location; None for any other page."""
    room, _, rest = location.partition("/")
    name = rest.partition("/")[0]
    match room:
        case "claims" | "browse" | "changes":
            return all_claims(catalogue)
        case "corrections":
            return all_corrections(catalogue)
        case "topics" if name in catalogue.corpus.topics:
            return _topic(name, catalogue)
        case "ratings" if name in catalogue.corpus.ratings:
            return _rating(name, catalogue)
        case "claimants" if name in catalogue.people.made:
            return _claimant(name, catalogue)
    return None


def all_claims(catalogue: Catalogue) -> Followed:
    """Every claim."""
    say = catalogue.say
    return Followed("feeds/all", ALL_CLAIMS, say("feeds.all"), say("feeds.all_lead"))


def all_corrections(catalogue: Catalogue) -> Followed:
    """Every correction and withdrawal."""
    title, about = catalogue.say("lists.corrections"), catalogue.say("feeds.corrections_lead")
    return Followed("feeds/corrections", "corrections/index", title, about)


def topics(catalogue: Catalogue) -> Iterator[Followed]:
    """Every topic, in the order of the file."""
    return (_topic(name, catalogue) for name in catalogue.corpus.topics)


def ratings(catalogue: Catalogue) -> Iterator[Followed]:
    """Every rating of the scale."""
    return (_rating(key, catalogue) for key in catalogue.corpus.ratings)


def claimants(catalogue: Catalogue) -> Iterator[Followed]:
    """Everybody who has made a claim."""
    return (_claimant(name, catalogue) for name in catalogue.people.made)


def _topic(name: str, catalogue: Catalogue) -> Followed:
    topic = catalogue.corpus.topics[name]
    about = topic.description or catalogue.say("lists.topic_about", topic=topic.label)
    return Followed(f"feeds/topics/{name}", f"topics/{name}", topic.label, about)


def _rating(key: str, catalogue: Catalogue) -> Followed:
    mark = catalogue.marks[key]
    title = catalogue.say("lists.rating_title", rating=mark.label)
    return Followed(f"feeds/ratings/{key}", f"ratings/{key}", title, mark.definition)


def _claimant(name: str, catalogue: Catalogue) -> Followed:
    title = catalogue.people.by_id[name].record.name
    about = catalogue.say("feeds.claimant_lead", name=title)
    return Followed(f"feeds/claimants/{name}", f"claimants/{name}", title, about)
