"""Which statements of a working list somebody means: ``3,7-9``, ``4b``, ``all``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from string import ascii_lowercase

from claimbook.statements.worklist import Statement, Status

ALL = "all"
_CHOICE = re.compile(r"(?P<first>\d{1,6})(?:-(?P<last>\d{1,6})|(?P<letter>[a-z]))?")


class ChoiceError(Exception):
    """What was written means no statement; the message says why."""


def letter_of(part: int) -> str:
    """By which letter a part of a sentence is chosen, counted from 0; empty behind the last."""
    return ascii_lowercase[part : part + 1]


def chosen(wanted: str, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements that are meant, each once; ``4b`` is the second part of the fourth.

    ``all`` are those worth checking. Raises :class:`ChoiceError` for what means none.
    """
    if wanted.strip() == ALL:
        return tuple(each for each in statements if each.status is Status.WORTH)
    words = [each.strip() for each in wanted.split(",") if each.strip()]
    return tuple(dict.fromkeys(each for word in words for each in _meant(word, statements)))


def _meant(word: str, statements: Sequence[Statement]) -> Iterator[Statement]:
    found = _CHOICE.fullmatch(word)
    if found is None:
        raise ChoiceError(f"`{word}` is no number of a sentence: 3,7,12 or 4-6 or 5b or all")
    first = int(found["first"])
    last = int(found["last"] or first)
    if not 1 <= first <= last <= len(statements):
        raise ChoiceError(f"there is no sentence {word}: they are numbered 1 to {len(statements)}")
    yield from (
        _part(each, found["letter"]) if found["letter"] else each
        for each in statements[first - 1 : last]
    )


def _part(statement: Statement, letter: str) -> Statement:
    """One part of a sentence as a statement of its own."""
    at = ascii_lowercase.index(letter)
    if at >= len(statement.parts):
        raise ChoiceError(f"sentence {statement.number} has no part {letter}")
    part = statement.parts[at]
    known = tuple(each for each in statement.known if each.claim in part.claims)
    return replace(statement, place=part.place, text=part.text, parts=(), known=known)


def is_taken(statement: Statement) -> bool:
    """Whether a claim or draft stands in a statement; one that is merely like it may be another."""
    return any(each.match is None and not each.is_elsewhere for each in statement.known)
