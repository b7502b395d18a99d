"""What goes into the reading of a saved file, and what comes out."""

from typing import NamedTuple

# Archives of whole sites are larger; who has one saves the page that matters.
MOST_BYTES = 100_000_000
# What compression may unfold to, of all parts of a file together.
MOST_UNFOLDED = 300_000_000
MOST_LETTERS = 8_000_000
FEW_WORDS = 60


class Given(NamedTuple):
    """A file: its bytes, its name, what was said of it when it came, and the address wanted.

    Each but the bytes may be empty. ``address`` chooses among the pages of a web archive.
    """

    data: bytes
    name: str = ""
    media_type: str = ""
    charset: str = ""
    address: str = ""


class Saved(NamedTuple):
    """The visible text of a file, and what the file says of itself.

    ``ending`` is that of a file for the text; ``captured`` is the day on which it was saved, in
    ISO 8601, ``address`` where it was found; both are empty where the file does not say.
    ``warnings`` are what a person should look at.
    """

    text: str
    media_type: str
    ending: str = ".txt"
    captured: str = ""
    address: str = ""
    warnings: tuple[str, ...] = ()


class Unread(Exception):  # noqa: N818 - it is no fault of ours
    """There is no text to be had; the message says why, ``hint`` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint
