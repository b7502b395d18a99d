"""Texts but for what typography does to them, with the way back to the text as it stands.

Spaces, quotation marks, apostrophes, dashes, ellipses, ligatures, the width of letters, soft
hyphens and how an accent is composed (NFC, Unicode Standard Annex 15) make no difference. Capital
and small letters do, and so do all signs that mean something of their own: 10² is not 102.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from claimbook.anchoring.assembly import UNSPACED
from claimbook.anchoring.mapped import Mapped, Swap, mapped, pieces_of

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ′`´＇", "'"),
        **dict.fromkeys("“”„‟«»″＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
        **dict.fromkeys("\t\n\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007", " "),
        **dict.fromkeys("\u2008\u2009\u200a\u202f\u205f\u3000", " "),
        "ſ": "s",
    }
)
_WIDE = {
    **{chr(each): chr(each - 0xFEE0) for each in range(0xFF01, 0xFF5F) if each not in _ALIKE},
    **{chr(each): unicodedata.normalize("NFKC", chr(each)) for each in range(0xFF66, 0xFF9E)},
}
_NARROW = str.maketrans(_WIDE)
_LIGATURES = {each: unicodedata.normalize("NFKC", each) for each in "ﬀﬁﬂﬃﬄﬅﬆĳĲ"}
_LONGER = {**_LIGATURES, "…": "..."}
# Hyphens and joints that nobody sees, and marks of direction that turn nothing round.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069"
_SWAPPED = re.compile(
    f"[{''.join(_LONGER)}]|[{_INVISIBLE}]+|(?P<none>(?<=[{UNSPACED}]) +(?=[{UNSPACED}]))|  +|--+"
)
_FOREIGN = re.compile(r".?[^\x00-\u02ff]+", re.DOTALL)
# Marks, among others. To put very many of them in order takes time that grows with their square;
# no letter has more than thirty (Unicode Standard Annex 15, Stream-Safe Text Format).
_LONG_RUN = re.compile(r"[^\w\s\x00-\x7f]{31,}")
_JAMO = range(0x1160, 0x1200)


@lru_cache(maxsize=64)
def normal(text: str) -> Mapped:
    """The text as typed on a keyboard, with single spaces and composed letters."""
    even = text.translate(_ALIKE).translate(_NARROW)
    return mapped(pieces_of(even, sorted(_swaps(even))))


def _swaps(even: str) -> Iterator[Swap]:
    for found in _SWAPPED.finditer(even):
        yield *found.span(), "" if found["none"] else _instead(found[0])
    start = 0
    for run in _LONG_RUN.finditer(even):
        yield from _composed(even, start, run.start())
        start = run.end()
    yield from _composed(even, start, len(even))


def _instead(found: str) -> str:
    return found[0] if found[0] in " -" else _LONGER.get(found, "")


def _composed(even: str, start: int, end: int) -> Iterator[Swap]:
    """Letters that are written with separate accents, or a syllable by its parts."""
    if unicodedata.is_normalized("NFC", even[start:end]):
        return
    for found in _FOREIGN.finditer(even, start, end):
        if not unicodedata.is_normalized("NFC", found[0]):
            yield from _clusters(even, found.start(), found.end())


def _clusters(even: str, start: int, end: int) -> Iterator[Swap]:
    first = start
    for at in range(start + 1, end + 1):
        if at == end or not is_joined(even[at]):
            cluster = even[first:at]
            composed = unicodedata.normalize("NFC", cluster)
            if composed != cluster:
                yield first, at, composed
            first = at


def is_joined(char: str) -> bool:
    """Whether a character belongs to the letter before it."""
    return unicodedata.category(char)[0] == "M" or ord(char) in _JAMO
