"""What a page or a style sheet may need, and whose an address is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit


class Need(StrEnum):
    """What a page wants to do."""

    INLINE_SCRIPT = "inline-script"
    INLINE_STYLE = "inline-style"
    STYLE_ATTRIBUTE = "style-attribute"
    EVENT_HANDLER = "event-handler"
    SCRIPT_LINK = "script-link"
    OBJECT = "object"
    BASE = "base"
    SCRIPT = "scripts"
    STYLE = "styles"
    IMAGE = "images"
    MEDIA = "media"
    FONT = "fonts"
    FRAME = "frames"
    FORM = "forms"
    CONNECTION = "connections"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Found:
    """A need at a place of a page; ``what`` is the text of an element, an address or a name."""

    need: Need
    what: str
    at: int


# What browsers leave out of an address (URL Standard, 4.1).
_LEFT_OUT = re.compile(r"[\t\n\r]")
_CONTROLS = "".join(map(chr, range(33)))


def foreign(need: Need, value: str, at: int) -> Iterator[Found]:
    """The need for an address that does not lead to a file of the site itself."""
    plain = address(value).replace("\\", "/")
    if need is Need.IMAGE and plain.lower().startswith("data:"):
        return
    if plain.startswith("//") or re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", plain):
        yield Found(need, plain, at)


def address(value: str) -> str:
    """What browsers read of an address."""
    return _LEFT_OUT.sub("", value.strip(_CONTROLS))


def origin(address: str) -> str:
    """Whose an address is, as a policy names it; empty where it names nobody."""
    try:
        parts = urlsplit(f"https:{address}" if address.startswith("//") else address)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
