"""Text in GitHub's Markdown that means nothing but itself, wherever it stands.

GitHub renders CommonMark with its extensions (https://github.github.com/gfm/), cleans the HTML and
then looks through the text for mentions, issues, commits, addresses and emoji. Escapes are gone by
then, so behind what begins one of those stands a space of no width. Signs that mean something
to the parser are written as character references (section 6.2), which mean only themselves.
"""

import re

from claimbook.boundaries.terminal import neutral

_NO_WIDTH = "\u200b"
_BEGINNING = re.compile(
    r"[@#:](?!\s)|[wW]{3}(?=\.|$)|(?<=:)/|\b(?:gh|GH|Gh|gH)(?=-)|[0-9a-fA-F]{4}(?=[0-9a-fA-F]{3})"
)
# In code nothing is looked for afterwards, but the parser itself makes links there too.
_BEGINNING_IN_CODE = re.compile(r"@(?=\S)|[wW]{3}(?=\.)|(?<=:)/")
# All signs but those that mean nothing inside a line.
_SIGN = re.compile(r"[^\w\s,.;?'\"%()/-]|_|^[0-9]*[-+.)=]+", re.ASCII)
_SPACES = re.compile(r"\s+")


def text(value: str, most: int = 0) -> str:
    """A text on one line, cut behind ``most`` characters if that is not 0."""
    line = _line(value).strip()
    return piece(f"{line[:most].rstrip()}…" if most and len(line) > most else line)


def piece(value: str) -> str:
    """A part of a text, with the white space around it."""
    return _referenced(_BEGINNING.sub(rf"\g<0>{_NO_WIDTH}", _line(value)))


def code(value: str) -> str:
    """A text as code."""
    inner = _BEGINNING_IN_CODE.sub(rf"\g<0>{_NO_WIDTH}", _line(value).strip())
    # An element, not back quotes: it holds any text, in a table too.
    return f"<code>{_referenced(inner)}</code>" if inner else ""


def prose(value: str) -> str:
    """A text of ours, of which the parts in back quotes are code."""
    parts = value.split("`")
    if len(parts) % 2 == 0:
        return piece(value)
    shown = (code(part) or piece("``") if at % 2 else piece(part) for at, part in enumerate(parts))
    return "".join(shown)


def _line(value: str) -> str:
    return _SPACES.sub(" ", neutral(value))


def _referenced(value: str) -> str:
    return _SIGN.sub(_reference, value)


def _reference(found: re.Match[str]) -> str:
    return "".join(f"&#{ord(char)};" if _has_meaning(char) else char for char in found[0])


def _has_meaning(char: str) -> bool:
    return char == _NO_WIDTH or (char.isascii() and not char.isalnum())
