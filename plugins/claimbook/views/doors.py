"""The doors to a passage: as it stands today, as an archive keeps it, and in its context."""

from collections.abc import Iterator

from claimbook.dates import PartialDate
from claimbook.records import Archive, Source
from claimbook.values import SourceStatus
from claimbook.views.links import Link
from claimbook.views.sources import live_href
from claimbook.views.text_fragments import passage_href
from claimbook.wording import Wording


def doors(source: Source, quote: str | None, say: Wording) -> Iterator[Link]:
    """Where a reader can check a quotation from a source, the nearest first."""
    href = live_href(source) if source.status is not SourceStatus.DEAD else None
    live = passage_href(href, quote) if href and quote else None
    if live:
        yield Link(say("claim.door_live"), live)
    copy = nearest_archive(source)
    if copy:
        yield Link(_copy_text(copy, say), _copy_href(copy, quote))


def _copy_text(copy: Archive, say: Wording) -> str:
    if copy.captured is None:
        return say("claim.door_archive")
    return say("claim.door_archive_of", date=say.date(copy.captured))


def _copy_href(copy: Archive, quote: str | None) -> str:
    return (passage_href(copy.url.href, quote) if quote else None) or copy.url.href


def nearest_archive(source: Source) -> Archive | None:
    """The copy made nearest to when we read the source, or else to when it was published."""
    wanted = source.accessed or source.published
    dated = [(each, each.captured) for each in source.archives if each.captured]
    if not wanted or not dated:
        return source.archives[0] if source.archives else None
    return min(dated, key=lambda each: _distance(each[1], wanted))[0]


def _distance(one: PartialDate, other: PartialDate) -> float:
    return abs((one.earliest - other.earliest).total_seconds())
