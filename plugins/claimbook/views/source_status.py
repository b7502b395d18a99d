"""What happened to sources since we read them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby

from claimbook.values import SourceStatus
from claimbook.views.all_sources import used_sources
from claimbook.views.lists import Empty
from claimbook.views.page import Desk, Page
from claimbook.views.paging import Part, Places, Sheet
from claimbook.views.source_rows import (
    SOURCE_WAYS,
    SourceGroup,
    SourcesPage,
    UsedSource,
    has_history,
    source_row,
)

# Not below `sources/`: there a source of any id may have its page.
_PLACES = Places("source-status/index", "source-status/page")
# What weighs most on a verdict comes first.
_ORDER = (
    *(SourceStatus.RETRACTED, SourceStatus.CORRECTED, SourceStatus.CHANGED),
    *(SourceStatus.DEAD, SourceStatus.USURPED, SourceStatus.UNSAFE),
)


def source_status_pages(desk: Desk) -> Iterator[Page]:
    """Every source to which something happened, by what it was."""
    found = sorted((each for each in used_sources(desk) if has_history(each.record)), key=_rank)
    parts = [_part(each, desk) for each in found]
    counts = Counter(parts)
    for sheet in desk.sheets(found, _PLACES):
        yield _page(sheet, tuple(_groups(sheet, counts, desk)), parts, desk)


def _page(
    sheet: Sheet[UsedSource], groups: tuple[SourceGroup, ...], parts: list[Part], desk: Desk
) -> Page:
    title, lead = desk.say("lists.source_status"), desk.say("lists.source_status_lead")
    model = SourcesPage(
        title,
        desk.crumbs(desk.link("lists.all_sources", "sources/index")),
        (lead,),
        desk.tabs(SOURCE_WAYS, _PLACES.first),
        groups,
        Empty(desk.say("lists.no_status"), desk.link("lists.see_sources", "sources/index")),
        desk.pager(sheet, _PLACES),
        desk.jumps(parts, _PLACES),
    )
    return Page(sheet.location, desk.numbered(title, sheet), lead, "sources", model)


def _rank(used: UsedSource) -> tuple[int, str]:
    return _ORDER.index(_status(used)), used.record.title.casefold()


def _status(used: UsedSource) -> SourceStatus:
    return used.record.status or SourceStatus.LIVE


def _part(used: UsedSource, desk: Desk) -> Part:
    status = _status(used).value
    return Part(status, desk.say(f"lists.statuses_{status}"))


def _groups(
    sheet: Sheet[UsedSource], counts: Mapping[Part, int], desk: Desk
) -> Iterator[SourceGroup]:
    for status, sources in groupby(sheet.items, _status):
        rows = tuple(source_row(each, desk) for each in sources)
        part = Part(status.value, desk.say(f"lists.statuses_{status.value}"))
        count = desk.say.count("lists.sources", counts[part])
        yield SourceGroup(part, count, desk.say(f"lists.meaning_{status.value}"), rows)
