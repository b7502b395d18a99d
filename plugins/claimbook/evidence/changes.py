"""What differs between a quotation and a text, and what that does to what is said."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from claimbook.anchoring import Change
from claimbook.diagnostics import shortened
from claimbook.evidence.denials import denies

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Signs that may differ where a quotation is set by another hand; not those that say something of
# their own: of money, of parts in a hundred, of less than nothing, and what parts a sentence.
_SETTING = re.compile(r"[\s'\"“”„‘’‚«»‹›\-‐‑‒–—―「」『』·*_]*")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\d(?:[.,:'’]?\d)*")
_LONGEST_NUMBER = 24


class ChangeKind(StrEnum):
    """What kind of words differ, the gravest first."""

    NUMBER = "number"
    NEGATION = "negation"
    NAME = "name"
    INSERTED = "inserted"
    LEFT_OUT = "left out"
    WORDING = "wording"
    SETTING = "setting"


class Difference(NamedTuple):
    """A difference: what kind, the quotation's words and the text's; either may be empty."""

    kind: ChangeKind
    quoted: str
    printed: str

    def told(self, most: int = 60) -> str:
        """The difference in words, of long ones the first ``most`` characters."""
        quoted, printed = (_shown(each, most) for each in (self.quoted, self.printed))
        if not self.quoted:
            return f"it lacks {printed}"
        if not self.printed:
            return f"{quoted} is not there"
        return f"{printed} stands where the quotation has {quoted}"


def _shown(words: str, most: int) -> str:
    return f"“{shortened(' '.join(words.split()), most)}”"


def differences(changes: Iterable[Change], quote: str, text: str) -> tuple[Difference, ...]:
    """Each difference by its kind; of a number in ``text`` the whole of it."""
    whole = (_in_whole(each, quote, text) for each in changes)
    return tuple(Difference(_kind(*each), *each) for each in whole)


def _in_whole(change: Change, quote: str, text: str) -> tuple[str, str]:
    """The words of both; 2.4 for 3.4 where a comparison sign by sign has 2 for 3."""
    start, end = change.place
    for each in _NUMBER.finditer(text, max(0, start - _LONGEST_NUMBER), end + _LONGEST_NUMBER):
        before, behind = text[each.start() : start], text[end : each.end()]
        quoted = f"{before}{change.quoted}{behind}"
        if each.start() <= start < end <= each.end() and quoted in quote:
            return quoted, each[0]
    return change.quoted, change.printed


def _kind(quoted: str, printed: str) -> ChangeKind:
    if _DIGIT.search(quoted + printed):
        is_same = quoted.casefold() == printed.casefold()
        return ChangeKind.SETTING if is_same else ChangeKind.NUMBER
    if is_setting(quoted, printed):
        return ChangeKind.SETTING
    if denies(quoted) != denies(printed):
        return ChangeKind.NEGATION
    return _kind_of_words(quoted, printed)


def is_setting(quoted: str, printed: str) -> bool:
    """Whether the same words are only set otherwise: case, quotation marks, dashes and spaces."""
    bare = [_SETTING.sub("", each).casefold() for each in (quoted, printed)]
    return bare[0] == bare[1] and _words(quoted) == _words(printed)


def _words(text: str) -> list[str]:
    return [each.casefold() for each in _WORD.findall(text)]


def _kind_of_words(quoted: str, printed: str) -> ChangeKind:
    if _has_name(quoted) and _has_name(printed):
        return ChangeKind.NAME
    if not _WORD.search(printed):
        return ChangeKind.INSERTED
    if not _WORD.search(quoted):
        return ChangeKind.LEFT_OUT
    return ChangeKind.WORDING


def _has_name(text: str) -> bool:
    return any(each[0].isupper() for each in _WORD.findall(text))


def gravest(found: Iterable[Difference]) -> Iterator[Difference]:
    """The differences, those first that matter most; of setting only where there are no others."""
    order = [*ChangeKind]
    differing = sorted(found, key=lambda each: order.index(each.kind))
    worded = [each for each in differing if each.kind is not ChangeKind.SETTING]
    return iter(worded or differing)
