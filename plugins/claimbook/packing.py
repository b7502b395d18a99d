"""Records as plain data, for keeping them on disk and for handing them to other processes.

A record becomes a list of its fields in the order of their declaration; which field is which is
not written down, so packed data belongs to the version of the records that packed it. Positions
are left behind, but for where a source begins.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol, TypeVar

from claimbook.dates import parse_date
from claimbook.kinds import Choice, DateKind, UrlKind
from claimbook.records import Source
from claimbook.shape import At, FieldShape, Kind, Record, shapes_of
from claimbook.structures import ListOf, MapOf, RecordOf, TextOr
from claimbook.text import FILE_START, Mark
from claimbook.urls import Url

R = TypeVar("R", bound=Record)
Data = Any
Row = list[Data]


class _Codec(Protocol):
    """How the values of one kind become data, and data a value again, in the file of ``at``."""

    def pack(self, value: Any, /) -> Data:  # noqa: ANN401
        """The value as data."""

    def unpack(self, data: Data, at: At, /) -> Any:  # noqa: ANN401
        """The value that was packed."""


class _Pair(NamedTuple):
    """A codec of two functions."""

    pack: Callable[[Any], Data]
    unpack: Callable[[Data, At], Any]


def pack(record: Record) -> Row:
    """A record as nested lists, texts and numbers: what JSON and MessagePack can hold."""
    return _codec_of(type(record)).pack(record)


def unpack(record: type[R], row: Row, path: str) -> R:
    """The record that was packed; its places say no more than that it stands in ``path``.

    Raises :class:`ValueError`, :class:`TypeError`, :class:`KeyError` or :class:`IndexError`
    where ``row`` is no such record.
    """
    unpacked: R = _codec_of(record).unpack(row, somewhere_in(path))
    return unpacked


def somewhere_in(path: str) -> At:
    """The places of a record of which no more is known than its file."""
    return At(path, FILE_START)


def _pack_as_it_is(value: Any) -> Data:  # noqa: ANN401
    return value


def _unpack_as_it_is(data: Data, _: At) -> Any:  # noqa: ANN401
    return data


_PLAIN = _Pair(_pack_as_it_is, _unpack_as_it_is)
_DATE = _Pair(str, lambda data, _: parse_date(data))
_URL = _Pair(
    lambda url: [url.text, url.href, url.host], lambda data, _: Url(data[0], data[1], data[2])
)


def _codec(kind: Kind) -> _Codec:
    match kind:
        case Choice():
            return _of_choice(kind)
        case DateKind():
            return _DATE
        case UrlKind():
            return _URL
        case RecordOf():
            return _codec_of(kind.record)
        case ListOf():
            return _of_list(_codec(kind.kind))
        case MapOf():
            return _of_map(_codec(kind.kind))
        case TextOr():
            return _of_either(_codec(kind.text), _codec(kind.mapping))
        case _:
            return _PLAIN


def _of_choice(kind: Choice) -> _Codec:
    members = {each.value: each for each in kind.words}
    return _Pair(lambda member: member.value, lambda data, _: members[data])


def _of_list(inner: _Codec) -> _Codec:
    if inner is _PLAIN:
        return _Pair(list, lambda data, _: tuple(data))
    return _Pair(
        lambda values: [inner.pack(each) for each in values],
        lambda data, at: tuple([inner.unpack(each, at) for each in data]),
    )


def _of_map(inner: _Codec) -> _Codec:
    return _Pair(
        lambda values: {name: inner.pack(each) for name, each in values.items()},
        lambda data, at: {name: inner.unpack(each, at) for name, each in data.items()},
    )


def _of_either(text: _Codec, mapping: _Codec) -> _Codec:
    # A text of any kind is packed as a text, a record as a list.
    return _Pair(
        lambda value: mapping.pack(value) if isinstance(value, Record) else text.pack(value),
        lambda data, at: (mapping if isinstance(data, list) else text).unpack(data, at),
    )


_CODECS: dict[type[Record], "_Rows"] = {}


def _codec_of(record: type[Record]) -> "_Rows":
    if record not in _CODECS:
        _CODECS[record] = _SourceRows() if record is Source else _Rows(record)
    return _CODECS[record]


class _Rows:
    """The codec of one record class."""

    def __init__(self, record: type[Record]) -> None:
        self._record = record
        self._fields: list[tuple[str, _Codec]] = []

    def _ready(self) -> list[tuple[str, _Codec]]:
        if not self._fields:
            self._fields = [_field(each) for each in shapes_of(self._record)]
        return self._fields

    def pack(self, record: Any) -> Row:  # noqa: ANN401
        """The fields, without the empty ones at the end."""
        row = [_packed(getattr(record, name), codec) for name, codec in self._ready()]
        while row and row[-1] is None:
            del row[-1]
        return row

    def unpack(self, row: Row, at: At) -> Any:  # noqa: ANN401
        """The record with the fields that are there."""
        values = {
            name: codec.unpack(data, at)
            for (name, codec), data in zip(self._ready(), row, strict=False)
            if data is not None
        }
        return self._record(at=at, **values)


def _field(shape: FieldShape) -> tuple[str, _Codec]:
    return shape.attribute, _codec(shape.kind)


def _packed(value: Any, codec: _Codec) -> Data:  # noqa: ANN401
    return None if value is None or value == () else codec.pack(value)


class _SourceRows(_Rows):
    """Sources know where they begin: it stands for an id, and hints name it."""

    def __init__(self) -> None:
        super().__init__(Source)

    def pack(self, record: Any) -> Row:  # noqa: ANN401
        """Line and column, then the fields."""
        return [record.at.mark.line, record.at.mark.column, *super().pack(record)]

    def unpack(self, row: Row, at: At) -> Any:  # noqa: ANN401
        """The source, at its own place."""
        line, column, *fields = row
        place = Mark(line, column, line, column)
        return super().unpack(fields, At(at.path, place))
