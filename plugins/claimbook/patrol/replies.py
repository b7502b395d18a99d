"""What sites answer to one request, and to all of them on the way to a page."""

from typing import NamedTuple

PERMANENT = frozenset({301, 308})
REDIRECTS = PERMANENT | {302, 303, 307}


class Reply(NamedTuple):
    """The answer to one request, of which nothing was followed and no status refused.

    ``onward`` is the whole address to which it leads, or empty. ``data`` is the content as far as
    it was read, unfolded; ``is_whole`` tells whether that is all. ``etag`` and ``modified`` are the
    validators of RFC 9110, 8.8; ``retry_after`` is how many seconds the site asks to be left
    alone, or 0. ``is_challenge`` tells that a machine asks whether we are one.
    """

    address: str
    status: int
    onward: str = ""
    data: bytes = b""
    is_whole: bool = True
    media_type: str = ""
    charset: str = ""
    etag: str = ""
    modified: str = ""
    retry_after: float = 0.0
    is_challenge: bool = False


class Way(NamedTuple):
    """All replies from the address that was asked for to the last one."""

    asked: str
    replies: tuple[Reply, ...]

    @property
    def last(self) -> Reply:
        """The reply at the end."""
        return self.replies[-1]

    @property
    def new_address(self) -> str:
        """Where the page has moved for good (301, 308), or empty.

        What comes behind the first redirect of another kind may be elsewhere tomorrow.
        """
        address = ""
        for each in self.replies:
            if each.status not in PERMANENT or not each.onward:
                break
            address = each.onward
        return "" if address == self.asked else address
