"""What a reader in another language needs to read texts as we do: words, endings, patterns.

``assets/scripts/likeness.js`` takes the same steps in a browser. All that can be told as data is
told from here, so that it stands once; tests hold the steps to each other.
"""

import re
from functools import cache
from types import MappingProxyType
from typing import Any

from claimbook.likeness import compare, quantities, reading, senses, stems

VERSION = 2
_WORD = r"[\p{L}\p{N}_]"
_EDGE = f"(?:(?<={_WORD})(?!{_WORD})|(?<!{_WORD})(?={_WORD}))"
# Signs that need no backslash, and may have none, where a pattern knows Unicode.
_NEEDLESS = re.compile(r"\\([-&~# ])")
_ELSEWHERE = MappingProxyType(
    {
        "(?P<": "(?<",
        r"[^\W\d_]": r"[\p{L}\p{Nl}\p{No}]",
        r"\d": r"\p{Nd}",
        r"\b": _EDGE,
        "(?:(?<=ca)|(?<=wo))?": "",
    }
)


@cache
def told() -> dict[str, Any]:
    """Everything as plain data, in an order that is always the same."""
    return {
        "version": VERSION,
        "most": reading.MOST,
        "patterns": {name: _told(each) for name, each in _PATTERNS.items()},
        "dates": [_told(each) for each in quantities.DATES],
        "folded": _folded(),
        "zeros": [at for at in _everything() if chr(at).isdecimal() and int(chr(at)) == 0],
        "not_denying": senses.NOT_DENYING,
        "denying": sorted(senses.DENYING),
        "denying_verbs": sorted(senses.DENYING_VERBS),
        "denying_signs": senses.DENYING_SIGNS,
        "ahead": sorted(senses.AHEAD),
        "ahead_in_german": sorted(senses.AHEAD_IN_GERMAN),
        "ahead_phrases": senses.AHEAD_PHRASES,
        "small": sorted(senses.SMALL),
        "english": sorted(senses.ENGLISH),
        "german": sorted(senses.GERMAN),
        "senses": dict(senses.SENSES),
        "senses_by_stem": stems.SENSES_BY_STEM,
        "endings": stems.ENDINGS,
        "numbers": {
            "telling": sorted(quantities.TELLING),
            "months": quantities.MONTH_OF,
            "units": quantities.UNITS,
            "scales": quantities.SCALES,
            "words": quantities.WORDS,
        },
        "compare": compare.MEASURES._asdict(),
    }


_PATTERNS = {
    "word": reading.WORD,
    "dense": reading.IS_DENSE,
    "apostrophes": reading.APOSTROPHES,
    "negated": reading.NEGATED,
    "name": reading.NAME,
    "sign": quantities.SIGN,
    "letters": quantities.LETTERS,
    "number": quantities.NUMBER,
    "year": quantities.IS_YEAR,
}


def _told(pattern: re.Pattern[str]) -> str:
    """A pattern as JavaScript writes it, with the flag ``u``."""
    text = _NEEDLESS.sub(r"\1", pattern.pattern)
    for ours, theirs in _ELSEWHERE.items():
        text = text.replace(ours, theirs)
    return text


def _everything() -> range:
    """All that has capitals or is a digit stands in the first two planes."""
    return range(0x20000)


def _folded() -> dict[str, str]:
    """Characters that have no capitals of their own for caseless comparison: ``ß`` is ``ss``."""
    pairs = ((each, each.casefold()) for each in map(chr, _everything()))
    return {each: folded for each, folded in pairs if folded != each.lower()}
