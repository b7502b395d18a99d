"""Any file that somebody saved of a source, to its text: pure, whatever bytes come in."""

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial

from claimbook.snapshots.archive import read_archive
from claimbook.snapshots.encodings import plain_text
from claimbook.snapshots.mhtml import read_mhtml
from claimbook.snapshots.page import read_page
from claimbook.snapshots.pdf import read_pdf
from claimbook.snapshots.saved import MOST_BYTES, Given, Saved, Unread
from claimbook.snapshots.tidy import checked, tidy, with_lf

Reader = Callable[[Given], Saved]
MISSING = "reading this needs one more package"
INSTALL = "pip install 'claimbook[snapshots]'"
_START = 2_000
_PAGE = re.compile(
    rb"\s*(<!--(?:(?!-->).){0,1000}-->\s*|<\?xml[^>]{0,200}>\s*)*"
    rb"<(!doctype\s+html|html|head|body|title|meta|main|article|section|div|table|h[1-6]|p)"
    rb"[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_MHTML = re.compile(
    rb"(?:[\w-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/", re.IGNORECASE
)
_TIMES = re.compile(rb"\s*\d{1,9}\s*\n\d{2}:\d{2}:\d{2},\d{3} --> ")
_PICTURE = re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|II\*\0|MM\0\*", re.DOTALL)
_OFFICE = (b"word/document.xml", b"mimetypeapplication/vnd.oasis", b"xl/workbook.xml")
_BY_TYPE = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "application/pdf": "pdf",
    "multipart/related": "mhtml",
    "text/vtt": "vtt",
    "application/x-subrip": "srt",
    "text/plain": "plain",
}
_BY_NAME = {
    "html": "page",
    "htm": "page",
    "xhtml": "page",
    "mhtml": "mhtml",
    "mht": "mhtml",
    "vtt": "vtt",
    "srt": "srt",
}
# What libraries raise on files that nobody has ever seen before.
_BROKEN = (
    *(ValueError, LookupError, TypeError, AttributeError, AssertionError, ArithmeticError),
    *(OSError, EOFError, RuntimeError, struct.error, zlib.error, zipfile.BadZipFile, MemoryError),
)


def read_saved(given: Given) -> Saved:
    """The full visible text of a file, by its content first, then by type and name.

    Raises :class:`Unread`, and nothing else, where there is none.
    """
    if len(given.data) > MOST_BYTES:
        message = f"it has more than {MOST_BYTES:,} bytes"
        raise Unread(message, "keep the part that matters as a file of plain text")
    try:
        return checked(_READERS[_kind(given)](given))
    except Unread:
        raise
    except ImportError as error:
        raise Unread(MISSING, INSTALL) from error
    except _BROKEN as error:
        raise Unread("it is broken, or not what it says it is", "save it anew") from error


def _kind(given: Given) -> str:
    """What a file is."""
    start = given.data[:_START]
    beginning = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    told = next((kind for kind, holds in _signs(start, beginning, given.data) if holds), "")
    ending = given.name.rpartition(".")[2].lower()
    return told or _BY_TYPE.get(given.media_type) or _BY_NAME.get(ending) or _text_or_not(given)


def _signs(start: bytes, beginning: bytes, data: bytes) -> Iterator[tuple[str, bool]]:
    yield "pdf", b"%PDF-" in start[:1024]
    yield "archive", beginning.startswith((b"WARC/1", b"PK\x03\x04")) or _is_packed_warc(start)
    yield "picture", bool(_PICTURE.match(start))
    yield "office", start.startswith(b"\xd0\xcf\x11\xe0")
    yield "vtt", beginning.startswith(b"WEBVTT")
    yield "srt", bool(_TIMES.match(beginning.replace(b"\r\n", b"\n")))
    yield "mhtml", bool(_MHTML.match(data[:20_000].replace(b"\r\n", b"\n")))
    yield "page", bool(_PAGE.match(beginning.replace(b"\0", b"")))


def _is_packed_warc(start: bytes) -> bool:
    return start.startswith(b"\x1f\x8b")


def _text_or_not(given: Given) -> str:
    """A text in UTF-16 begins with a mark; any other holds no zero bytes."""
    is_marked = given.data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return "plain" if is_marked or b"\0" not in given.data[:100_000] else "unknown"


def _plain(given: Given) -> Saved:
    return Saved(tidy(plain_text(given.data, given.charset)), "text/plain")


def _cues(given: Given, ending: str, media_type: str) -> Saved:
    return Saved(with_lf(plain_text(given.data, given.charset)), media_type, ending)


def _archive(given: Given) -> Saved:
    if given.data.startswith(b"PK") and any(each in given.data for each in _OFFICE):
        return _office(given)
    return read_archive(given, _single)


def _single(given: Given) -> Saved:
    """What is read out of an archive; none within another."""
    kind = _kind(given)
    return _refuse("an archive", "")(given) if kind == "archive" else _READERS[kind](given)


def _refuse(what: str, hint: str) -> Reader:
    def refused(_: Given) -> Saved:
        raise Unread(f"it is {what}, of which no text is read", hint)

    return refused


_office = _refuse("an office document", "save it as PDF or plain text")
_READERS: dict[str, Reader] = {
    "page": read_page,
    "pdf": read_pdf,
    "mhtml": read_mhtml,
    "archive": _archive,
    "plain": _plain,
    "vtt": partial(_cues, ending=".vtt", media_type="text/vtt"),
    "srt": partial(_cues, ending=".srt", media_type="application/x-subrip"),
    "picture": _refuse("a picture", "write down its words as a file of plain text"),
    "office": _office,
    "unknown": _refuse(
        "a file of a kind that is not known here, or damaged", "save it as HTML, PDF or plain text"
    ),
}
