"""Ways into all claims: ratings, years, topics and claimants, each with its count."""

from collections import Counter
from collections.abc import Iterator

from claimbook.views.lists import Facet, IndexEntry
from claimbook.views.page import Desk

# As many as stand in a column without scrolling; the rest are on a page of their own.
_MOST = 10


def facets_of(desk: Desk) -> tuple[Facet, ...]:
    """Every way that leads to at least one claim; made once for all pages."""
    made = (_ratings(desk), _years(desk), _topics(desk), _claimants(desk))
    return tuple(each for each in made if each.entries)


def _facet(name: str, folder: str, entries: Iterator[IndexEntry], desk: Desk) -> Facet:
    more = desk.link(f"lists.all_{name}", f"{folder}/index")
    return Facet(desk.say(f"lists.facet_{name}"), tuple(entries), more)


def _ratings(desk: Desk) -> Facet:
    counts = Counter(each.mark.key for each in desk.catalogue.cards.values())
    entries = (
        IndexEntry(
            each.label,
            desk.links.to(f"ratings/{each.key}"),
            desk.say.number(counts[each.key]),
            mark=each,
        )
        for each in desk.catalogue.marks.values()
        if counts[each.key] and each.key in desk.catalogue.corpus.ratings
    )
    return _facet("ratings", "ratings", entries, desk)


def _years(desk: Desk) -> Facet:
    years = sorted(desk.catalogue.backlinks.by_year.items(), reverse=True)[:_MOST]
    entries = (
        IndexEntry(year, desk.links.to(f"years/{year}"), desk.say.number(len(names)))
        for year, names in years
    )
    return _facet("years", "years", entries, desk)


def _topics(desk: Desk) -> Facet:
    counts = desk.catalogue.backlinks.by_topic
    topics = [each for each in desk.catalogue.corpus.topics.items() if each[0] in counts]
    entries = (
        IndexEntry(topic.label, desk.links.to(f"topics/{name}"), desk.say.number(len(counts[name])))
        for name, topic in topics[:_MOST]
    )
    return _facet("topics", "topics", entries, desk)


def _claimants(desk: Desk) -> Facet:
    """Those with most claims, by name: a list of them in order of number would be a ranking."""
    people = desk.catalogue.people
    most = sorted(people.made, key=lambda each: (-len(people.made[each]), each))[:_MOST]
    names = sorted(most, key=lambda each: people.by_id[each].record.name.casefold())
    entries = (
        IndexEntry(
            people.by_id[name].record.name,
            desk.links.to(f"claimants/{name}"),
            desk.say.number(len(people.made[name])),
        )
        for name in names
    )
    return _facet("claimants", "claimants", entries, desk)
