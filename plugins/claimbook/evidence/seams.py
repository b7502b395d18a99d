"""What a quotation leaves out where it says so, and whether that turns what is said."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimbook.anchoring import DocumentText, Place
from claimbook.evidence.changes import ChangeKind, Difference
from claimbook.evidence.denials import denies
from claimbook.evidence.weights import (
    is_amount,
    is_bound,
    is_count,
    is_doubt,
    is_number,
    is_pronoun,
    words_of,
)

# So much may be one word that was cut from a sentence, and its neighbours.
_FEW_WORDS, _FEW_SIGNS = 5, 40
_BRACKET = re.compile(r"\[[^\[\]]{0,200}\]|\((?:…|\.\.\.)\)")
_ELISION = re.compile(r"[\[(](?:…|\.\.\.)[\])]")
# Figures put into a number: "5[,000]".
_IN_NUMBER = re.compile(r"\d\[[\d.,][^\[\]]{0,20}\]|\[[^\[\]]{0,20}\d\][.,]?\d")
_WORD = re.compile(r"[^\W\d_]\w*")
_SENTENCE_END = re.compile(r"[.!?…؟।]\s|[。！？।]|\n\n")
# What is next to a part of a quotation: up to the sign that parts it from the rest.
_CLAUSE_END = re.compile(r"[.,;:!?…—–()\n。！？।،؛、，；：]")
_ROOM = 40


class Seam(NamedTuple):
    """Where a quotation was cut: what it puts in, what stands there, and the words around.

    At the ends of the quotation nothing is known to be left out: it ``is_open``, and ``taken``
    are the words next to it.
    """

    put: str
    taken: str
    before: str
    behind: str
    is_open: bool = False


def left_out(places: Sequence[Place], text: DocumentText) -> tuple[str, ...]:
    """What stands between the parts of a quotation."""
    return tuple(text.text[before.end : behind.start] for before, behind in pairwise(places))


def turned(quote: str, places: Sequence[Place], text: DocumentText) -> Iterator[Difference]:
    """Where what is left out, or put in its place, makes the sentence say something else.

    "It is […] safe" for "It is not safe"; "[2] billion" for "1 billion".
    """
    for seam in _seams(quote, places, text):
        kind = next((kind for kind, is_turned in _TURNS if is_turned(seam)), None)
        if kind:
            yield Difference(kind, seam.put.strip(), seam.taken.strip())
    for found in _IN_NUMBER.finditer(quote):
        yield Difference(ChangeKind.NUMBER, found[0], "")


def _seams(quote: str, places: Sequence[Place], text: DocumentText) -> Iterator[Seam]:
    """Every run of brackets; none where they are brackets of the text itself."""
    puts = _puts(quote)
    if len(puts) != len(places) + 1:
        return
    parts = ["", *(text.text[slice(*each)] for each in places), ""]
    first, last = places[0].start, places[-1].end
    before = _last_clause(text.text[max(0, first - _ROOM) : first])
    behind = _CLAUSE_END.split(text.text[last : last + _ROOM])[0]
    taken = [before, *left_out(places, text), behind]
    for number, put in enumerate(puts):
        is_open = number in {0, len(places)}
        if put:
            yield Seam(put, taken[number], parts[number], parts[number + 1], is_open)


def _last_clause(words: str) -> str:
    return _CLAUSE_END.split(words)[-1]


def _puts(quote: str) -> list[str]:
    """What stands in brackets before the first part, between parts, and behind the last."""
    puts, at = [""], 0
    for found in _BRACKET.finditer(quote):
        if quote[at : found.start()].strip():
            puts.append("")
        puts[-1] += " " if _ELISION.fullmatch(found[0]) else f" {found[0][1:-1]} "
        at = found.end()
    return [*puts, ""] if quote[at:].strip() else puts


def _is_short(seam: Seam) -> bool:
    """Whether words are cut out of a sentence that goes on."""
    words = seam.taken
    is_few = len(words) <= _FEW_SIGNS and len(words.split()) <= _FEW_WORDS
    return is_few and not _SENTENCE_END.search(words)


def _is_denied(seam: Seam) -> bool:
    if denies(seam.put):
        return not denies(seam.taken)
    if seam.is_open:
        return False
    return (_is_short(seam) and denies(seam.taken)) or _denies_beside(seam.taken)


def _denies_beside(taken: str) -> bool:
    """Whether a denial is cut off what it stands next to, however much is cut besides."""
    first, last = _CLAUSE_END.split(taken)[0].split(), _last_clause(taken).split()
    return denies(" ".join(first[:2])) or denies(" ".join(last[-2:]))


def _is_doubted(seam: Seam) -> bool:
    ours, theirs = ({*filter(is_doubt, words_of(each))} for each in (seam.put, seam.taken))
    is_hidden = not seam.is_open and _is_short(seam) and theirs > ours & theirs
    return is_hidden or bool(ours - theirs)


def _is_counted(seam: Seam) -> bool:
    ours, theirs = words_of(seam.put), words_of(seam.taken)
    before, behind = words_of(seam.before)[-1:], words_of(seam.behind)[:1]
    if ours and _has_other_number(ours, theirs):
        return True
    is_after = any(map(is_count, before)) and _differ(ours[:1], theirs[:1], is_amount)
    is_ahead = any(map(is_count, behind)) and (
        _differ(ours[-1:], theirs[-1:], is_bound)
        or (_is_short(seam) and not ours and any(map(is_count, theirs[:1])))
    )
    return is_after or is_ahead if ours or not seam.is_open else False


def _has_other_number(ours: list[str], theirs: list[str]) -> bool:
    numbers = [{*filter(is_number, each)} for each in (ours, theirs)]
    return bool(numbers[1] and numbers[0] - numbers[1])


def _differ(ours: list[str], theirs: list[str], is_meant: Callable[[str], bool]) -> bool:
    return ours != theirs and any(map(is_meant, ours + theirs))


def _is_named(seam: Seam) -> bool:
    ours, theirs = _names(seam.put), _names(seam.taken)
    if seam.is_open:
        # Brackets at the beginning may stand for the one word before, those at the end for none.
        theirs = _names(" ".join(seam.taken.split()[-1:])) if seam.behind else set()
    return bool(ours and theirs and not ours & theirs)


def _names(words: str) -> set[str]:
    found = (each for each in _WORD.findall(words) if each[0].isupper())
    return {each for each in found if not is_pronoun(each.casefold())}


_TURNS: tuple[tuple[ChangeKind, Callable[[Seam], bool]], ...] = (
    (ChangeKind.NUMBER, _is_counted),
    (ChangeKind.NEGATION, _is_denied),
    (ChangeKind.NAME, _is_named),
    (ChangeKind.WORDING, _is_doubted),
)
