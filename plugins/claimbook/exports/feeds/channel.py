"""A feed before it is written in a format, and how moments are written in all of them."""

from datetime import UTC, datetime
from typing import NamedTuple

from claimbook.dates import MONTH_NAMES
from claimbook.settings import Publication

# What a feed without entries says of its last change: it must say something, and knows no clock.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
GENERATOR = "Claimbook"
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Written(NamedTuple):
    """An entry in every format, ready for all feeds that it stands in."""

    updated: datetime
    atom: str
    rss: str
    json: str


class Channel(NamedTuple):
    """A feed: its address without suffix, its page, what it is called, and its newest entries."""

    address: str
    home: str
    title: str
    about: str
    publication: Publication
    entries: tuple[Written, ...]

    @property
    def updated(self) -> datetime:
        """When the newest entry changed."""
        return self.entries[0].updated if self.entries else NEVER


def rfc_3339(moment: datetime) -> str:
    """A moment in UTC as Atom and JSON Feed write it."""
    return f"{moment:%Y-%m-%dT%H:%M:%S}Z"


def rfc_822(moment: datetime) -> str:
    """A moment in UTC as RSS writes it, in English whatever the process speaks."""
    day, month = _DAYS[moment.weekday()], MONTH_NAMES[moment.month - 1][:3]
    return f"{day}, {moment:%d} {month} {moment:%Y %H:%M:%S} GMT"
