"""What counts in a text when it is compared: terms, quantities, names, denial."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claimbook.likeness.quantities import Quantity, read_quantities
from claimbook.likeness.senses import (
    AHEAD,
    AHEAD_IN_GERMAN,
    AHEAD_PHRASES,
    DENYING,
    DENYING_SIGNS,
    DENYING_VERBS,
    NOT_DENYING,
    SMALL,
)
from claimbook.likeness.stems import stem_of, tongue_of

# Scripts that put no space between words: Thai, Lao, Khmer, Burmese, kana, ideographs.
_DENSE = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[{_DENSE}]+|[^\W\d_]+(?:'[^\W\d_]+)*")
IS_DENSE = re.compile(rf"[{_DENSE}]")
APOSTROPHES = re.compile("[’‘ʼ`´]")
# What denies what follows it: "it is false that", "failed to", "the claim that … is wrong".
NEGATED = re.compile(
    r"(?:(?<=ca)|(?<=wo))?n't\b"
    r"|\b(?:fail(?:s|ed|ing)?|unable|unlikely) to\b"
    r"|\b(?:falsely|wrongly|fälschlich(?:erweise)?)(?= (?:claim|said|stat|alleg|report|behaupt))"
    r"|\b(?:false|untrue|wrong|incorrect|myth|hoax|lie) that\b"
    r"|\b(?:falsch|unwahr|mythos|lüge|märchen),? dass\b"
    r"|\b(?:claims?|rumou?rs?|behauptung(?:en)?|gerüchte?),? (?:that|dass)\b(?=[^.]{0,200}"
    r"\b(?:is|are|was|were|ist|sind|war|waren) (?:false|untrue|wrong|baseless|falsch|unwahr)\b)"
)
NAME = re.compile(r"[^\W\d_]+")
_UNTOLD = SMALL | DENYING | DENYING_VERBS
MOST = 2000


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as it is compared.

    ``sides`` tells on which side of an opposition a term stands, where only on one. ``names`` are
    the terms that are written as names; ``is_denied`` tells that something is denied, ``is_ahead``
    that something is planned or to come.
    """

    terms: tuple[str, ...]
    sides: tuple[tuple[str, int], ...]
    quantities: tuple[Quantity, ...]
    names: frozenset[str]
    is_denied: bool
    is_ahead: bool


def read(text: str) -> Wording:
    """Read a text, as far as its first 2,000 characters."""
    plain = _plain(text)
    quantities, rest = read_quantities(_folded(plain))
    words = WORD.findall(rest)
    tongue = tongue_of(words)
    stems = [stem for word in words for stem in _stems(word, tongue)]
    terms = tuple(sorted({term for term, _ in stems}))
    sides = tuple(sorted(_one_sided(stems).items()))
    names = frozenset(_names(plain, tongue)) & frozenset(terms)
    is_denied, is_ahead = _is_denied(rest, words), _is_ahead(rest, words, tongue)
    return Wording(terms, sides, quantities, names, is_denied, is_ahead)


# A preview asks for those of all claims after every change.
@lru_cache(50_000)
def terms_of(text: str) -> tuple[str, ...]:
    """The terms alone, as :func:`read` has them."""
    _, rest = read_quantities(_folded(_plain(text)))
    words = WORD.findall(rest)
    tongue = tongue_of(words)
    return tuple(sorted({term for word in words for term, _ in _stems(word, tongue)}))


def _plain(text: str) -> str:
    return APOSTROPHES.sub("'", unicodedata.normalize("NFKC", text[:MOST]))


def _folded(text: str) -> str:
    folded = NEGATED.sub(" not", text.casefold().replace("cannot", "can not"))
    for each in NOT_DENYING:
        folded = folded.replace(each, " ")
    return folded


def _stems(word: str, tongue: str) -> Iterator[tuple[str, int]]:
    if IS_DENSE.match(word):
        yield from ((word[at : at + 2], 0) for at in range(max(1, len(word) - 1)))
        return
    for each in word.split("'"):
        if len(each) > 1 and each not in _UNTOLD:
            yield stem_of(each, tongue)


def _one_sided(stems: list[tuple[str, int]]) -> dict[str, int]:
    """The side of each opposition of which a text names only one."""
    found: dict[str, set[int]] = {}
    for term, side in stems:
        if side:
            found.setdefault(term, set()).add(side)
    return {term: sides.pop() for term, sides in found.items() if len(sides) == 1}


def _is_denied(text: str, words: list[str]) -> bool:
    """Whether something is denied; who does not deny it, does not."""
    denials = [at for at, word in enumerate(words) if word in DENYING]
    verbs = [at for at, word in enumerate(words) if word in DENYING_VERBS]
    undone = [at for at in denials if any(0 < verb - at <= 2 for verb in verbs)]  # noqa: PLR2004
    if undone and len(denials) == len(undone):
        return False
    return bool(denials or verbs) or any(each in text for each in DENYING_SIGNS)


def _is_ahead(text: str, words: list[str], tongue: str) -> bool:
    known = AHEAD_IN_GERMAN if tongue == "de" else AHEAD
    parts = (part for word in words for part in word.split("'"))
    return any(each in known for each in parts) or any(each in text for each in AHEAD_PHRASES)


def _names(text: str, tongue: str) -> Iterator[str]:
    """The terms of words that are written as names, or with `OpenAI`'s look.

    At the beginning of a sentence that is any word of which no other meaning is known. In German
    every noun is written so: then it tells nothing.
    """
    for match in NAME.finditer(text):
        word = match[0]
        is_odd = len(word) > 1 and word[1:] != word[1:].lower()
        if not is_odd and (tongue == "de" or not word[0].isupper()):
            continue
        term, _ = stem_of(word.casefold(), tongue)
        if is_odd or _is_within(text, match.start()) or not term.startswith("~"):
            yield term


def _is_within(text: str, at: int) -> bool:
    """Whether something of the same sentence stands before a place."""
    before = text[:at].rstrip(" \"“„'(")
    return bool(before) and before[-1] not in ".!?:"
