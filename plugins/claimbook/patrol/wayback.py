"""Asking the Internet Archive's Wayback Machine for the copy of a page nearest to a day.

Its availability API is described at https://archive.org/help/wayback_api.php. The answer is a
stranger's: what it names is taken only where it is a copy of the very address.
"""

from datetime import date

from claimbook.boundaries.addresses import part
from claimbook.data import from_json
from claimbook.rules.reading.archives import capture_of, is_copy_of, time_of
from claimbook.urls import MAX_LENGTH, Url, UrlError, parse_url

_API = "https://archive.org/wayback/available?url={address}&timestamp={stamp}"


def question(address: str, near: date) -> str:
    """The address that tells which copy of a page is nearest to a day."""
    return _API.format(address=part(address), stamp=near.strftime("%Y%m%d"))


def nearest_copy(data: bytes, address: str, before: date | None = None) -> str:
    """The address of the copy that an answer names, or empty.

    Not taken is a copy that says it has no page, one of another address, and one made on a day
    ``before`` which the page had failed already or later: it may show the failure.
    """
    try:
        told = from_json(data)
        found = told["archived_snapshots"]["closest"]
        if found.get("available") is not True or str(found.get("status", "200")) != "200":
            return ""
        copy = parse_url(str(found["url"]).replace("http://", "https://", 1))
        return copy.href if _is_fit(copy, parse_url(address), before) else ""
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, UrlError):
        return ""


def _is_fit(copy: Url, address: Url, before: date | None) -> bool:
    capture = capture_of(copy)
    # What is longer once it is written as browsers write it is read by nobody again.
    is_read = copy.host == "web.archive.org" and len(copy.href) <= MAX_LENGTH
    if not is_read or capture is None or not is_copy_of(capture, address):
        return False
    time = time_of(capture)
    return time is not None and (before is None or time[0].date() < before)


def captured_on(copy: str) -> str:
    """The day on which a copy was made, in ISO 8601, or empty where its address does not tell."""
    capture = capture_of(parse_url(copy))
    time = time_of(capture) if capture else None
    return time[0].date().isoformat() if time else ""
