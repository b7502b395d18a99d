"""Faults of a text and passages that were not checked, as layers of it."""

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from claimbook.anchoring import Anchor, Found, Place, anchored_notes
from claimbook.corpus import Corpus, Filed
from claimbook.records import CheckedDocument, TranslationNote, UncheckedPassage
from claimbook.views.document.edits import Edit, edits
from claimbook.views.document.layers import Added, Stretch, stretches_of
from claimbook.views.document.parts import Fault, Gap

T = TypeVar("T")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Noted(NamedTuple):
    """What is said about a text itself, and where it stands."""

    faults: tuple[Fault, ...]
    gaps: tuple[Gap, ...]
    fault_places: tuple[Stretch[Fault], ...]
    gap_places: tuple[Stretch[Gap], ...]


class _At(NamedTuple, Generic[T]):
    note: T
    places: tuple[Place, ...]


def noted_in(
    document: Filed[CheckedDocument], corpus: Corpus, doubtful: Sequence[Place] = ()
) -> Noted:
    """The faults of a text and its passages without a check, each in the order of the text.

    ``doubtful`` are the places where a fault is grave.
    """
    found = [_At(each.note, _places(each.found)) for each in anchored_notes(document, corpus)]
    ordered = sorted(found, key=lambda each: (not each.places, each.places[:1]))
    faults = [
        _fault(number, each, doubtful) for number, each in enumerate(_of(TranslationNote, ordered))
    ]
    gaps = [_gap(number, each) for number, each in enumerate(_of(UncheckedPassage, ordered), 1)]
    return Noted(
        tuple([each.note for each in faults]),
        tuple([each.note for each in gaps]),
        tuple([place for each in faults for place in stretches_of(*each)]),
        tuple([place for each in gaps for place in stretches_of(*each)]),
    )


def _places(found: Found) -> tuple[Place, ...]:
    return found.places if isinstance(found, Anchor) else ()


def _of(
    kind: type[T], found: Sequence[_At[TranslationNote | UncheckedPassage]]
) -> Iterator[_At[T]]:
    for each in found:
        if isinstance(each.note, kind):
            yield _At(each.note, each.places)


def _fault(number: int, at: _At[TranslationNote], doubtful: Sequence[Place]) -> _At[Fault]:
    note, letter = at.note, lettered(number)
    is_grave = any(_do_overlap(one, other) for one in at.places for other in doubtful)
    told = (note.printed, note.original, note.basis or "", note.effect or "")
    return _At(Fault(letter, *told, bool(at.places), is_grave), at.places)


def _do_overlap(one: Place, other: Place) -> bool:
    return one.start < other.end and other.start < one.end


def _gap(number: int, at: _At[UncheckedPassage]) -> _At[Gap]:
    return _At(Gap(number, at.note.quote, at.note.reason, bool(at.places)), at.places)


def lettered(number: int) -> str:
    """``a`` for 0, ``z`` for 25, ``aa`` for 26."""
    rest, last = divmod(number, len(_LETTERS))
    return (lettered(rest - 1) if rest else "") + _LETTERS[last]


def amendments(
    text: str, faults: Sequence[Stretch[Fault]]
) -> tuple[tuple[Stretch[Fault], ...], tuple[Added, ...]]:
    """What is struck out of a text for its likely original, and what is written in instead."""
    struck, added = [], []
    for each in faults:
        for edit in edits(text[each.start : each.end], each.of.original):
            start, end = each.start + edit.start, each.start + edit.end
            if start < end:
                struck.append(Stretch(start, end, each.of))
            if edit.instead:
                added.append(Added(end, _written_in(edit), each.of.is_grave))
    return tuple(struck), tuple(added)


def _written_in(edit: Edit) -> str:
    """Our words in brackets, parted from the words they stand beside."""
    return f" [{edit.instead}]" if edit.end else f"[{edit.instead}] "
