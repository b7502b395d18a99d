"""Shells and how fragments are woven into them.

A theme page is rendered once with marker words where a page's own values belong. ``cut`` takes it
apart at those words into constant pieces; ``weave`` puts a page's values between them, each
escaped for the place where it stands. What a marker's place is, text, attribute, address or
script, is read off the page, so that any theme may use a title wherever it likes.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from enum import Enum, auto

from claimbook.boundaries.addresses import part
from claimbook.boundaries.hypertext import escaped, unquoted
from claimbook.boundaries.script import in_string


class Place(Enum):
    """Where in a page a value stands, which decides how it is escaped."""

    TEXT = auto()
    UNQUOTED = auto()
    ADDRESS = auto()
    SCRIPT = auto()
    MARKUP = auto()


@dataclass(frozen=True, slots=True)
class Values:
    """What a shell leaves open.

    ``title``, ``description``, ``canonical`` and ``edit`` are plain text, ``head`` and
    ``content`` trusted HTML; ``name`` is the last part of the page's address.
    """

    title: str
    description: str
    head: str
    content: str
    canonical: str = ""
    edit: str = ""
    name: str = ""


SLOTS = tuple(each.name for each in fields(Values))
_MARKUP_SLOTS = frozenset({"head", "content"})
_ADDRESS_SLOTS = frozenset({"canonical", "edit"})


@dataclass(frozen=True, slots=True)
class Opening:
    """One open place of a shell: which value belongs there, and how it is written."""

    slot: str
    place: Place


@dataclass(frozen=True, slots=True)
class Shell:
    """A page cut at its markers: ``pieces`` has one entry more than ``openings``.

    The rest is made of these, once: the pieces as bytes, the openings that differ, and for each
    opening its place among those.
    """

    pieces: tuple[str, ...]
    openings: tuple[Opening, ...]
    encoded: tuple[bytes, ...] = field(init=False, repr=False, compare=False)
    distinct: tuple[Opening, ...] = field(init=False, repr=False, compare=False)
    order: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Prepare for being filled thousands of times."""
        distinct = tuple(dict.fromkeys(self.openings))
        order = tuple(distinct.index(each) for each in self.openings)
        for name, value in (
            ("encoded", tuple(map(_bytes, self.pieces))),
            ("distinct", distinct),
            ("order", order),
        ):
            object.__setattr__(self, name, value)

    def has(self, slot: str) -> bool:
        """Whether the shell shows this value anywhere."""
        return any(each.slot == slot for each in self.openings)

    @property
    def is_whole(self) -> bool:
        """Whether a page loses nothing in it: one place for the content, a place for the title."""
        return sum(each.slot == "content" for each in self.openings) == 1 and self.has("title")


def markers(salt: str) -> Values:
    """Marker values, none of which occurs in a page by chance.

    Two sets with different salts, cut from two renderings, show whether a theme changes values
    on their way: then something of the salt is left in the pieces.
    """
    return Values(
        title=f"{salt} title",
        description=f"{salt} description",
        head=f"<!-- {salt} head -->",
        content=f"<h1>{salt} content</h1>",
        canonical=f"https://{salt}.invalid/page/",
        edit=f"https://{salt}.invalid/edit/",
        name=f"{salt}-name",
    )


_DESCRIPTION = re.compile(r"<meta\b(?=[^<>]*\bname=[\"']?description\b)", re.IGNORECASE)
_SHARED = '<meta property="og:description"'
_PROPERTY = "og:description"


def described(page: str, description: str) -> str:
    """A whole page whose description other sites show too, in the one element that has it."""
    if _PROPERTY in page.partition("</head>")[0]:
        return page
    if _DESCRIPTION.search(page):
        return _DESCRIPTION.sub(_SHARED, page, count=1)
    made = f'{_SHARED} name="description" content="{escaped(description)}">'
    return page.replace("</head>", f"{made}</head>", 1)


def cut(page: str, marked: Values) -> Shell:
    """Cut a rendered page at the marker values it was rendered with."""
    words = {getattr(marked, slot): slot for slot in SLOTS if getattr(marked, slot)}
    finder = re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))
    markup = list(_MARKUP.finditer(page))
    starts = [found.start() for found in markup]
    pieces: list[str] = []
    openings: list[Opening] = []
    at = 0
    for found in finder.finditer(page):
        pieces.append(page[at : found.start()])
        slot = words[found[0]]
        around = markup[index] if (index := bisect_right(starts, found.start()) - 1) >= 0 else None
        openings.append(Opening(slot, _place(slot, found.start(), around)))
        at = found.end()
    return _with_head(Shell((*pieces, page[at:]), tuple(openings)))


def _with_head(shell: Shell) -> Shell:
    """Open a place for the head before ``</head>`` where the theme has none for it."""
    if shell.has("head"):
        return shell
    for index, piece in enumerate(shell.pieces):
        before, end, after = piece.partition("</head>")
        if end:
            pieces = (*shell.pieces[:index], before, end + after, *shell.pieces[index + 1 :])
            opening = Opening("head", Place.MARKUP)
            return Shell(pieces, (*shell.openings[:index], opening, *shell.openings[index:]))
    return shell


_MARKUP = re.compile(
    r"(?P<script><script\b[^>]*>.*?</script\s*>)"
    r"|(?P<comment><!--.*?-->)"
    r"|(?P<tag><[a-zA-Z/!](?:\"[^\"]*\"|'[^']*'|[^>\"'])*>)",
    re.DOTALL | re.IGNORECASE,
)
_ADDRESS_ATTRIBUTE = re.compile(
    r"\b(?:href|src|action|data-[\w-]*url)\s*=\s*(?:\"([^\"]*)|'([^']*)|([^\"'\s>]*))$"
)
_UNQUOTED_ATTRIBUTE = re.compile(r"=\s*[^\s\"'=<>`]*$")


def _place(slot: str, at: int, around: re.Match[str] | None) -> Place:
    """Where a marker at ``at`` stands; ``around`` is the last markup that begins before it."""
    if slot in _MARKUP_SLOTS:
        return Place.MARKUP
    if around is None or at >= around.end() or around.lastgroup == "comment":
        return Place.TEXT
    if around.lastgroup == "script":
        return Place.SCRIPT
    return _place_in_tag(around[0][: at - around.start()], slot)


def _place_in_tag(before: str, slot: str) -> Place:
    address = _ADDRESS_ATTRIBUTE.search(before)
    if address is not None and slot != "name":
        is_whole_address = slot in _ADDRESS_SLOTS and not any(address.groups())
        if not is_whole_address:
            return Place.ADDRESS
    return Place.UNQUOTED if _UNQUOTED_ATTRIBUTE.search(before) else Place.TEXT


def weave(shell: Shell, values: Values) -> str:
    """Put a page's values into a shell."""
    return woven(shell, values).decode()


def woven(shell: Shell, values: Values) -> bytes:
    """The page of a shell and values as it is written to disk."""
    written = [_bytes(_WRITERS[each.place](getattr(values, each.slot))) for each in shell.distinct]
    parts = [shell.encoded[0]]
    for place, piece in zip(shell.order, shell.encoded[1:], strict=True):
        parts += (written[place], piece)
    return b"".join(parts)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "xmlcharrefreplace")


def _as_markup(value: str) -> str:
    return value


_WRITERS: dict[Place, Callable[[str], str]] = {
    Place.TEXT: escaped,
    Place.UNQUOTED: unquoted,
    Place.ADDRESS: part,
    Place.SCRIPT: in_string,
    Place.MARKUP: _as_markup,
}
