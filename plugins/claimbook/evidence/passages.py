"""A little of a saved text: the words that are quoted, and what stands around them.

A saved text belongs to whoever wrote it, so how much of it is shown has hard limits: for each
passage, and for all passages of a source together.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from claimbook.anchoring import DocumentText, Place
from claimbook.anchoring.assembly import UNSPACED

# To each side of the quoted words, and of what they leave out, in characters.
MOST_WORDS, MOST_AROUND, MOST_LEFT_OUT = 25, 200, 300
# Of all that is shown of a source besides what is quoted: so many characters, and so much of it.
MOST_OF_SOURCE, SHARE_OF_SOURCE = 6_000, 4
# A quarter of a short notice would explain nothing.
MOST_OF_SHORT = 400
# Fewer tell a reader nothing.
_LEAST_AROUND = 16
_CUT = "…"
_DENSE = re.compile(f"[{UNSPACED}]")
# Where a sentence begins: behind the sign that ends another, or in a new paragraph.
_BEGINS = re.compile(r"[.!?…؟।]+[\"'”’»)\]]*\s+|[。！？]+[」』”’）]*|\n\n")
# What belongs to the letter before it, and must not stand without.
_MARKS = re.compile(r"^[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u200d]+")
# Of scripts that part no words each sign.
_WORDS = re.compile(f"[{UNSPACED}]|[^\\W{UNSPACED}]+")
_WORD, _SOLID, _SPACE = re.compile(r"\w"), re.compile(r"\S+"), re.compile(r"\s+")


class Run(NamedTuple):
    """Words of a saved text; ``is_quoted`` are those that the quotation has."""

    text: str
    is_quoted: bool = False


class Gap(NamedTuple):
    """What ``[…]`` stands for: its beginning, and where ``more`` is left out, its end."""

    begin: str
    more: int = 0
    end: str = ""

    @property
    def whole(self) -> str:
        """As one text, cut in the middle."""
        return f"{self.begin} {_CUT} {self.end}".strip() if self.more else self.begin

    @property
    def shown(self) -> int:
        """How many characters of the saved text it shows."""
        return len(self.begin) + len(self.end)


class Passage(NamedTuple):
    """The quoted words where they stand; ``gaps`` are what they leave out, in their order."""

    runs: tuple[Run, ...]
    gaps: tuple[Gap, ...]

    @property
    def has_context(self) -> bool:
        """Whether it shows any word that is not quoted."""
        return any(_WORD.search(each.text) for each in self.runs[::2])

    @property
    def shown(self) -> int:
        """How many characters that are not quoted it shows."""
        around = sum(len(each.text) for each in (self.runs[0], self.runs[-1]))
        return around + sum(each.shown for each in self.gaps)


def room_for(text: DocumentText, quotations: int) -> int:
    """How many characters around each of so many quotations of a text may be shown."""
    most = min(MOST_OF_SOURCE, max(MOST_OF_SHORT, len(text.text) // SHARE_OF_SOURCE))
    return most // max(1, quotations)


def besides(quote: str, places: Sequence[Place], text: DocumentText) -> int:
    """How many characters of the words at ``places`` are in no word of the quotation."""
    printed = " ".join(text.text[slice(*each)] for each in places)
    ours, theirs = (Counter(_WORDS.findall(each.casefold())) for each in (quote, printed))
    return sum(len(word) * number for word, number in (theirs - ours).items())


def passage(places: Sequence[Place], text: DocumentText, room: int) -> Passage:
    """The words at ``places`` with what stands around and between them, in ``room`` characters."""
    between = [_tidy(text.text[one.end : other.start]) for one, other in pairwise(places)]
    # What is left out matters more than what stands around.
    most = min(MOST_LEFT_OUT, room) // max(1, len(between))
    gaps = [_gap(words.strip(), most) for words in between]
    side = min(MOST_AROUND, (room - sum(each.shown for each in gaps)) // 2)
    quoted = [_tidy(text.text[slice(*each)]) for each in places]
    runs = [Run(_before(text.text, places[0].start, side)), Run(quoted[0], is_quoted=True)]
    for words, gap, behind in zip(between, gaps, quoted[1:], strict=True):
        runs += (Run(_spaced(gap.whole, words)), Run(behind, is_quoted=True))
    runs.append(Run(_after(text.text, places[-1].end, side)))
    return Passage(tuple(runs), tuple(each for each in gaps if each.begin or each.more))


def _gap(words: str, room: int) -> Gap:
    if len(words) <= room:
        return Gap(words)
    half = room // 2
    begin = _cut_end(words[:half], words[half : half + 1])
    end = _cut_front(words[-half:], words[-half - 1 : -half]) if half else ""
    return Gap(begin, len(words) - len(begin) - len(end), end)


def _spaced(shown: str, words: str) -> str:
    """With the spaces that ``words`` have at their ends."""
    if not shown:
        return words
    front, end = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{front}{shown}{end}"


def _before(text: str, at: int, room: int) -> str:
    window = _window(text[max(0, at - room) : at], is_behind=False)
    rest = at - len(window)
    if len(window) < min(at, _LEAST_AROUND):
        return ""
    begins = (each.end() for each in _BEGINS.finditer(window))
    start = next((each for each in begins if _WORD.search(window, each)), -1) if rest else 0
    if start >= 0:
        return _tidy(window[start:]).lstrip()
    return _CUT + _tidy(_cut_front(window, text[rest - 1 : rest])).lstrip()


def _after(text: str, at: int, room: int) -> str:
    window = _window(text[at : at + room], is_behind=True)
    rest = len(text) - at - len(window)
    if not window or len(window) < min(len(text) - at, _LEAST_AROUND):
        return ""
    ends = (each.end() for each in reversed([*_BEGINS.finditer(window)]))
    end = next((each for each in ends if _WORD.search(window, 0, each)), 0) if rest else len(window)
    if end:
        return _tidy(window[:end]).rstrip()
    next_sign = text[at + len(window) : at + len(window) + 1]
    return _tidy(_cut_end(window, next_sign)).rstrip() + _CUT


def _window(words: str, *, is_behind: bool) -> str:
    """As much of the words next to a quotation as a reader needs."""
    if _DENSE.search(words):
        # Of scripts that part no words a sign says what several letters do elsewhere.
        half = (len(words) + 1) // 2
        words = words[:half] if is_behind else words[-half:]
    found = [*_SOLID.finditer(words)]
    if len(found) <= MOST_WORDS:
        return words
    if is_behind:
        return words[: found[MOST_WORDS - 1].end()]
    return words[found[-MOST_WORDS].start() :]


def _cut_front(words: str, before: str) -> str:
    """Without the rest of a word that begins with ``before``."""
    is_whole = not before or before.isspace() or _DENSE.match(before + words[:1])
    return _MARKS.sub("", words) if is_whole else words.partition(" ")[2]


def _cut_end(words: str, behind: str) -> str:
    """Without the beginning of a word that goes on with ``behind``."""
    if not behind or behind.isspace() or _DENSE.match(behind):
        return words
    if _DENSE.match(words[-1:]):
        return words[:-1] if _MARKS.match(behind) else words
    return words.rpartition(" ")[0]


def _tidy(words: str) -> str:
    """Paragraphs on lines of their own, and single spaces."""
    return _SPACE.sub(lambda each: "\n" if "\n\n" in each[0] else " ", words)
