"""Where two wordings of a passage differ, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

_WORD = re.compile(r"\w+(?:[’']\w+)*|[^\w\s]")
_LETTER = re.compile(r"\w")
# Shorter words two wordings share by chance, which tells a reader nothing.
_LEAST_LETTERS = 4
# Where so little is the same, the one wording stands whole in the place of the other.
_LEAST_SHARED = 0.3
# Looking for words that repeat costs more than their square; nobody reads so many in brackets.
_MOST_WORDS = 300

_Words = tuple[re.Match[str], ...]


class Edit(NamedTuple):
    """What stands in the place of ``start`` to ``end``; either may be empty."""

    start: int
    end: int
    instead: str


def edits(printed: str, original: str) -> tuple[Edit, ...]:
    """What has to be done to ``printed`` to make it ``original``, in the order of the text."""
    ours, theirs = (tuple(_WORD.finditer(each)) for each in (printed, original))
    if max(len(ours), len(theirs)) > _MOST_WORDS:
        return (Edit(0, len(printed), original),)
    same = [
        (one, other, size)
        for one, other, size in _matcher(ours, theirs).get_matching_blocks()
        if _is_telling(ours[one : one + size]) or not size or _is_at_edge(one, size, len(ours))
    ]
    if sum(size for _, _, size in same) < _LEAST_SHARED * len(ours):
        return (Edit(0, len(printed), original),)
    found = _between(original, ours, theirs, same)
    return tuple([each for each in found if _is_in_words(each, printed)])


def _matcher(ours: _Words, theirs: _Words) -> SequenceMatcher[str]:
    one, other = ([each[0].casefold() for each in words] for words in (ours, theirs))
    return SequenceMatcher(_is_short, one, other, autojunk=False)


def _is_short(word: str) -> bool:
    return len(word) < _LEAST_LETTERS


def _is_telling(words: _Words) -> bool:
    return sum(len(each[0]) for each in words) >= _LEAST_LETTERS


def _is_at_edge(start: int, size: int, length: int) -> bool:
    return start == 0 or start + size == length


def _is_in_words(edit: Edit, printed: str) -> bool:
    return bool(_LETTER.search(edit.instead) or _LETTER.search(printed, edit.start, edit.end))


def _between(
    original: str,
    ours: _Words,
    theirs: _Words,
    same: list[tuple[int, int, int]],
) -> Iterator[Edit]:
    at = other = 0
    for here, there, size in same:
        if here > at or there > other:
            start, end = _span(ours, at, here)
            first, last = _span(theirs, other, there)
            yield Edit(start, end, original[first:last])
        at, other = here + size, there + size


def _span(words: _Words, first: int, end: int) -> tuple[int, int]:
    """From the first of some words to the last; where there are none, behind those before."""
    if first < end:
        return words[first].start(), words[end - 1].end()
    behind = words[first - 1].end() if first else 0
    return behind, behind
