"""What is different between two saved texts of a source, for a person to read."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from claimbook.review.words import Piece, compared

_MOST_LINES = 20_000
_AROUND = 40
_LONG = 300


def changes_between(old: str, new: str) -> Iterator[str]:
    """Each change on a line of its own: ``… was [-closed-] {+open+} on …``."""
    for was, now in _passages(old.splitlines(), new.splitlines()):
        pieces = compared(was, now)
        for at, each in enumerate(pieces):
            begins = each.sign == "-" or (
                each.sign == "+" and (not at or pieces[at - 1].sign != "-")
            )
            # Another line end is no other word.
            if begins and any(one.text.strip() for one in _changed(pieces, at)):
                yield _shown(pieces, at)


def _passages(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Lines that are not the same in both."""
    if max(len(old), len(new)) > _MOST_LINES:
        yield "\n".join(old), "\n".join(new)
        return
    for what, *places in SequenceMatcher(None, old, new).get_opcodes():
        if what != "equal":
            first, last, start, end = places
            yield "\n".join(old[first:last]), "\n".join(new[start:end])


def _changed(pieces: tuple[Piece, ...], at: int) -> list[Piece]:
    return [each for each in pieces[at : at + 2] if each.sign != "="]


def _shown(pieces: tuple[Piece, ...], at: int) -> str:
    here = _changed(pieces, at)
    behind = pieces[at + len(here) :][:1]
    words = "".join(_marked(each) for each in here if each.text.strip())
    before = pieces[at - 1].text[-_AROUND:] if at else ""
    return _on_one_line(before + words + (behind[0].text[:_AROUND] if behind else ""))


def _marked(piece: Piece) -> str:
    text = piece.text if len(piece.text) <= _LONG else f"{piece.text[:_LONG]}…"
    return f"[-{text}-]" if piece.sign == "-" else f"{{+{text}+}}"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
