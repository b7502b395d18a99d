"""Shared sources, and the claims that rest on them."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.corpus import Filed
from claimbook.records import Source
from claimbook.views.cards import newest_first
from claimbook.views.letters import by_letter, letter_jumps, with_letters
from claimbook.views.links import Link, cite_location
from claimbook.views.lists import Empty
from claimbook.views.page import Desk, Page
from claimbook.views.paging import Pager, Part, Places, Sheet, places_below
from claimbook.views.source_rows import (
    SOURCE_WAYS,
    SourceGroup,
    SourcesPage,
    UsedSource,
    shared_sources,
    source_row,
)
from claimbook.views.source_uses import Use, claims_on, is_retracted, use_of
from claimbook.views.sources import SourceText, short_name

_INDEX = Places("sources/index", "sources/page")


@dataclass(frozen=True, slots=True)
class SourcePage:
    """The page of a shared source; of one that was retracted it says so before all else."""

    title: str
    is_retracted: bool
    crumbs: tuple[Link, ...]
    text: SourceText
    cite: str
    language: str | None
    drawn_from: tuple[Link, ...]
    drawn_on_by: tuple[Link, ...]
    count: str
    uses: tuple[Use, ...]
    empty: Empty
    pager: Pager | None


def source_pages(desk: Desk) -> Iterator[Page]:
    """The index of shared sources and a page for each."""
    sources = shared_sources(desk)
    listed = with_letters(sources, lambda each: each.record.title, desk)
    jumps = letter_jumps(listed, _INDEX, desk)
    for sheet in desk.sheets(listed, _INDEX):
        yield _index_page(sheet, jumps, desk)
    children = _children(desk)
    for each in sources:
        filed = desk.catalogue.corpus.sources[each.shared or ""]
        yield from _source_pages(filed, children.get(filed.id, ()), desk)


def _index_page(
    sheet: Sheet[tuple[Part | None, UsedSource]], jumps: tuple[Link, ...], desk: Desk
) -> Page:
    title, lead = desk.say("lists.all_sources"), desk.say("lists.sources_lead")
    total = desk.say.count("lists.sources", sheet.total)
    groups = tuple(
        SourceGroup(
            part, "" if part else total, "", tuple(source_row(each, desk) for each in below)
        )
        for part, below in by_letter(sheet.items)
    )
    model = SourcesPage(
        title,
        desk.crumbs(),
        (lead,),
        desk.tabs(SOURCE_WAYS, _INDEX.first),
        groups,
        Empty(desk.say("lists.no_source"), desk.see_all()),
        desk.pager(sheet, _INDEX),
        jumps,
    )
    return Page(sheet.location, desk.numbered(title, sheet), lead, "sources", model)


def _children(desk: Desk) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, each in desk.catalogue.corpus.sources.items():
        for parent in each.record.derived_from:
            found.setdefault(parent, []).append(name)
    return {name: tuple(each) for name, each in found.items()}


def _source_pages(source: Filed[Source], children: tuple[str, ...], desk: Desk) -> Iterator[Page]:
    cards = newest_first(desk.cards(claims_on(source, desk)))
    places = places_below(f"sources/{source.id}")
    empty = Empty(desk.say("lists.source_unused"), desk.see_all())
    for sheet in desk.sheets([each.id for each in cards], places):
        model = SourcePage(
            source.record.title,
            is_retracted(source),
            desk.crumbs(desk.link("lists.all_sources", "sources/index")),
            desk.catalogue.shared_texts[source.id],
            _cite_link(source.id, desk),
            desk.catalogue.foreign(source.record.language),
            tuple(_links(source.record.derived_from, desk)),
            tuple(_links(children, desk)),
            desk.claims(sheet.total),
            tuple(use_of(each, source, desk) for each in sheet.items),
            empty,
            desk.pager(sheet, places),
        )
        title = desk.numbered(source.record.title, sheet)
        description = desk.say("lists.source_about", name=short_name(source.record))
        yield Page(sheet.location, title, description, "source", model)


def _cite_link(name: str, desk: Desk) -> str:
    is_there = desk.catalogue.settings.exports.citations
    return desk.links.to(cite_location(f"sources/{name}")) if is_there else ""


def _links(names: tuple[str, ...], desk: Desk) -> Iterator[Link]:
    sources = desk.catalogue.corpus.sources
    for name in names:
        if name in sources:
            yield Link(sources[name].record.title, desk.links.to(f"sources/{name}"))
