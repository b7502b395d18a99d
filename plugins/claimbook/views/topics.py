"""The topics and their claims."""

from collections.abc import Iterator

from claimbook.records import Topic
from claimbook.views.cards import newest_first
from claimbook.views.lists import Empty, IndexEntry, IndexPage, ListPage
from claimbook.views.page import Desk, Page
from claimbook.views.paging import places_below
from claimbook.views.statistics import ratings_here


def topic_pages(desk: Desk) -> Iterator[Page]:
    """The index of topics and every topic's claims."""
    title, lead = desk.say("lists.topics"), desk.say("lists.topics_lead")
    empty = Empty(desk.say("lists.no_topic"), desk.see_all())
    index = IndexPage(title, desk.crumbs(), (lead,), topic_entries(desk), empty)
    yield Page("topics/index", title, lead, "index", index)
    for name, topic in desk.catalogue.corpus.topics.items():
        yield from _topic_pages(name, topic, desk)


def topic_entries(desk: Desk) -> tuple[IndexEntry, ...]:
    """Every topic with its count, in the order of the file."""
    counts = desk.catalogue.backlinks.by_topic
    return tuple(
        IndexEntry(
            topic.label,
            desk.links.to(f"topics/{name}"),
            desk.claims(len(counts.get(name, ()))),
            topic.description or "",
        )
        for name, topic in desk.catalogue.corpus.topics.items()
    )


def _topic_pages(name: str, topic: Topic, desk: Desk) -> Iterator[Page]:
    cards = newest_first(desk.cards(desk.catalogue.backlinks.by_topic.get(name, ())))
    places = places_below(f"topics/{name}")
    empty = Empty(desk.say("lists.topic_empty"), desk.see_all())
    for sheet in desk.sheets(cards, places):
        model = ListPage(
            topic.label,
            desk.crumbs(desk.link("lists.topics", "topics/index")),
            (topic.description,) if topic.description else (),
            rows=(desk.rows(sheet.items, sheet.total, empty),),
            pager=desk.pager(sheet, places),
            ratings=ratings_here(cards, sheet, desk),
            follow=desk.follow(places.first),
        )
        description = topic.description or desk.say("lists.topic_about", topic=topic.label)
        yield Page(sheet.location, desk.numbered(topic.label, sheet), description, "list", model)
