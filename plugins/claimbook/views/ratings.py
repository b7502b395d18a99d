"""The rating scale, explained, and the claims of each rating."""

from collections.abc import Iterator

from claimbook.views.cards import newest_first
from claimbook.views.lists import Empty, IndexEntry, IndexPage, ListPage
from claimbook.views.marks import Mark
from claimbook.views.page import Desk, Page
from claimbook.views.paging import places_below


def rating_pages(desk: Desk) -> Iterator[Page]:
    """The scale and every rating's claims."""
    title, lead = desk.say("lists.scale"), desk.say("lists.scale_lead")
    leads = (lead, desk.say("lists.scale_note"))
    empty = Empty(desk.say("lists.no_rating"))
    model = IndexPage(title, desk.crumbs(), leads, rating_entries(desk), empty)
    yield Page("ratings/index", title, " ".join(leads), "index", model)
    for key in desk.catalogue.corpus.ratings:
        yield from _rating_pages(desk.catalogue.marks[key], desk)


def rating_entries(desk: Desk) -> tuple[IndexEntry, ...]:
    """Every rating of the scale with its meaning and its count."""
    return tuple(
        IndexEntry(
            mark.label,
            desk.links.to(f"ratings/{key}"),
            desk.claims(len(_names(key, desk))),
            _meaning(mark, desk),
            mark,
        )
        for key, mark in desk.catalogue.marks.items()
        if key in desk.catalogue.corpus.ratings
    )


def _meaning(mark: Mark, desk: Desk) -> str:
    if not mark.is_retired:
        return mark.definition
    return desk.say("lists.rating_retired", definition=mark.definition)


def _names(key: str, desk: Desk) -> list[str]:
    """Claims that bear the rating; withdrawn ones bear none."""
    found = desk.catalogue.backlinks.by_rating.get(key, ())
    return [each for each in found if desk.catalogue.cards[each].mark.key == key]


def _rating_pages(mark: Mark, desk: Desk) -> Iterator[Page]:
    cards = newest_first(desk.cards(_names(mark.key, desk)))
    places = places_below(f"ratings/{mark.key}")
    empty = Empty(desk.say("lists.rating_empty"), desk.see_all())
    for sheet in desk.sheets(cards, places):
        model = ListPage(
            mark.label,
            desk.crumbs(desk.link("lists.scale", "ratings/index")),
            (mark.definition, desk.say(f"lists.axis_{mark.axis.value}")),
            mark=mark,
            rows=(desk.rows(sheet.items, sheet.total, empty),),
            pager=desk.pager(sheet, places),
            follow=desk.follow(places.first),
        )
        title = desk.numbered(desk.say("lists.rating_title", rating=mark.label), sheet)
        yield Page(sheet.location, title, mark.definition, "list", model)
