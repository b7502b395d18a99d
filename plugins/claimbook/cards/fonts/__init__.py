"""The two typefaces of cards, as they lie in the package.

Literata for the claim, Noto Sans for everything else; both under the SIL Open Font License, whose
text lies beside them. Cut down to Latin (with Vietnamese), Greek and Cyrillic; no Arabic, Hebrew,
Indic or East Asian script is covered.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib.resources import files
from unicodedata import normalize

_WORD = struct.Struct(">H")


@dataclass(frozen=True)
class Typeface:
    """A font's file and what is known of it."""

    content: bytes

    @cached_property
    def digest(self) -> str:
        """A short name for exactly this font."""
        return sha256(self.content).hexdigest()[:16]

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character the font can show."""
        return frozenset(map(chr, _covered(self.content)))

    def can_show(self, text: str) -> bool:
        """Whether no character of ``text`` would come out as an empty box."""
        return self.characters.issuperset(normalize("NFC", text))


@cache
def serif() -> Typeface:
    """For claims."""
    return Typeface(_read("Literata-SemiBold.ttf"))


@cache
def sans() -> Typeface:
    """For all else."""
    return Typeface(_read("NotoSans-Medium.ttf"))


def _read(name: str) -> bytes:
    return files(__package__).joinpath(name).read_bytes()


def _covered(font: bytes) -> Iterator[int]:
    """The code points of a font's table `cmap`, whose format is 4 in both fonts."""
    start = _table(font, b"cmap")
    (offset,) = struct.unpack_from(">I", font, start + 8)
    at = start + offset
    kind, _, _, twice = struct.unpack_from(">4H", font, at)
    if kind != 4:  # noqa: PLR2004 - the format's own number
        raise ValueError(f"a font's `cmap` is of format {kind}")
    ends, starts = at + 14, at + 16 + twice
    for step in range(0, twice, 2):
        (first,) = _WORD.unpack_from(font, starts + step)
        (last,) = _WORD.unpack_from(font, ends + step)
        yield from range(first, min(last, 0xFFFE) + 1)


def _table(font: bytes, tag: bytes) -> int:
    (count,) = _WORD.unpack_from(font, 4)
    records = (struct.unpack_from(">4s4xI", font, 12 + 16 * each) for each in range(count))
    return next(int(offset) for name, offset in records if name == tag)
