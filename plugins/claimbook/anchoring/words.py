"""The words of texts, and which stretch of a long text shares most of them with a short one."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice, repeat
from operator import add, floordiv, sub
from typing import NamedTuple

from claimbook.anchoring.assembly import UNSPACED

_SIGNS = r"\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e\u00a1-\u00bf\u2010-\u205e"
# A script that parts no words is read sign by sign, and so is punctuation; what is longer than any
# word, in pieces.
_TOKEN = re.compile(rf"[^\s{_SIGNS}{UNSPACED}]{{1,200}}|\S")
# However long a text is, and however often it repeats its words, no more is looked at.
_MOST_HITS = 4_000


class Token(NamedTuple):
    """A word or a sign, and where it begins."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The first offset behind it."""
        return self.start + len(self.text)


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The words and signs of a stretch of ``text``."""
    for found in _TOKEN.finditer(text, start, len(text) if end is None else end):
        yield Token(found[0], found.start())


class _Index(NamedTuple):
    starts: Sequence[int]
    numbers: Mapping[str, Sequence[int]]


@lru_cache(maxsize=8)
def _index(text: str) -> _Index:
    starts: list[int] = []
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(_TOKEN.finditer(text)):
        starts.append(found.start())
        numbers[found[0].lower()].append(number)
    return _Index(starts, numbers)


def likely_stretch(text: str, words: Sequence[Token]) -> tuple[int, int] | None:
    """Where in ``text`` most of ``words`` stand close together, with some room around it."""
    index = _index(text)
    width = max(8, len(words) // 2)
    near = [*map(floordiv, _starts(index, words), repeat(width))]
    if not near:
        return None
    votes = Counter(chain(near, map(add, near, repeat(1))))
    most = max(votes.values())
    best = min(each for each, count in votes.items() if count == most) * width
    first, last = max(0, best - 2 * width), best + len(words) + 2 * width
    begin = index.starts[min(first, len(index.starts) - 1)]
    return begin, index.starts[last] if last < len(index.starts) else len(text)


def _starts(index: _Index, words: Iterable[Token]) -> Iterator[int]:
    """Where the words would begin, were they where each of them stands; rare words first."""
    hits = {
        each.text.lower(): (index.numbers[each.text.lower()], number)
        for number, each in enumerate(words)
        if each.text.lower() in index.numbers
    }
    rare_first = sorted(hits.values(), key=lambda each: (len(each[0]), each[1]))
    every = (map(sub, numbers, repeat(number)) for numbers, number in rare_first)
    return islice(chain.from_iterable(every), _MOST_HITS)
