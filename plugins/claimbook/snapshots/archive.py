"""A page out of a web archive (WARC 1.1, ISO 28500; WACZ 1.1.1): needs ``warcio``.

Of several captures of the wanted address the latest is taken.
"""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import IO, Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from claimbook.snapshots.addresses import is_same_page
from claimbook.snapshots.saved import MOST_BYTES, MOST_UNFOLDED, Given, Saved, Unread

_MOST_RECORDS = 100_000
_MOST_MEMBERS = 10_000
_MOST_LISTED = 8
_MOST_STEPS = 5
_PART = 65_536
_KEPT = re.compile(r"text/(html|plain|vtt)|application/(xhtml\+xml|pdf|x-subrip)")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w:.-]{1,40})", re.IGNORECASE)
_BOMB = f"it unfolds to more than {MOST_UNFOLDED:,} bytes"
Read = Callable[[Given], Saved]


class _Capture(NamedTuple):
    address: str
    day: str
    status: str
    media_type: str
    charset: str
    onward: str
    data: bytes


def read_archive(given: Given, read: Read) -> Saved:
    """The text of a page in an archive; ``read`` reads what is found of it."""
    captures = [*_captures(given)]
    found = _chosen(captures, given.address)
    named = Given(found.data, "", found.media_type, found.charset)
    return read(named)._replace(captured=found.day, address=found.address)


def _chosen(captures: list[_Capture], wanted: str) -> _Capture:
    pages = [each for each in captures if each.status == "200" and _KEPT.match(each.media_type)]
    for _ in range(_MOST_STEPS):
        there = [each for each in captures if wanted and is_same_page(each.address, wanted)]
        found = [each for each in there if each in pages]
        if found:
            return max(found, key=lambda each: each.day)
        wanted = next((each.onward for each in there if each.onward), "")
    if pages and all(is_same_page(each.address, pages[0].address) for each in pages):
        return max(pages, key=lambda each: each.day)
    raise _unclear(pages)


def _unclear(pages: list[_Capture]) -> Unread:
    if not pages:
        return Unread("there is no page in it that was answered with success")
    known = [*dict.fromkeys(each.address for each in pages)]
    listed = ", ".join(f"`{each}`" for each in known[:_MOST_LISTED])
    more = f" and {len(known) - _MOST_LISTED:,} more" if len(known) > _MOST_LISTED else ""
    hint = f"say which is meant with --url: {listed}{more}"
    return Unread("it holds several pages, and none at the address of the source", hint)


def _captures(given: Given) -> Iterator[_Capture]:
    left = MOST_UNFOLDED
    for stream in _streams(given.data):
        for capture in _records(stream):
            left -= len(capture.data)
            if left < 0:
                raise Unread(_BOMB)
            yield capture


def _streams(data: bytes) -> Iterator[IO[bytes]]:
    """The WARC files in a file: itself, or those in a WACZ file, which is a zip file."""
    if not data.startswith(b"PK"):
        yield BytesIO(data)
        return
    try:
        with ZipFile(BytesIO(data)) as packed:
            yield from _members(packed)
    except (BadZipFile, NotImplementedError, RuntimeError) as error:
        raise Unread("it is no sound WACZ file", "save it anew") from error


def _members(packed: ZipFile) -> Iterator[IO[bytes]]:
    names = [each for each in packed.infolist() if ".warc" in each.filename]
    if not names:
        raise Unread("it is a zip file without a web archive", "unpack it, and give the page")
    # What a member says of its size is only said: the streams are read to an end of their own.
    if len(names) > _MOST_MEMBERS or sum(each.file_size for each in names) > MOST_UNFOLDED:
        raise Unread(_BOMB)
    for each in sorted(names, key=lambda member: member.filename):
        with packed.open(each) as member:
            yield member


def _records(stream: IO[bytes]) -> Iterator[_Capture]:
    # Imported where it is needed: everything else works without.
    from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]  # noqa: PLC0415
    from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]  # noqa: PLC0415

    try:
        for count, record in enumerate(ArchiveIterator(_Bounded(stream))):
            if count >= _MOST_RECORDS:
                raise Unread(f"it holds more than {_MOST_RECORDS:,} records")
            if record.rec_type in {"response", "resource"}:
                yield _capture(record)
    except ArchiveLoadFailed as error:
        raise Unread("it is no sound web archive", "save it anew") from error


class _Bounded:
    """A stream that ends before it fills the memory."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._left = MOST_UNFOLDED

    def read(self, size: int = -1) -> bytes:
        part = self._stream.read(_PART if size < 0 else size)
        self._left -= len(part)
        if self._left < 0:
            raise Unread(_BOMB)
        return part

    def readline(self, size: int = -1) -> bytes:
        return self._stream.readline(_PART if size < 0 else size)


def _capture(record: Any) -> _Capture:  # noqa: ANN401 - the library tells no types
    head, about = record.http_headers, record.rec_headers
    said = (head or about).get_header("Content-Type") or ""
    kind = said.partition(";")[0].strip().lower()
    charset = _CHARSET.search(said)
    status = head.get_statuscode() if head else "200"
    return _Capture(
        about.get_header("WARC-Target-URI") or "",
        (about.get_header("WARC-Date") or "")[:10],
        status,
        kind,
        charset[1] if charset else "",
        (head.get_header("Location") or "") if head and status.startswith("3") else "",
        _content(record) if status == "200" and _KEPT.match(kind) else b"",
    )


def _content(record: Any) -> bytes:  # noqa: ANN401
    """What was answered, unfolded, up to the most that a file may have."""
    stream = record.content_stream()
    parts: list[bytes] = []
    left = MOST_BYTES
    while part := stream.read(_PART):
        left -= len(part)
        if left < 0:
            raise Unread(_BOMB)
        parts.append(part)
    return b"".join(parts)
