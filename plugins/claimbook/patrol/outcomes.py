"""What one visit has shown of an address: from the answers of a site, or from what went wrong."""

from enum import StrEnum
from typing import NamedTuple

from claimbook.patrol.replies import REDIRECTS, Way

# Gone, and said so. All others below 500 are said to programs, too, that are merely not wanted.
_GONE = frozenset({404, 410})
_FAULTS = range(500, 600)
_OK = range(200, 300)
# To be tried once more (RFC 9110, 15.5.9 and 15.6; RFC 6585, 4).
_PASSING = frozenset({408, 429, 500, 502, 503, 504})
_UNCHANGED, _UNAVAILABLE = 304, 503
# Names of statuses that people meet (RFC 9110, 15; RFC 6585; RFC 7725).
_NAMES = {
    401: "Unauthorized",
    402: "Payment Required",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    406: "Not Acceptable",
    408: "Request Timeout",
    410: "Gone",
    429: "Too Many Requests",
    451: "Unavailable For Legal Reasons",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


class Kind(StrEnum):
    """What an outcome says about a page."""

    THERE = "there"
    SAME = "the same as before"
    FAILED = "failed"
    UNCLEAR = "unclear"


class Outcome(NamedTuple):
    """What one visit has shown.

    ``reason`` says why it failed or why nobody knows. ``new_address`` is where the page has moved
    for good, or empty. ``is_passing`` tells that another try may go better, ``patience`` for how
    many seconds the site asks before.
    """

    kind: Kind
    reason: str = ""
    new_address: str = ""
    etag: str = ""
    modified: str = ""
    is_passing: bool = False
    patience: float = 0.0


def outcome_of(way: Way) -> Outcome:
    """What the statuses of a way say; what stands in the page is not looked at."""
    last = way.last
    if last.status in _OK:
        return Outcome(Kind.THERE, "", way.new_address, last.etag, last.modified)
    if last.status == _UNCHANGED:
        return Outcome(Kind.SAME, "", way.new_address, last.etag, last.modified)
    told = named(last.status)
    if last.is_challenge:
        return Outcome(Kind.UNCLEAR, f"{told}: it wants to see that a person asks")
    is_asking = last.status == _UNAVAILABLE and last.retry_after > 0
    is_failed = last.status in _GONE or (last.status in _FAULTS and not is_asking)
    kind = Kind.FAILED if is_failed else Kind.UNCLEAR
    reason = f"{told}, but not where to" if last.status in REDIRECTS else told
    is_passing = last.status in _PASSING
    return Outcome(kind, reason, is_passing=is_passing, patience=last.retry_after)


def named(status: int) -> str:
    """A status with its name; the site's own words for it are anybody's."""
    return f"{status} {_NAMES.get(status, '')}".rstrip()
