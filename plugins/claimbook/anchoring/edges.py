"""Where words begin and end: a quotation of half a word, or half a number, says something else."""

import re

from claimbook.anchoring.assembly import UNSPACED
from claimbook.anchoring.normal import is_joined

# And those that part no words either, but bear marks above and below: Thai, Lao, Burmese, Khmer.
_SIGNS = f"{UNSPACED}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_SEAMLESS = re.compile(f"[{_SIGNS}]")
_LETTERS = re.compile(f"[^\\W_{_SIGNS}]+")
_JOINER = "\u200d"
_INSIDE_NUMBERS = frozenset(".,'")


def is_edge(text: str, at: int) -> bool:
    """Whether words of normal ``text`` may be cut at ``at``, which is no place within one.

    Nor is it one within a number, behind a minus sign, or before ``n't``'s last letter.
    """
    before, behind = text[at - 1 : at] if at else "", text[at : at + 1]
    if not before or not behind or behind.isspace():
        return True
    if before.isspace() or is_joined(behind) or _JOINER in before + behind:
        return before.isspace()
    if before.isalnum() and behind.isalnum():
        return bool(_SEAMLESS.match(before) or _SEAMLESS.match(behind))
    return not (_splits_number(text, at) or _splits_denial(text, at))


def inside(text: str, at: int) -> int:
    """The first offset from ``at`` on that may be an edge, where letters go on to both sides."""
    found = _LETTERS.match(text, at) if at and _LETTERS.match(text, at - 1) else None
    return found.end() if found else at


def _splits_number(text: str, at: int) -> bool:
    if text[at].isdigit():
        first = text[at - 2 : at - 1] if at > 1 else " "
        return (text[at - 1] in _INSIDE_NUMBERS and first.isdigit()) or (
            text[at - 1] == "-" and first.isspace()
        )
    is_inner = text[at - 1].isdigit() and text[at] in _INSIDE_NUMBERS
    return is_inner and text[at + 1 : at + 2].isdigit()


def _splits_denial(text: str, at: int) -> bool:
    """Whether ``can`` would be cut from ``can't``, on either side of the apostrophe."""
    start = at if text[at] == "'" else at - 1
    found = text[max(0, start - 1) : start + 2].lower()
    return found == "n't" and is_edge(text, start + 2)
