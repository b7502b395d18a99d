"""What of a page goes into the search index: the elements that are marked for it."""

from typing import NamedTuple

from claimbook.data import digest
from claimbook.search.claim_marks import CLAIM, claim_at, claim_day, claim_marked

_MARK = b"data-pagefind-body"
# Elements of ours that do not hold another of their name.
_FLAT = {b"h1", b"p", b"article"}
_WHOLE = b"</main>"


class Content(NamedTuple):
    """The marked part of a page in short: its digest, its size, and how old it is.

    ``day`` is that of the claim; of a claim without one it is ``0``, of any other page empty.
    """

    digest: bytes
    size: int
    day: str


NOTHING = Content(b"", 0, "")


def marked(html: bytes) -> bytes:
    """The marked elements of a page, one after the other; empty where it has none.

    The article of a claim is marked here.
    """
    claim = claim_at(html)
    if claim >= 0:
        return claim_marked(html[claim : _end(html, claim, html.find(b">", claim))])
    pieces: list[bytes] = []
    at = html.find(_MARK)
    while at >= 0:
        start = max(html.rfind(b"<", 0, at), 0)
        end = _end(html, start, at)
        pieces.append(html[start:end])
        at = html.find(_MARK, end)
    return b"".join(pieces)


def _end(html: bytes, start: int, at: int) -> int:
    name = html[start + 1 : at].partition(b" ")[0].lower()
    closing = b"</" + name + b">" if name in _FLAT else _WHOLE
    found = html.find(closing, at) if name in _FLAT else html.rfind(closing, at)
    return len(html) if found < 0 else found + len(closing)


def content_of(html: bytes) -> Content:
    """What is indexed of a page, in short."""
    found = marked(html)
    day = claim_day(found) if CLAIM in found else ""
    return Content(digest(found), len(found), day) if found else NOTHING
