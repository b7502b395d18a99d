"""All feeds of a site: each entry is made once and stands in every feed that it belongs to."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from claimbook.boundaries.xml_text import line
from claimbook.drawn import Each
from claimbook.exports.feeds.atom import atom_entry, atom_feed
from claimbook.exports.feeds.channel import Channel, Written
from claimbook.exports.feeds.entry import Entry, change_entry, claim_entry, last_moment
from claimbook.exports.feeds.json_feed import json_feed, json_item
from claimbook.exports.feeds.rss import rss_feed, rss_item
from claimbook.exports.files import File
from claimbook.views import feeds
from claimbook.views.addresses import absolute
from claimbook.views.catalogue import Catalogue
from claimbook.views.corrections import log_of
from claimbook.views.feeds import ATOM, JSON, RSS, Followed, has_feeds
from claimbook.views.overview import aliases_of

# So many entries stand in a feed.
MOST = 30
_FORMATS = ((ATOM, atom_feed), (RSS, rss_feed), (JSON, json_feed))


def feed_files(catalogue: Catalogue) -> Iterator[File]:
    """Published path and content of every feed, in three formats.

    There is none without an address of the publication. A claim that bears no day, neither of its
    review nor of a correction, stands in no feed: nobody could say when it was new.
    """
    if not has_feeds(catalogue.settings):
        return
    entries = _entries(catalogue)
    for each in _lists(catalogue):
        channel = _channel(each, entries.get(each.feed, ()), catalogue)
        for suffix, write in _FORMATS:
            yield f"{each.feed}{suffix}", write(channel).encode()


def _lists(catalogue: Catalogue) -> Iterator[Followed]:
    yield feeds.all_claims(catalogue)
    yield feeds.all_corrections(catalogue)
    for of_kind in (feeds.topics, feeds.ratings, feeds.claimants):
        yield from of_kind(catalogue)


def _channel(followed: Followed, entries: Iterable[Written], catalogue: Catalogue) -> Channel:
    publication = catalogue.publication
    name = catalogue.say("feeds.title", name=publication.name, list=followed.title)
    return Channel(
        f"{publication.url}{followed.feed}",
        absolute(followed.location, catalogue),
        line(name),
        line(followed.about),
        publication,
        tuple(entries),
    )


def _entries(catalogue: Catalogue) -> Mapping[str, Iterable[Written]]:
    """The entries of each feed, the newest change first."""
    claims, aliases = catalogue.corpus.claims, aliases_of(catalogue.corpus)
    moments = {name: last_moment(each) for name, each in claims.items()}
    dated = {name: moment for name, moment in moments.items() if moment}
    newest = sorted(dated, key=dated.__getitem__, reverse=True)

    def write(name: str) -> Written:
        return _written(claim_entry(claims[name], dated[name], aliases, catalogue))

    written = Each(dated, write)
    places = _places(newest, catalogue).items()
    found = {feed: map(written.__getitem__, names) for feed, names in places}
    return {**found, "feeds/corrections": _changes(aliases, catalogue)}


def _places(newest: Iterable[str], catalogue: Catalogue) -> Mapping[str, list[str]]:
    """The first claims of every feed."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    speakers = {name: maker for maker, names in catalogue.people.made.items() for name in names}
    for name in newest:
        topics = catalogue.corpus.claims[name].record.topics
        places = [f"feeds/topics/{each}" for each in topics]
        places += ["feeds/all", f"feeds/ratings/{catalogue.cards[name].mark.key}"]
        places += [f"feeds/claimants/{speakers[name]}"] if name in speakers else []
        for feed in places:
            if len(found[feed]) < MOST:
                found[feed].append(name)
    return found


def _changes(aliases: Mapping[str, str], catalogue: Catalogue) -> Iterator[Written]:
    seen: Counter[tuple[str, str]] = Counter()
    for each in log_of(catalogue.corpus)[:MOST]:
        key = each.claim, f"{type(each.record).__name__} {each.date.plain}"
        seen[key] += 1
        yield _written(change_entry(each, seen[key], aliases, catalogue))


def _written(entry: Entry) -> Written:
    return Written(entry.updated, atom_entry(entry), rss_item(entry), json_item(entry))
