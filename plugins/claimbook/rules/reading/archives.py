"""What the address of an archive copy tells: what was copied, and when."""

import re
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from urllib.parse import parse_qs

from claimbook.archive_hosts import DISTRUSTED, STAMPED
from claimbook.dates import PartialDate
from claimbook.plain_addresses import plain
from claimbook.urls import Url, UrlError, parse_url

# Here an address without a time stamp leads to the newest copy, or to a list of copies.
_ALWAYS_STAMPED = "web.archive.org"
_CAPTURE = re.compile(
    r"(?:[\w.-]+/){0,4}?(?P<stamp>[0-9]{4}\.[0-9]{2}\.[0-9]{2}-[0-9]{6}|[0-9]{4,14})"
    r"(?:[a-z]{2}_)?/(?P<original>(?:https?:/{1,2})?[^/\s]+\.[^/\s]+.*)"
)
# A copy by its number with the address behind it, as archive.today has it.
_NUMBERED = re.compile(r"o/\w+/(https?:/.*)")
_EMBEDS = re.compile(r"https?:/", re.IGNORECASE)
_WIKIWIX = "archive.wikiwix.com"
# Beyond what is certain: what may mean something, but does not part two pages.
_TRACKING = re.compile(r"(?:ref|s|t)=")
_PREFIXES = re.compile(r"^(?:www[0-9]?|m|mobile|amp)\.")
_SAME_HOST = {"twitter.com": "x.com"}
_FIRST_MOMENT = "00010101000000"
_DAY = timedelta(days=1)


class Capture(NamedTuple):
    """The time stamp in an archive's address, or nothing, and the address that was copied."""

    stamp: str
    original: str


def names_no_capture(url: Url) -> bool:
    """Whether the address leads to an archive's newest copy or its list, not to one copy."""
    if url.site not in STAMPED or capture_of(url):
        return False
    return url.site == _ALWAYS_STAMPED or _EMBEDS.search(_behind(url)) is not None


def capture_of(url: Url) -> Capture | None:
    """What an archive's address says of the copy; None for other hosts and short forms."""
    if url.site not in STAMPED:
        return None
    path = _behind(url)
    found = _CAPTURE.fullmatch(path)
    if found:
        return Capture(found["stamp"], found["original"])
    if url.site == _WIKIWIX:
        return _of_wikiwix(path)
    numbered = _NUMBERED.fullmatch(path) if url.site in DISTRUSTED else None
    return Capture("", numbered[1]) if numbered else None


def _behind(url: Url) -> str:
    return url.href.partition("://")[2].partition("/")[2]


def _of_wikiwix(path: str) -> Capture | None:
    """What `cache/?url=` says; the time in `rev_t` may be missing."""
    query = parse_qs(path.partition("#")[0].partition("?")[2])
    original = query.get("url", [""])[0]
    return Capture(query.get("rev_t", [""])[0], original) if original else None


def time_of(capture: Capture) -> tuple[datetime, datetime] | None:
    """The earliest and latest moment that the time stamp can mean; None if it means none."""
    digits = re.sub(r"[^0-9]", "", capture.stamp)
    if not digits or len(digits) % 2:
        return None
    moment = digits + _FIRST_MOMENT[len(digits) :]
    length = {4: 366 * _DAY, 6: 31 * _DAY, 8: _DAY}.get(len(digits), timedelta(hours=1))
    try:
        start = datetime.strptime(moment, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        return start, start + length
    except (ValueError, OverflowError):
        return None


def is_captured(capture: Capture, date: PartialDate) -> bool:
    """Whether ``date`` can be the day of the time stamp, in whatever time zone."""
    time = time_of(capture)
    return time is None or (time[0] - _DAY <= date.latest and date.earliest <= time[1] + _DAY)


def is_copy_of(capture: Capture, address: Url) -> bool:
    """Whether the copied address is ``address``, but for what does not change the page."""
    original = original_of(capture)
    return original is not None and page_key(original) == page_key(address)


def original_of(capture: Capture) -> Url | None:
    """The address that was copied; None where it is none."""
    text = re.sub(r"^(https?):/+", r"\1://", capture.original)
    try:
        return parse_url(text if "://" in text else f"http://{text}")
    except UrlError:
        return None


def page_key(url: Url) -> tuple[str, str, tuple[str, ...]]:
    """An address without scheme, ``www.``, trailing slash, fragment, tracking and detours."""
    url = parse_url(plain(url.text))
    host = _PREFIXES.sub("", url.host)
    rest = url.href.partition("://")[2].partition("#")[0].partition("/")[2]
    path, _, query = rest.partition("?")
    kept = sorted(each for each in query.split("&") if each and not _TRACKING.match(each))
    return _SAME_HOST.get(host, host), path.rstrip("/").casefold(), tuple(kept)


def is_stamped_before(capture: Capture, date: PartialDate) -> bool:
    """Whether the copy was certainly made before ``date``."""
    time = time_of(capture)
    return time is not None and not date.is_doubtful and time[1] + _DAY < date.earliest
