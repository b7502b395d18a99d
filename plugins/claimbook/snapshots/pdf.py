"""The text of a PDF file: needs ``pypdfium2``, of ``claimbook[snapshots]``.

Pages are parted by form feeds, so that "p. 4" can be found; lines and hyphens stay as printed.
"""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

from claimbook.snapshots.saved import MOST_LETTERS, Given, Saved, Unread
from claimbook.snapshots.tidy import PAGE_BREAK, with_lf

_MOST_PAGES = 5_000
# PDFium's sign for a hyphen at the end of a line, together with that end.
_HYPHEN = "\ufffe"
_BLANK = "of its {all} pages {blank} hold no text: perhaps they are pictures, which nobody verifies"
_SCAN = "it is {all} page{s} without text, such as a scan"
_READ_IT = "run it through text recognition (`ocrmypdf`), or keep the words as a file of plain text"
_LOCKED = "save it without a password, or print it into another PDF file"


def read_pdf(given: Given) -> Saved:
    """The text of a PDF file, with a warning where pages of it have none."""
    pages = [*_pages(given.data)]
    blank = sum(1 for each in pages if not each)
    if blank == len(pages):
        raise Unread(_SCAN.format(all=blank, s="" if blank == 1 else "s"), _READ_IT)
    text = f"\n{PAGE_BREAK}".join(pages) + "\n"
    warning = _BLANK.format(all=len(pages), blank=blank)
    return Saved(text, "application/pdf", warnings=(warning,) if blank else ())


def _pages(data: bytes) -> Iterator[str]:
    # Imported where it is needed: everything else works without.
    from pypdfium2 import (  # type: ignore[import-untyped]  # noqa: PLC0415
        PdfDocument,
        PdfiumError,
    )

    try:
        with closing(PdfDocument(data)) as document:
            yield from _texts(document)
    except PdfiumError as error:
        is_locked = "password" in str(error).lower()
        reason = "it is locked with a password" if is_locked else "it is no sound PDF file"
        raise Unread(reason, _LOCKED if is_locked else "save it anew") from error


def _texts(document: Any) -> Iterator[str]:  # noqa: ANN401 - the library tells no types
    if len(document) > _MOST_PAGES:
        raise Unread(f"it has more than {_MOST_PAGES:,} pages", "keep the pages that matter")
    left = MOST_LETTERS
    for number in range(len(document)):
        with closing(document[number]) as page, closing(page.get_textpage()) as found:
            text = found.get_text_range() if found.count_chars() else ""
        left -= len(text)
        if left < 0:
            raise Unread(f"its text has more than {MOST_LETTERS:,} characters")
        yield with_lf(text.replace(_HYPHEN, "-\n")).strip()
