"""A quotation beside the words of its source, as one text: what both have, and what one has."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from claimbook.anchoring import DocumentText
from claimbook.anchoring.parts import raw_parts
from claimbook.anchoring.words import Token, tokens
from claimbook.evidence.changes import is_setting
from claimbook.evidence.quotes import Result

# Of longer quotations only the beginning is looked up where they are altered, and nobody reads
# two such texts as one.
_MOST_TOKENS = 150
# What the saved text has otherwise belongs to its author as well.
_MOST_PRINTED = 300
_ELISION = "[…]"
# One sign for all quotation marks, and one for all dashes.
_EVEN = str.maketrans(dict.fromkeys('“”„‘’‚«»‹›"', "'") | dict.fromkeys("‐‑‒–—―−", "-"))
# What a quotation may end with, whatever the text goes on with.
_ENDS = re.compile(r"[.,;:!?…'\"“”„‘’‚«»‹›。、，！？：；「」『』]+")
# What may stand within a number.
_POINTS = frozenset(".,:'’")
_LETTERS = re.compile(r"[^\W_]+")


class Side(StrEnum):
    """Who has some words: both, the saved text, or the quotation."""

    BOTH = "both"
    PRINTED = "printed"
    QUOTED = "quoted"


class Words(NamedTuple):
    """Words of one side or of both; ``is_apart`` where white space is before them."""

    side: Side
    text: str
    is_apart: bool


def side_by_side(quote: str, result: Result, text: DocumentText) -> tuple[Words, ...]:
    """A quotation and the place of the text that is most like it, word by word.

    Of a quotation in parts of which only one was looked up, that part. Nothing where the two are
    too long, or where no word of them differs.
    """
    found: list[Words] = []
    for part, printed in _pairs(quote, result, text):
        made = [*_compared(part, printed)]
        if not made:
            return ()
        found += [Words(Side.BOTH, _ELISION, is_apart=True), *made] if found else made
    printed_in_all = sum(len(each.text) for each in found if each.side is Side.PRINTED)
    is_other = any(each.side is not Side.BOTH for each in found)
    return tuple(found) if is_other and printed_in_all <= _MOST_PRINTED else ()


def _pairs(quote: str, result: Result, text: DocumentText) -> Iterator[tuple[str, str]]:
    parts, places = raw_parts(quote), result.places
    printed = [text.text[slice(*each)] for each in places]
    if len(parts) == len(places):
        yield from zip(parts, printed, strict=True)
    elif parts and len(places) == 1:
        yield max(parts, key=lambda each: _likeness(each, printed[0])), printed[0]


def _likeness(one: str, other: str) -> float:
    return _matcher(_read(one), _read(other)).quick_ratio()


def _read(text: str) -> list[Token]:
    # One more shows that there are too many.
    found: list[Token] = []
    for each, _ in zip(tokens(text), range(_MOST_TOKENS + 1), strict=False):
        if found and _is_of_number(found[-1], each, text):
            found[-1] = Token(found[-1].text + each.text, found[-1].start)
        else:
            found.append(each)
    return found


def _is_of_number(last: Token, each: Token, text: str) -> bool:
    """Whether ``each`` goes on with the number before it: 2.4 differs from 3.4, not 2 from 3."""
    if last.end != each.start:
        return False
    if each.text in _POINTS:
        return last.text[-1].isdigit() and text[each.end : each.end + 1].isdigit()
    return len(last.text) > 1 and last.text[-1] in _POINTS and each.text[0].isdigit()


def _matcher(one: Sequence[Token], other: Sequence[Token]) -> SequenceMatcher[str]:
    ours, theirs = ([each.text.translate(_EVEN) for each in side] for side in (one, other))
    return SequenceMatcher(None, ours, theirs, autojunk=False)


def _compared(quoted: str, printed: str) -> Iterator[Words]:
    ours, theirs = _read(quoted), _read(printed)
    if max(len(ours), len(theirs)) > _MOST_TOKENS:
        return
    for kind, *ends in _matcher(ours, theirs).get_opcodes():
        here, there = (
            _cut(quoted, ours[ends[0] : ends[1]]),
            _cut(printed, theirs[ends[2] : ends[3]]),
        )
        is_end = not there and ends[1] == len(ours) and _ENDS.fullmatch(here)
        if kind == "equal" or is_end or _is_same(here, there):
            yield Words(Side.BOTH, here, _is_apart(quoted, ours, ends[0]))
            continue
        if there:
            yield Words(Side.PRINTED, there, _is_apart(printed, theirs, ends[2]))
        if here:
            is_apart = _is_apart(quoted, ours, ends[0])
            behind = bool(there) and _is_apart(printed, theirs, ends[3])
            yield Words(Side.QUOTED, here, is_apart or behind)


def _cut(text: str, some: Sequence[Token]) -> str:
    return " ".join(text[some[0].start : some[-1].end].split()) if some else ""


def _is_apart(text: str, all_tokens: Sequence[Token], number: int) -> bool:
    """Whether there is white space before a word; behind the last there is none."""
    start = all_tokens[number].start if number < len(all_tokens) else 0
    return text[max(0, start - 1) : start].isspace()


def _is_same(here: str, there: str) -> bool:
    """Whether the same words are only set with other signs."""
    return is_setting(here, there) and _LETTERS.findall(here) == _LETTERS.findall(there)
