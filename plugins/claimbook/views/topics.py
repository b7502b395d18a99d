"""The topics and their claims."""

from collections.abc import Iterator

from markupsafe import Markup

from claimbook.format import counted
from claimbook.records import Topic
from claimbook.views.cards import newest_first
from claimbook.views.links import Link
from claimbook.views.lists import Empty, IndexEntry, IndexPage, ListPage
from claimbook.views.page import Desk, Page
from claimbook.views.paging import numbered, pager, places_below, sheets


def topic_pages(desk: Desk) -> Iterator[Page]:
    """The index of topics and every topic's claims."""
    lead = "What our fact-checks are about."
    empty = Empty("No topics are declared yet.", desk.see_all())
    index = IndexPage("Topics", desk.crumbs(), (lead,), topic_entries(desk), empty, None)
    yield Page("topics/index", "Topics", lead, "index", index)
    for name, topic in desk.catalogue.corpus.topics.items():
        yield from _topic_pages(name, topic, desk)


def topic_entries(desk: Desk) -> tuple[IndexEntry, ...]:
    """Every topic with its count, in the order of the file."""
    counts = desk.catalogue.backlinks.by_topic
    return tuple(
        IndexEntry(
            topic.label,
            desk.links.to(f"topics/{name}"),
            counted(len(counts.get(name, ())), "claim"),
            topic.description or "",
        )
        for name, topic in desk.catalogue.corpus.topics.items()
    )


def _topic_pages(name: str, topic: Topic, desk: Desk) -> Iterator[Page]:
    cards = newest_first(desk.cards(desk.catalogue.backlinks.by_topic.get(name, ())))
    places = places_below(f"topics/{name}")
    empty = Empty("No claim on this topic has been checked yet.", desk.see_all())
    lead = (topic.description,) if topic.description else ()
    for sheet in sheets(cards, desk.per_page, places):
        model = ListPage(
            topic.label,
            desk.crumbs(Link("Topics", desk.links.to("topics/index"))),
            lead,
            Markup(),
            (),
            None,
            (),
            (desk.rows(sheet.items, sheet.total, empty),),
            pager(sheet, places, desk.links),
        )
        description = topic.description or f"Fact-checks on {topic.label}."
        yield Page(sheet.location, numbered(topic.label, sheet), description, "list", model)
