"""Walking a record: every text, date, address and piece of Markdown that it holds."""

from collections.abc import Callable
from operator import attrgetter
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


def values_of(record: Record, *, is_draft: bool = False) -> list[Held]:
    """The values of a record and of all records inside it, in the order of the declaration."""
    found: list[Held] = []
    _collect(record, is_draft, found)
    return found


def _collect(record: Record, is_draft: bool, found: list[Held]) -> None:  # noqa: FBT001 - inside
    new = tuple.__new__
    values, fields = _walked(type(record))
    for value, (name, kind) in zip(values(record), fields, strict=True):
        if not value:
            continue
        entries = enumerate(value) if isinstance(value, tuple) else ((None, value),)
        for index, each in entries:
            if isinstance(each, Record):
                _collect(each, is_draft, found)
            elif kind is not None:
                found.append(new(Held, (record, name, index, kind, each, is_draft)))


_Values = Callable[[Record], tuple[Any, ...]]
_Walked = tuple[_Values, tuple[tuple[str, Kind | None], ...]]
_WALKED: dict[type[Record], _Walked] = {}


def _walked(record: type[Record]) -> _Walked:
    """How to get what a record holds to look at, and of each value its name and leaf kind."""
    if record not in _WALKED:
        shapes = [each for each in shapes_of(record) if _is_walked(each.kind)]
        fields = tuple((each.name, _leaf(each.kind)) for each in shapes)
        _WALKED[record] = _getter([each.attribute for each in shapes]), fields
    return _WALKED[record]


def _getter(names: list[str]) -> _Values:
    # Of one name alone, `attrgetter` would give the value itself.
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple(getattr(record, name) for name in names)


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
