"""A web page saved with everything it needs in one file (MHTML, RFC 2557)."""

from email import message_from_bytes
from email.message import Message
from email.utils import parsedate_to_datetime

from claimbook.snapshots.page import read_page
from claimbook.snapshots.saved import Given, Saved, Unread

_PAGES = ("text/html", "application/xhtml+xml")


def read_mhtml(given: Given) -> Saved:
    """The text of the page in an MHTML file, with the day and the address that it states."""
    message = message_from_bytes(given.data)
    page = _root(message)
    data = page.get_payload(decode=True)
    charset = page.get_content_charset() or ""
    saved = read_page(Given(data if isinstance(data, bytes) else b"", charset=charset))
    address = message["Snapshot-Content-Location"] or page["Content-Location"] or ""
    day = _day(str(message["Date"] or ""))
    return saved._replace(
        media_type="multipart/related",
        captured=day or saved.captured,
        address=str(address).strip() or saved.address,
    )


def _root(message: Message) -> Message:
    """The page itself: the part that is named as the first, or the first that is a page."""
    pages = [each for each in message.walk() if each.get_content_type() in _PAGES]
    if not pages:
        raise Unread("there is no page in it", "save the page anew, as one file or as HTML")
    start = message.get_param("start")
    return next((each for each in pages if start and each["Content-ID"] == start), pages[0])


def _day(said: str) -> str:
    try:
        return parsedate_to_datetime(said).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
