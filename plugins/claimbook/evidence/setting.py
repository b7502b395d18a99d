"""Where words that are only set otherwise say something else all the same.

"US" is not "us", "Is it safe?" is not "It is safe.", 10-20 is not 10 20; nor are the words of two
speakers one sentence.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise

from claimbook.anchoring import Block, BlockKind, DocumentText, Place
from claimbook.evidence.changes import ChangeKind, Difference

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# With the sign of less than nothing before it, and money between the two.
_NUMBERS = re.compile(
    r"(?:(?<![^\s(])[‐‑‒–—―−-][$€£¥]?)?"
    r"\d(?:[.,:/'’\s‐‑‒–—―−-]*\d)*"
)
_SEPARATOR = re.compile(r"\s+")
_DASH = re.compile(r"\s*[‐‑‒–—―−-]\s*")
# Behind these a word may begin with a capital or a small letter, by whoever quotes.
_BEGINS = re.compile(r"(?:^|[.!?…:;\]\n“”„\"«»‘‚(–—]|\.\.\.)\s*[\"'“”„‘’‚«»(]*$")
_QUOTES = " \t\n\"'“”„‘’‚«»‹›」』)]"
_ENDS = ".!?"
_LEAST_TITLE, _LONG = 2, 4


def turned_by_case(quoted: str, printed: str) -> Iterator[Difference]:
    """Words that are names, or abbreviations, only where they are written in capital letters."""
    pairs = [*zip(_WORD.finditer(quoted), _WORD.finditer(printed), strict=False)]
    if _is_all(quoted, str.isupper) or _is_all(printed, str.isupper):
        return
    is_even = _is_all(quoted, str.islower) or _is_title(quoted) or _is_title(printed)
    for ours, theirs in pairs:
        if ours[0] != theirs[0] and ours[0].lower() == theirs[0].lower():
            may_begin = is_even or _begins(ours) or _begins(theirs)
            if not may_begin or ours[0][1:] != theirs[0][1:]:
                yield Difference(ChangeKind.NAME, ours[0], theirs[0])


def _is_all(text: str, is_so: Callable[[str], bool]) -> bool:
    letters = "".join(each for each in text if each.isalpha())
    return is_so(letters) if letters else False


def _is_title(text: str) -> bool:
    """Whether all longer words begin with a capital, as in headings."""
    words = [each for each in _WORD.findall(text) if len(each) >= _LONG and each[0].isalpha()]
    return len(words) >= _LEAST_TITLE and all(each[0].isupper() for each in words)


def _begins(word: re.Match[str]) -> bool:
    return bool(_BEGINS.search(word.string[max(0, word.start() - 12) : word.start()]))


def turned_numbers(quoted: str, printed: str) -> Iterator[Difference]:
    """Numbers that have other signs within them, or between one and the next."""
    ours, theirs = _numbers(quoted), _numbers(printed)
    if ours != theirs:
        yield Difference(ChangeKind.NUMBER, _shown(ours, theirs), _shown(theirs, ours))


def _numbers(text: str) -> list[str]:
    found = (_DASH.sub("-", each) for each in _NUMBERS.findall(text.replace("’", "'")))
    return [_SEPARATOR.sub(" ", each) for each in found]


def _shown(these: Sequence[str], those: Sequence[str]) -> str:
    return next((each for each in these if each not in those), " ".join(these))


def turned_end(quote: str, text: DocumentText, end: int) -> Iterator[Difference]:
    """A question that is quoted as a statement, or the other way round."""
    ours = quote.rstrip(_QUOTES)[-1:]
    last = text.text[:end].rstrip(_QUOTES)[-1:] if end else ""
    theirs = last if last in _ENDS else text.text[end : end + 8].lstrip(_QUOTES)[:1]
    both = {ours, theirs}
    if "?" in both and len(both) > 1 and both <= {*_ENDS}:
        yield Difference(ChangeKind.WORDING, ours, theirs)


def joined(places: Sequence[Place], text: DocumentText) -> Iterator[Difference]:
    """Where the words of two speakers, or a heading and what stands below it, are made one."""
    blocks = [_blocks(each, text) for each in places]
    for one, other in chain.from_iterable(map(pairwise, blocks)):
        if BlockKind.HEADING in {one.kind, other.kind}:
            yield Difference(ChangeKind.LEFT_OUT, "", "[…]")
    speakers = [each.speaker for some in blocks for each in some if each.speaker]
    for before, speaker in pairwise(speakers):
        if before != speaker:
            yield Difference(ChangeKind.NAME, "", f"{speaker}:")


def _blocks(place: Place, text: DocumentText) -> Sequence[Block]:
    """The blocks in which some of the words stand."""
    first = bisect_right(text.blocks, place.start, key=lambda each: each.end)
    return text.blocks[first : bisect_left(text.blocks, place.end, key=lambda each: each.start)]
