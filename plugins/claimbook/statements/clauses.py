"""The several statements of a long sentence, each of which is a claim of its own."""

import re
from collections.abc import Iterator

from claimbook.statements.sentences import Sentence

_FEWEST_WORDS = 4
_WORD = re.compile(r"\w+")
# Behind a comma these begin another statement; so does what "and" joins, if a verb stands there.
_ENGLISH = (
    r"[,;:]\s+(?=(?:which|who|whose|where|while|whereas|but|instead|although|though|because|so|"
    r"(?!includ|regard|accord|noth|someth|everyth|anyth|morn|even)\w{3,}ing(?!\s*(?:,|or|and)))\b)"
    r"|[,;]\s+(?=and\s)|;\s+"
    r"|\s+(?=and\s+(?:(?:it|they|he|she|that|this)\s+\w|(?:was|were|is|are|has|had|have)\b"
    r"|\w{2,}ed\b))"
)
_ENGLISH_HEAD = re.compile(
    r"\A\W*(?:when|after|before|although|though|while|as|since|because|following|despite)\b"
    r"[^,]{8,200}(?P<end>,\s+)",
    re.IGNORECASE,
)
_GERMAN = (
    r"[,;:]\s+(?=(?:und|aber|doch|sondern|wobei|während|woraufhin|sodass|weil|obwohl|nachdem|"
    r"deren|dessen|der|die|das|dem|den|welche\w?|wodurch|indem|jedoch)\b)|;\s+"
)
_GERMAN_HEAD = re.compile(
    r"\A\W*(?:als|nachdem|bevor|obwohl|während|seit|seitdem|weil|da)\b[^,]{8,200}(?P<end>,\s+)",
    re.IGNORECASE,
)
_CUTS = {
    "en": (re.compile(_ENGLISH), _ENGLISH_HEAD),
    "de": (re.compile(_GERMAN), _GERMAN_HEAD),
}
_NEXT = re.compile(r";\s+")


def clauses(text: str, language: str) -> list[Sentence]:
    """The parts of a sentence that state something by themselves; none where it is but one.

    Places are those in the sentence. It is a proposal: each part has at least four words.
    """
    parts = [*_joined(text, _pieces(text, language))]
    return parts if len(parts) > 1 else []


def _pieces(text: str, language: str) -> list[tuple[int, int]]:
    ends = sorted(set(_ends(text, language)))
    bounds = [0, *(at for _, at in ends), len(text)]
    lasts = [*(at for at, _ in ends), len(text)]
    return [(first, last) for first, last in zip(bounds, lasts, strict=False) if first < last]


def _ends(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where one part ends and the next begins."""
    cut, head = _CUTS.get(language, (_NEXT, None))
    found = head.match(text) if head else None
    if found:
        yield found.span("end")
    yield from (each.span() for each in cut.finditer(text))


def _joined(text: str, pieces: list[tuple[int, int]]) -> Iterator[Sentence]:
    """The pieces, of which one that is too short belongs to what follows, or to the last."""
    first: int | None = None
    last_whole: Sentence | None = None
    for start, end in pieces:
        begin = start if first is None else first
        if len(_WORD.findall(text[begin:end])) < _FEWEST_WORDS:
            first = begin
            continue
        if last_whole:
            yield last_whole
        last_whole, first = Sentence(begin, end), None
    if last_whole:
        yield last_whole if first is None else Sentence(last_whole.start, len(text))
