"""Finding the name that was probably meant, among many."""

from collections.abc import Iterable

from claimbook.diagnostics import nearest

_FEW = 200
_MOST_DIFFERENCE = 3


def nearest_name(word: str, known: Iterable[str]) -> str | None:
    """The known name most like ``word``, or None.

    Similarity is costly; among many names only those are compared that share a word with it,
    or begin alike and are about as long.
    """
    options = sorted(known)
    if len(options) > _FEW:
        options = [each for each in options if _is_candidate(word, each)]
    return nearest(word, options)


def _is_candidate(word: str, other: str) -> bool:
    if abs(len(word) - len(other)) <= _MOST_DIFFERENCE and word[:2] == other[:2]:
        return True
    return any(len(part) > _MOST_DIFFERENCE and part in other for part in word.split("-"))


def did_you_mean_name(word: str, known: Iterable[str]) -> str | None:
    """A hint that names the nearest known name, or None."""
    match = nearest_name(word, known)
    return f"did you mean `{match}`?" if match else None
