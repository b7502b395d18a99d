"""What a text under check is to a reader, and what is found of a quotation in it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from claimbook.anchoring.mapped import Mapped, mapped


class BlockKind(StrEnum):
    """What a block of a text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTATION = "quotation"
    CUE = "cue"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, block quotation or cue; offsets in code points.

    ``level`` is that of a heading, ``seconds`` is when a cue begins, ``speaker`` who speaks in
    it, where the file says so.
    """

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    seconds: float | None = None
    speaker: str = ""


class Fault(NamedTuple):
    """What is wrong with a file of subtitles, with its two offsets in the file."""

    message: str
    hint: str
    start: int
    end: int


# Compared by identity: a text of a million characters is a key that costs nothing.
@dataclass(frozen=True, slots=True, eq=False)
class DocumentText:
    """What a reader reads, without markup, time codes and soft wraps.

    Blocks are separated by a blank line, and lie in their order. ``faults`` are what could not
    be read of a file of subtitles.
    """

    text: str
    blocks: tuple[Block, ...]
    faults: tuple[Fault, ...] = ()
    _file: Mapped = field(default_factory=lambda: mapped(()), repr=False)

    def in_file(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text stands in the file it was read from."""
        return self._file.origin(start, end)


class Selector(NamedTuple):
    """Which words are meant: as ``TextQuoteSelector`` of the W3C Web Annotation Data Model.

    ``prefix`` and ``suffix`` stand right before and behind the quotation; ``occurrence`` counts
    from 1 among the places that fit them.
    """

    quote: str
    prefix: str = ""
    suffix: str = ""
    occurrence: int | None = None


class Place(NamedTuple):
    """A stretch of a text, in code points; ``end`` is the first behind it."""

    start: int
    end: int


class How(StrEnum):
    """How the words were found: letter by letter, or but for white space and typography."""

    EXACT = "exact"
    NORMALISED = "normalised"


class Anchor(NamedTuple):
    """Where the words stand; in several places where ``[…]`` leaves some out."""

    places: tuple[Place, ...]
    how: How


class Ambiguous(NamedTuple):
    """All places that fit; of very many the first."""

    anchors: tuple[Anchor, ...]


class Change(NamedTuple):
    """What the quotation has, what stands in its place, and where; either may be empty."""

    quoted: str
    printed: str
    place: Place


class Nearest(NamedTuple):
    """The words are not there: the place most like them, and what is different there.

    ``likeness`` runs from 0 to 1. ``left_out`` counts the characters between two parts that
    stand in the text, but further apart than ``[…]`` may leave out.
    """

    place: Place | None
    likeness: float
    changes: tuple[Change, ...]
    left_out: int = 0


Found = Anchor | Ambiguous | Nearest
