"""Records as plain data, for keeping them on disk and for handing them to other processes.

A record becomes a list of its fields in the order of their declaration; which field is which is
not written down, so packed data belongs to the version of the records that packed it. Positions
are left behind, but for where a source begins.
"""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, NamedTuple, Protocol, TypeVar

from claimbook.data import values_of
from claimbook.dates import parse_date
from claimbook.kinds import Choice, DateKind, UrlKind
from claimbook.records import Source
from claimbook.shape import At, Kind, Record, shapes_of
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


def _as_it_is(data: Data, _: At | None = None) -> Any:  # noqa: ANN401
    return data


_PLAIN = _Pair(_as_it_is, _as_it_is)
_DATE = _Pair(attrgetter("text"), lambda data, _: parse_date(data))
_URL = _Pair(lambda url: [*values_of(url)], lambda data, _: Url(*data))


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
    # A word of a vocabulary is a text already.
    return _Pair(_as_it_is, lambda data, _: members[data])


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
        self._names: tuple[str, ...] = ()
        # Of the fields that are not packed, or unpacked, as they are: which, and how.
        self._packs: tuple[tuple[int, Callable[[Any], Data]], ...] = ()
        self._unpacks: tuple[Callable[[Data, At], Any] | None, ...] = ()

    def _prepare(self) -> None:
        # Not when it is made: records may hold records of their own class.
        codecs = {each.attribute: _codec(each.kind) for each in shapes_of(self._record)}
        packs = [(at, each.pack) for at, each in enumerate(codecs.values(), 1)]
        unpacks = [each.unpack for each in codecs.values()]
        self._packs = tuple((at, each) for at, each in packs if each is not _as_it_is)
        self._unpacks = tuple(None if each is _as_it_is else each for each in unpacks)
        self._names = tuple(codecs)

    def pack(self, record: Any) -> Row:  # noqa: ANN401
        """The fields, without the empty ones at the end."""
        if not self._names:
            self._prepare()
        row = [*values_of(record)]
        for at, pack_value in self._packs:
            value = row[at]
            if value is not None:
                row[at] = None if value == () else pack_value(value)
        while row[-1] is None:
            del row[-1]
        return row[1:]

    def unpack(self, row: Row, at: At) -> Any:  # noqa: ANN401
        """The record with the fields that are there."""
        if not self._names:
            self._prepare()
        values: dict[str, Any] = {"at": at}
        for name, unpack_value, data in zip(self._names, self._unpacks, row, strict=False):
            if data is not None:
                values[name] = unpack_value(data, at) if unpack_value else data
        return self._record(**values)


class _SourceRows(_Rows):
    """Sources know where they begin: it stands for an id, and hints name it."""

    def __init__(self) -> None:
        super().__init__(Source)

    def pack(self, record: Any) -> Row:  # noqa: ANN401
        """Line and column, then the fields."""
        return [*record.at.mark[:2], *super().pack(record)]

    def unpack(self, row: Row, at: At) -> Any:  # noqa: ANN401
        """The source, at its own place."""
        line, column, *fields = row
        place = Mark(line, column, line, column)
        return super().unpack(fields, At(at.path, place))
