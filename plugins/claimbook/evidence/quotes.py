"""A quotation beside the text of its source: is it there, and if not, what is different.

Similarity finds the place, words decide: an inserted "not" leaves a text 95 % alike.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from claimbook.anchoring import (
    Ambiguous,
    Anchor,
    DocumentText,
    How,
    Nearest,
    Place,
    Selector,
    anchor,
)
from claimbook.anchoring.parts import raw_parts
from claimbook.anchoring.places import fitting
from claimbook.anchoring.words import Token, tokens
from claimbook.evidence.changes import Difference, differences, is_setting
from claimbook.evidence.seams import left_out, turned
from claimbook.evidence.setting import joined, turned_by_case, turned_end, turned_numbers

# A place less like the quotation is another passage, not the same one changed.
SAME_PASSAGE = 0.6
_FEWEST_WORDS = 3
# A quotation in more parts is looked up nowhere.
_MOST_SET = 20
# What may stand at the ends of a quotation, by whoever quotes.
_ENDS = " \t\n.,;:!?…'\"“”„‘’‚«»‹›。、，！？：；「」『』"


class Verdict(StrEnum):
    """What the machine found, the best first."""

    VERBATIM = "verbatim"
    ELIDED = "verbatim with elision"
    TYPOGRAPHY = "typographic variant"
    ALTERED = "altered"
    ABSENT = "absent"


class Result(NamedTuple):
    """What came of one comparison.

    ``places`` are where the words stand in the text, or nearly stand; ``left_out`` is what the
    quotation leaves out between them, ``differences`` are what it has otherwise.
    """

    verdict: Verdict
    places: tuple[Place, ...] = ()
    left_out: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def is_faithful(self) -> bool:
        """Whether the source says these words."""
        return self.verdict in _FAITHFUL


_FAITHFUL = frozenset({Verdict.VERBATIM, Verdict.ELIDED, Verdict.TYPOGRAPHY})


@lru_cache(maxsize=4096)
def verify(quote: str, text: DocumentText) -> Result:
    """Look a quotation up in the text of its source.

    ``[…]`` stands for what was left out, other words in brackets for what was put in their place.
    """
    made = _compared(quote, text)
    wrong = tuple(_turned(quote, made, text)) if made.is_faithful else ()
    return made._replace(verdict=Verdict.ALTERED, differences=wrong) if wrong else made


def _compared(quote: str, text: DocumentText) -> Result:
    found = _standing(quote, text)
    if found:
        return _found(found, text)
    return _set_otherwise(quote, text) or _missed(quote, text)


def _turned(quote: str, made: Result, text: DocumentText) -> Iterator[Difference]:
    """What makes other words of the same: brackets, signs that part, and capital letters."""
    if "[" in quote or "(" in quote:
        yield from turned(quote, made.places, text)
    yield from joined(made.places, text)
    if made.verdict is Verdict.VERBATIM:
        return
    yield from turned_end(quote, text, made.places[-1].end)
    parts = raw_parts(quote)
    parts = parts if len(parts) == len(made.places) else (quote,)
    for part, place in zip(parts, made.places, strict=False):
        printed = text.text[slice(*place)]
        yield from turned_numbers(part, printed)
        yield from turned_by_case(part.strip(_ENDS), printed)


def _set_otherwise(quote: str, text: DocumentText) -> Result | None:
    """The same words without the signs at their ends, or in capital or small letters."""
    trimmed = quote.strip(_ENDS)
    for words, there in ((trimmed, text), (trimmed.lower(), _lowered(text))):
        is_other = words and (words, there) != (quote, text)
        found = _standing(words, there) if is_other else None
        if found:
            made = _found(found, there)
            is_set = made.verdict is Verdict.VERBATIM
            return made._replace(verdict=Verdict.TYPOGRAPHY) if is_set else made
    return None


@lru_cache(maxsize=32)
def _lowered(text: DocumentText) -> DocumentText:
    """The text in small letters, each where it was; a letter whose small form is two stays."""
    if text.text.isascii():
        return DocumentText(text.text.lower(), text.blocks)
    pairs = ((each, each.lower()) for each in text.text)
    return DocumentText("".join(low if len(low) == 1 else own for own, low in pairs), text.blocks)


def _standing(quote: str, text: DocumentText) -> Anchor | None:
    """Where the words stand; of several places one, whichever is meant.

    What is most like them is not sought where they stand nowhere: that takes long, and is asked
    once, of the quotation as it is.
    """
    found = fitting(text, Selector(quote))
    return max(found, key=_is_exact) if found else None


def _is_exact(found: Anchor) -> bool:
    return found.how is How.EXACT


def _looked_up(quote: str, text: DocumentText) -> Anchor | Nearest:
    found = anchor(text, Selector(quote))
    return max(found.anchors, key=_is_exact) if isinstance(found, Ambiguous) else found


def _found(found: Anchor, text: DocumentText) -> Result:
    between = left_out(found.places, text)
    if between:
        return Result(Verdict.ELIDED, found.places, between)
    verdict = Verdict.VERBATIM if found.how is How.EXACT else Verdict.TYPOGRAPHY
    return Result(verdict, found.places)


def _is_word(token: Token) -> bool:
    """Whether it is a word, or a sign of a script that parts no words."""
    return token.text[0].isalnum()


def _missed(quote: str, text: DocumentText) -> Result:
    found = _looked_up(quote.strip(_ENDS) or quote, text)
    is_short = sum(map(_is_word, tokens(quote))) < _FEWEST_WORDS
    if isinstance(found, Anchor) or found.place is None or is_short:
        return Result(Verdict.ABSENT)
    told = _only_set(quote, found, text)
    if isinstance(told, Result):
        return told
    if told.place is None:
        return Result(Verdict.ABSENT)
    is_same = told.likeness >= SAME_PASSAGE
    verdict = Verdict.ALTERED if is_same else Verdict.ABSENT
    return Result(verdict, (told.place,), (), differences(told.changes, quote, text.text))


def _only_set(quote: str, missed: Nearest, text: DocumentText) -> Result | Nearest:
    """The result for a quotation whose words are all there, some of them set otherwise.

    Only the beginning of one part was compared: it is written as the text has it, and the whole is
    looked up anew, once for each part. Where that is not all, what is missing then.
    """
    found: Anchor | Nearest = missed
    told: tuple[Difference, ...] = ()
    for _ in raw_parts(quote)[:_MOST_SET]:
        if isinstance(found, Anchor) or found.place is None:
            break
        printed = text.text[slice(*found.place)]
        part = next((each for each in raw_parts(quote) if is_setting(each, printed)), None)
        if part is None or part == printed:
            break
        told += differences(found.changes, quote, text.text)
        quote = quote.replace(part, printed, 1)
        found = _looked_up(quote, text)
    if not isinstance(found, Anchor):
        return found
    made = _found(found, text)
    verdict = Verdict.TYPOGRAPHY if made.verdict is Verdict.VERBATIM else made.verdict
    return made._replace(verdict=verdict, differences=told)
