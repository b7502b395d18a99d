"""Putting a document's text together, block by block, as its file is read."""

import re
from collections.abc import Callable, Iterable

from claimbook.anchoring.mapped import Piece, mapped, pieces_of
from claimbook.anchoring.shapes import Block, DocumentText, Fault
from claimbook.characters import LAYOUT

# Scripts that part their words by no spaces: Han, kana, Bopomofo, Yi, and their punctuation.
UNSPACED = (
    "\u2e80-\u2fdf\u3000-\u30ff\u3105-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf"
    "\uf900-\ufaff\uff01-\uff60\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
_LAYOUT = re.compile(rf"(?P<none>[{LAYOUT}]+|(?<=[{UNSPACED}])\n *(?=[{UNSPACED}]))|\s{{2,}}")
# As long as what it stands for, so that a wrapped line needs no piece of its own.
_FLAT = str.maketrans(dict.fromkeys("\t\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "))
_UNSPACED = re.compile(f"[{UNSPACED}]")

# Makes a block of where it begins and ends.
BlockOf = Callable[[int, int], Block]


class Assembly:
    """A document's text in the making."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._blocks: list[Block] = []
        self._length = 0

    def add(self, pieces: Iterable[Piece], make: BlockOf) -> None:
        """Put a block at the end, unless nothing is visible of it."""
        inside = stripped(pieces)
        if not inside:
            return
        if self._blocks:
            self._pieces.append(("\n\n", inside[0][1], inside[0][1]))
            self._length += 2
        start = self._length
        self._pieces += inside
        self._length += sum([len(text) for text, _, _ in inside])
        self._blocks.append(make(start, self._length))

    def made(self, faults: Iterable[Fault] = ()) -> DocumentText:
        """The whole text."""
        file = mapped(self._pieces)
        return DocumentText(file.text, tuple(self._blocks), tuple(faults), file)


def stripped(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces without white space at their ends."""
    inner = [each for each in pieces if each[0]]
    while inner and inner[-1][0].isspace():
        inner.pop()
    if not inner:
        return inner
    first = next(number for number, (text, _, _) in enumerate(inner) if not text.isspace())
    inner[first] = _cut(inner[first], str.lstrip)
    inner[-1] = _cut(inner[-1], str.rstrip)
    return inner[first:] if first else inner


def _cut(piece: Piece, cut: Callable[[str], str]) -> Piece:
    whole, start, end = piece
    text = cut(whole)
    if len(text) == len(whole) or end - start != len(whole):
        return text, start, end
    start += whole.index(text)
    return text, start, start + len(text)


def unwrapped(raw: str, start: int, end: int) -> list[Piece]:
    """A stretch of a file without soft wraps and what is not seen."""
    flat = raw[start:end].translate(_FLAT)
    swaps = [(*each.span(), "" if each["none"] else " ") for each in _LAYOUT.finditer(flat)]
    return pieces_of(flat.replace("\n", " "), swaps, start)


def is_unspaced(before: str, behind: str) -> bool:
    """Whether a line may be wrapped between these letters where no space stands."""
    return bool(_UNSPACED.match(before[-1:]) and _UNSPACED.match(behind[:1]))
