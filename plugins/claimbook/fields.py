"""Walking a record: every text, date, address and piece of Markdown that it holds."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from claimbook.kinds import DateKind, Markdown, Plain, UrlKind, Verbatim
from claimbook.shape import Kind, Record, shapes_of
from claimbook.structures import ListOf, RecordOf, TextOr
from claimbook.text import Span

_LEAVES = (DateKind, Markdown, Plain, UrlKind, Verbatim)


class Held(NamedTuple):
    """One value of a record's field, with the kind that the field declares for it.

    ``position`` is its place in a list, or None; ``is_draft`` tells whether a draft holds it.
    """

    record: Record
    field: str
    position: int | None
    kind: Kind
    value: Any
    is_draft: bool

    @property
    def span(self) -> Span:
        """Where the value stands."""
        at = self.record.at
        if self.position is None:
            return at.value(self.field)
        return at.item(self.field, self.position)


def values_of(record: Record, *, is_draft: bool = False) -> Iterator[Held]:
    """The values of a record and of all records inside it, in the order of the declaration."""
    for name, attribute, kind in _declared(type(record)):
        value = getattr(record, attribute)
        if value is None or value == ():
            continue
        entries = enumerate(value) if isinstance(value, tuple) else ((None, value),)
        for index, each in entries:
            if isinstance(each, Record):
                yield from values_of(each, is_draft=is_draft)
            elif kind is not None:
                yield Held(record, name, index, kind, each, is_draft)


_Walked = tuple[tuple[str, str, Kind | None], ...]
_WALKED: dict[type[Record], _Walked] = {}


def _declared(record: type[Record]) -> _Walked:
    """Name, attribute and leaf kind of the fields that hold something to look at."""
    if record not in _WALKED:
        _WALKED[record] = _walked(record)
    return _WALKED[record]


def _walked(record: type[Record]) -> _Walked:
    rows = ((s.name, s.attribute, s.kind) for s in shapes_of(record))
    return tuple((name, attr, _leaf(kind)) for name, attr, kind in rows if _is_walked(kind))


def _leaf(kind: Kind) -> Kind | None:
    inner = _text_kind(kind)
    return inner if isinstance(inner, _LEAVES) else None


def _text_kind(kind: Kind) -> Kind:
    if isinstance(kind, ListOf):
        return _text_kind(kind.kind)
    return _text_kind(kind.text) if isinstance(kind, TextOr) else kind


def _is_walked(kind: Kind) -> bool:
    return _leaf(kind) is not None or _holds_records(kind)


def _holds_records(kind: Kind) -> bool:
    if isinstance(kind, ListOf):
        return _holds_records(kind.kind)
    if isinstance(kind, TextOr):
        return _holds_records(kind.mapping)
    return isinstance(kind, RecordOf)
