"""The body of an editor snippet: fields of a record as YAML, with places to fill in.

The syntax is that of TextMate as Visual Studio Code describes it ("Snippet syntax"): ``${1:text}``
is a place with a proposal, ``${1|a,b|}`` one with a choice.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claimbook.declared import example_of, is_sentence, records_in, text_kind
from claimbook.generated.product import Given
from claimbook.kinds import Choice, DateKind, Markdown, SlugKind
from claimbook.shape import FieldShape, Record, shapes_of
from claimbook.structures import ListOf

# What is written on the day on which it happens.
_TODAY = frozenset({"accessed", "asked", "date", "reviewed"})
_DAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
_IN_PLACE, _IN_CHOICE = re.compile(r"[\\$}]"), re.compile(r"[\\,|]")


@dataclass(slots=True)
class Body:
    """A body being written: ``fixed`` are values that are not asked for, by field."""

    given: Given
    fixed: Mapping[str, str] = field(default_factory=dict)
    places: int = 0

    def lines(self, record: type[Record], wanted: Sequence[str]) -> Iterator[str]:
        """The fields of a record; ``wanted`` are paths such as ``review.rating``."""
        for shape in shapes_of(record):
            inner = [path[len(shape.name) + 1 :] for path in wanted if _begins(path, shape.name)]
            if inner:
                yield from self._field(shape, [each for each in inner if each])

    def entry(self, record: type[Record], wanted: Sequence[str]) -> Iterator[str]:
        """The fields of a record as one entry of a list."""
        return _as_entry(self.lines(record, wanted))

    def _field(self, shape: FieldShape, inner: Sequence[str]) -> Iterator[str]:
        if inner:
            record = next(records_in(shape.kind))
            lines = self.lines(record, inner)
            is_list = isinstance(shape.kind, ListOf)
            yield f"{shape.name}:"
            yield from _indented(_as_entry(lines) if is_list else lines)
        elif shape.name in self.fixed:
            yield f"{shape.name}: {self.fixed[shape.name]}"
        else:
            yield from self._text(shape)

    def _text(self, shape: FieldShape) -> Iterator[str]:
        place, sign = self._place(shape), _block_sign(shape)
        entry = "- " if isinstance(shape.kind, ListOf) else ""
        if entry:
            yield f"{shape.name}:"
            yield f"  {entry}{sign}" if sign else f"  {entry}{place}"
        else:
            yield f"{shape.name}: {sign or place}"
        if sign:
            yield f"  {'  ' if entry else ''}{place}"

    def _place(self, shape: FieldShape) -> str:
        self.places += 1
        words = self._words(shape)
        if words:
            listed = ",".join(_IN_CHOICE.sub(r"\\\g<0>", word) for word in words)
            return f"${{{self.places}|{listed}|}}"
        if shape.name in _TODAY:
            return f"${{{self.places}:{_DAY}}}"
        proposal = _IN_PLACE.sub(r"\\\g<0>", example_of(shape))
        return f"${{{self.places}:{proposal}}}"

    def _words(self, shape: FieldShape) -> list[str]:
        kind = text_kind(shape.kind)
        if isinstance(kind, Choice):
            return [word.value for word in kind.words]
        known: Mapping[str, object] = {}
        if isinstance(kind, SlugKind):
            known = {"rating": self.given.ratings, "topic": self.given.topics}.get(kind.of, {})
        return list(known)


def _block_sign(shape: FieldShape) -> str:
    """How a text begins in which a colon, a quote or a hash must not disturb; empty elsewhere."""
    kind = text_kind(shape.kind)
    if isinstance(kind, Markdown):
        return "|"
    is_one_word = isinstance(kind, Choice | DateKind | SlugKind)
    return ">-" if is_sentence(shape) and not is_one_word else ""


def _begins(path: str, name: str) -> bool:
    return path == name or path.startswith(f"{name}.")


def _as_entry(lines: Iterator[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f"{'  ' if number else '- '}{line}"


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)
