"""The parts of a quotation between what was left out, and where they stand in their order."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from claimbook.anchoring.edges import inside, is_edge
from claimbook.anchoring.normal import normal
from claimbook.anchoring.shapes import Place

# How much `[…]` may leave out, and how much a word in brackets may stand for. An elision of more
# than a long paragraph joins words that do not belong together.
MOST_LEFT_OUT, _MOST_REPLACED = 2_000, 100
_GAP = re.compile(r"(?P<elision>\[(?:…|\.\.\.)\]|\((?:…|\.\.\.)\))|\[[^\[\]]{0,200}\]")
# No text is so long, and no quotation in so many parts, that this would not do.
_MOST_TRIES, _MOST_PARTS = 20_000, 20
# Nor is any long one tried so often: each time all of it may be compared.
_MOST_COMPARED = 20_000_000


class Part(NamedTuple):
    """Words that stand together, and how many characters may lie between them and those before."""

    text: str
    most: int


Fits = Callable[[Place], bool]


def parts_of(quote: str, *, is_literal: bool = False) -> tuple[Part, ...]:
    """The parts of a quotation, as normal text; none where they are too many.

    Where it ``is_literal``, its brackets are part of the text.
    """
    found = ((quote, 0),) if is_literal else _parts(quote)
    parts = tuple(Part(normal(raw).text.strip(), most) for raw, most in found)
    return parts if len(parts) <= _MOST_PARTS and all(each.text for each in parts) else ()


def raw_parts(quote: str) -> tuple[str, ...]:
    """The parts of a quotation as they are written, without white space around them."""
    return tuple(raw for raw, _ in _parts(quote))


def _parts(quote: str) -> Iterator[tuple[str, int]]:
    most = at = 0
    for gap in [*_GAP.finditer(quote), None]:
        raw = quote[at : gap.start() if gap else None].strip()
        if normal(raw).text.strip():
            yield raw, most
            most = 0
        if gap:
            most = max(most, MOST_LEFT_OUT if gap["elision"] else _MOST_REPLACED)
            at = gap.end()


def chains(
    text: str, parts: Sequence[Part], begins: Fits, ends: Fits, *, is_far: bool = False
) -> list[tuple[Place, ...]]:
    """Where all parts stand in their order and near each other, each as tightly as it can.

    ``begins`` and ``ends`` tell which places of the first and the last part fit. Where it
    ``is_far``, any number of characters may lie between parts.
    """
    after: list[tuple[Place, ...]] = [()]
    for number, part in reversed([*enumerate(parts)]):
        found = [*occurrences(text, part.text, _MOST_TRIES // len(parts))]
        if number == len(parts) - 1:
            after = [(each,) for each in found if ends(each)]
        else:
            most = len(text) if is_far else parts[number + 1].most
            after = [*_joined(found, after, most)]
    return [*_tightest(each for each in after if each and begins(each[0]))]


def tries(text: str, parts: Sequence[Part]) -> int:
    """How many places of ``text`` :func:`chains` looks at, at most."""
    most = _MOST_TRIES // max(1, len(parts))
    # Of words that repeat themselves one place may begin with each letter of another.
    return sum(min(text.count(each.text) * len(each.text), most) for each in parts)


def _joined(
    found: Iterable[Place], after: list[tuple[Place, ...]], most: int
) -> Iterator[tuple[Place, ...]]:
    starts = [each[0].start for each in after]
    for place in found:
        at = bisect_left(starts, place.end)
        if at < len(after) and starts[at] - place.end <= most:
            yield place, *after[at]


def _tightest(found: Iterable[tuple[Place, ...]]) -> Iterable[tuple[Place, ...]]:
    """Of those that share what follows, the one that begins last."""
    kept: dict[object, tuple[Place, ...]] = {}
    for each in found:
        kept[each[1:] or each] = each
    return kept.values()


def occurrences(text: str, words: str, most: int = _MOST_TRIES) -> Iterator[Place]:
    """Where ``words`` stand in normal ``text`` as whole words."""
    at = text.find(words)
    for _ in range(min(most, _MOST_COMPARED // max(1, len(words)))):
        if at < 0:
            return
        end = at + len(words)
        if is_edge(text, at) and is_edge(text, end):
            yield Place(at, end)
        at = text.find(words, max(at + 1, inside(text, at)))
