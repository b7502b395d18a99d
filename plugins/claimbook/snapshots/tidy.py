"""The last touch to a text before it is kept: the same file gives the same bytes everywhere."""

import re
from datetime import date

from claimbook.characters import without_forbidden
from claimbook.snapshots.saved import FEW_WORDS, MOST_LETTERS, Saved, Unread
from claimbook.text import TEXT_BYTES
from claimbook.urls import UrlError, parse_url

PAGE_BREAK = "\f"
_ENDS = re.compile("\r\n?|[\u2028\u2029\x85]")
_TRAILING = re.compile(r"(?m)[ \t]+$")
_GAP = re.compile(r"\n{3,}")
_WORD = re.compile(r"\w+")


def with_lf(text: str) -> str:
    """A text with LF line ends and without what no reader sees and no claim file may hold."""
    pages = _ENDS.sub("\n", text).split(PAGE_BREAK)
    return PAGE_BREAK.join(map(without_forbidden, pages))


def tidy(text: str) -> str:
    """A text with one blank line between paragraphs at most, ended by a line end."""
    lean = _TRAILING.sub("", with_lf(text))
    return _GAP.sub("\n\n", lean).strip(" \t\n") + "\n"


def checked(saved: Saved) -> Saved:
    """What was read, with a warning where it is short; raises :class:`Unread` without a word.

    A day and an address that a file states for itself are kept where they are such.
    """
    saved = saved._replace(captured=_day(saved.captured), address=_address(saved.address))
    words = sum(1 for _ in _WORD.finditer(saved.text[:MOST_LETTERS]))
    if not words:
        raise Unread("there is no text in it", _EMPTY)
    if len(saved.text.encode()) > TEXT_BYTES:
        message = f"its text has more than {TEXT_BYTES:,} bytes, the most that is read"
        raise Unread(message, "keep the part that matters as a file of plain text")
    if words >= FEW_WORDS:
        return saved
    return saved._replace(warnings=(*saved.warnings, _short(words)))


def _day(said: str) -> str:
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError:
        return ""


def _address(said: str) -> str:
    try:
        return parse_url(said).href
    except UrlError:
        return ""


_EMPTY = "perhaps scripts write the page: save it in a browser, when it is shown"


def _short(words: int) -> str:
    counted = f"{words} word{'' if words == 1 else 's'}"
    return f"it holds only {counted}: look whether that is the whole text or a paywall's"
