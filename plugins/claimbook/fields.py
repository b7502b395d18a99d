"""Walking a record: every text, date, address and piece of Markdown that it holds."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, NamedTuple

from claimbook.dates import PartialDate
from claimbook.kinds import DateKind, Markdown, Plain, UrlKind, Verbatim
from claimbook.shape import FieldShape, Kind, Record, shapes_of
from claimbook.structures import ListOf, RecordOf, TextOr
from claimbook.text import Span
from claimbook.urls import Url

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


class Content(NamedTuple):
    """What a record and all records inside it hold, kind by kind, without names and places."""

    dates: list[PartialDate]
    markdown: list[str]
    plain: list[str]
    addresses: list[Url]
    verbatim: list[str]


def content_of(record: Record) -> Content:
    """The values of :func:`values_of` alone, for a first look: most records need no second."""
    found = Content([], [], [], [], [])
    waiting = [record]
    # Records that are found are looked at in their turn.
    for each in waiting:
        simple, mixed = _sorted(type(each))
        for slot, value in zip(simple.slots, simple.values(each), strict=True):
            if value:
                if type(value) is tuple:
                    found[slot].extend(value)
                else:
                    found[slot].append(value)
        _sort_mixed(mixed, each, found, waiting)
    return found


def _sort_mixed(mixed: "_Fields", record: Record, found: Content, waiting: list[Record]) -> None:
    for slot, value in zip(mixed.slots, mixed.values(record), strict=True):
        for each in value if type(value) is tuple else (value,) if value else ():
            if isinstance(each, Record):
                waiting.append(each)
            elif slot < len(found):
                found[slot].append(each)


class _Fields(NamedTuple):
    """Some fields of a record class: how to get their values, and where each is sorted in."""

    values: "_Values"
    slots: tuple[int, ...]


_SORTED: dict[type[Record], tuple[_Fields, _Fields]] = {}


def _sorted(record: type[Record]) -> tuple[_Fields, _Fields]:
    """The fields that hold leaves alone, and those that may hold records."""
    if record not in _SORTED:
        shapes = [each for each in shapes_of(record) if _is_walked(each.kind)]
        simple = [each for each in shapes if not _holds_records(each.kind)]
        mixed = [each for each in shapes if _holds_records(each.kind)]
        _SORTED[record] = _fields(simple), _fields(mixed)
    return _SORTED[record]


def _fields(shapes: list[FieldShape]) -> _Fields:
    slots = tuple(_slot(_leaf(each.kind)) for each in shapes)
    return _Fields(_getter([each.attribute for each in shapes]), slots)


def _slot(kind: Kind | None) -> int:
    return len(_LEAVES) if kind is None else _LEAVES.index(type(kind))


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
