"""Shared sources, and the claims that rest on them."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from claimbook.corpus import Filed
from claimbook.format import counted
from claimbook.records import Evidence, Source
from claimbook.values import Stance
from claimbook.views.cards import newest_first
from claimbook.views.links import Link, claim_location
from claimbook.views.lists import Empty, IndexEntry, IndexPage
from claimbook.views.marks import Mark
from claimbook.views.page import Desk, Page
from claimbook.views.paging import Pager, Places, numbered, pager, places_below, sheets
from claimbook.views.sources import SourceText, short_name

_INDEX = Places("sources/index", "sources/page")
_SHOWS = {
    Stance.SUPPORTS: "Speaks for the claim",
    Stance.CONTRADICTS: "Speaks against the claim",
    Stance.QUALIFIES: "Qualifies the claim",
    Stance.CONTEXT: "Gives context",
}


@dataclass(frozen=True, slots=True)
class Showing:
    """What a source shows about one claim."""

    stance: str
    icon: Markup | None
    label: str
    says: str
    quote: str


@dataclass(frozen=True, slots=True)
class Use:
    """A claim that a source is used in."""

    title: str
    href: str
    language: str | None
    mark: Mark
    shows: tuple[Showing, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """The page of a shared source."""

    title: str
    crumbs: tuple[Link, ...]
    text: SourceText
    language: str | None
    drawn_from: tuple[Link, ...]
    drawn_on_by: tuple[Link, ...]
    count: str
    uses: tuple[Use, ...]
    empty: Empty
    pager: Pager | None


def source_pages(desk: Desk) -> Iterator[Page]:
    """The index of shared sources and a page for each."""
    sources = sorted(
        desk.catalogue.corpus.sources.values(), key=lambda each: each.record.title.casefold()
    )
    lead = "Sources that our fact-checks share, by title, with the claims that rest on each."
    empty = Empty("No source has a file of its own yet.", desk.see_all())
    for sheet in sheets([_entry(each, desk) for each in sources], desk.per_page, _INDEX):
        model = IndexPage(
            "Sources", desk.crumbs(), (lead,), sheet.items, empty, pager(sheet, _INDEX, desk.links)
        )
        yield Page(sheet.location, numbered("Sources", sheet), lead, "index", model)
    children = _children(desk)
    for each in sources:
        yield from _source_pages(each, children.get(each.id, ()), desk)


def _entry(source: Filed[Source], desk: Desk) -> IndexEntry:
    uses = len(desk.catalogue.backlinks.by_source.get(source.id, ()))
    name = short_name(source.record)
    return IndexEntry(
        source.record.title,
        desk.links.to(f"sources/{source.id}"),
        counted(uses, "claim"),
        "" if name == source.record.title else name,
        language=desk.catalogue.foreign(source.record.language),
    )


def _children(desk: Desk) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, each in desk.catalogue.corpus.sources.items():
        for parent in each.record.derived_from:
            found.setdefault(parent, []).append(name)
    return {name: tuple(each) for name, each in found.items()}


def _source_pages(source: Filed[Source], children: tuple[str, ...], desk: Desk) -> Iterator[Page]:
    cards = newest_first(desk.cards(desk.catalogue.backlinks.by_source.get(source.id, ())))
    places = places_below(f"sources/{source.id}")
    empty = Empty("No published claim rests on this source at present.", desk.see_all())
    for sheet in sheets([each.id for each in cards], desk.per_page, places):
        model = SourcePage(
            source.record.title,
            desk.crumbs(Link("Sources", desk.links.to("sources/index"))),
            desk.catalogue.shared_texts[source.id],
            desk.catalogue.foreign(source.record.language),
            tuple(_links(source.record.derived_from, desk)),
            tuple(_links(children, desk)),
            counted(sheet.total, "claim"),
            tuple(_use(each, source.id, desk) for each in sheet.items),
            empty,
            pager(sheet, places, desk.links),
        )
        title = numbered(source.record.title, sheet)
        description = f"The claims that rest on this source: {short_name(source.record)}."
        yield Page(sheet.location, title, description, "source", model)


def _links(names: tuple[str, ...], desk: Desk) -> Iterator[Link]:
    sources = desk.catalogue.corpus.sources
    for name in names:
        if name in sources:
            yield Link(sources[name].record.title, desk.links.to(f"sources/{name}"))


def _use(claim: str, source: str, desk: Desk) -> Use:
    card = desk.catalogue.cards[claim]
    record = desk.catalogue.corpus.claims[claim].record
    shows = [_showing(each, desk) for each in record.evidence if each.source == source]
    shows += [
        Showing("appearance", None, "The claim stands here", "", each.quote or "")
        for each in record.appearances
        if each.source == source
    ]
    href = desk.links.to(claim_location(claim))
    return Use(card.title, href, card.language, card.mark, tuple(shows))


def _showing(evidence: Evidence, desk: Desk) -> Showing:
    return Showing(
        evidence.stance.value,
        desk.catalogue.stance_icons[evidence.stance],
        _SHOWS[evidence.stance],
        evidence.says or "",
        evidence.quote or "",
    )
