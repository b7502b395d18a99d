"""The rating scale, explained, and the claims of each rating."""

from collections.abc import Iterator

from markupsafe import Markup

from claimbook.format import counted
from claimbook.values import Axis
from claimbook.views.cards import newest_first
from claimbook.views.links import Link
from claimbook.views.lists import Empty, IndexEntry, IndexPage, ListPage
from claimbook.views.marks import Mark
from claimbook.views.page import Desk, Page
from claimbook.views.paging import numbered, pager, places_below, sheets

_ABOUT = (
    "A rating speaks about one claim as it was made, not about whoever made it. How sure we are "
    "of it is said apart, as our confidence."
)
_LEAD = ("Each fact-check ends in one of these ratings.", _ABOUT)
_AXES = {
    Axis.TRUTH: "Speaks of truth.",
    Axis.CONTEXT: "Speaks of what the claim suggests.",
    Axis.STATUS: "Speaks of the state of the matter.",
}


def rating_pages(desk: Desk) -> Iterator[Page]:
    """The scale and every rating's claims."""
    empty = Empty("The scale holds no ratings.")
    model = IndexPage("Rating scale", desk.crumbs(), _LEAD, rating_entries(desk), empty, None)
    yield Page("ratings/index", "Rating scale", " ".join(_LEAD), "index", model)
    for key in desk.catalogue.corpus.ratings:
        yield from _rating_pages(desk.catalogue.marks[key], desk)


def rating_entries(desk: Desk) -> tuple[IndexEntry, ...]:
    """Every rating of the scale with its meaning and its count."""
    return tuple(
        IndexEntry(
            mark.label,
            desk.links.to(f"ratings/{key}"),
            counted(len(_names(key, desk)), "claim"),
            f"{mark.definition}{' No longer given.' * mark.is_retired}",
            mark,
        )
        for key, mark in desk.catalogue.marks.items()
        if key in desk.catalogue.corpus.ratings
    )


def _names(key: str, desk: Desk) -> list[str]:
    """Claims that bear the rating; withdrawn ones bear none."""
    found = desk.catalogue.backlinks.by_rating.get(key, ())
    return [each for each in found if desk.catalogue.cards[each].mark.key == key]


def _rating_pages(mark: Mark, desk: Desk) -> Iterator[Page]:
    cards = newest_first(desk.cards(_names(mark.key, desk)))
    places = places_below(f"ratings/{mark.key}")
    empty = Empty("No claim bears this rating at present.", desk.see_all())
    for sheet in sheets(cards, desk.per_page, places):
        model = ListPage(
            mark.label,
            desk.crumbs(Link("Rating scale", desk.links.to("ratings/index"))),
            (mark.definition, _AXES[mark.axis]),
            Markup(),
            (),
            mark,
            (),
            (desk.rows(sheet.items, sheet.total, empty),),
            pager(sheet, places, desk.links),
        )
        title = numbered(f"Rated {mark.label.lower()}", sheet)
        yield Page(sheet.location, title, mark.definition, "list", model)
