"""What of a page goes into the search index: the elements that are marked for it."""

from typing import NamedTuple

from claimbook.data import digest

_MARK = b"data-pagefind-body"
_CLAIM = b'data-pagefind-filter="kind:claim"'
_DAY, _DAY_ENDS = b'<time datetime="', b'data-pagefind-sort="date[datetime]"'
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
    """The marked elements of a page, one after the other; empty where it has none."""
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
    return Content(digest(found), len(found), _day(found)) if found else NOTHING


def _day(found: bytes) -> str:
    if _CLAIM not in found:
        return ""
    mark = found.find(_DAY_ENDS)
    start = found.rfind(_DAY, 0, mark) + len(_DAY) if mark >= 0 else -1
    return found[start : found.find(b'"', start)].decode() if start >= len(_DAY) else "0"
