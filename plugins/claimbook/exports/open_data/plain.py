"""Records as JSON has them, with the names and in the order of the claim file."""

from collections.abc import Callable
from enum import Enum
from operator import attrgetter
from typing import Any

from claimbook.data import values_of
from claimbook.dates import PartialDate
from claimbook.shape import Record, shapes_of
from claimbook.urls import Url

_NOTHING: tuple[()] = ()
_Way = Callable[[Any], Any]


def plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON has
    """A record as a mapping of what it says, dates and addresses as texts; no empty fields."""
    kind = type(value)
    # Most values are texts, and there are many.
    if kind is str:
        return value
    way = _WAYS.get(kind) or _found(kind)
    return way(value)


def _list(values: tuple[object, ...]) -> list[Any]:
    return [plain(each) for each in values]


def _mapping(values: dict[Any, object]) -> dict[str, Any]:
    return {str(name): plain(each) for name, each in values.items()}


def _is_told(value: object) -> bool:
    """Whether a value that counts as false says something: a zero does, an empty list does not."""
    return isinstance(value, str | int)


def _same(value: object) -> object:
    return value


_WAYS: dict[type, _Way] = {
    PartialDate: attrgetter("text"),
    Url: attrgetter("href"),
    tuple: _list,
    list: _list,
    dict: _mapping,
}


def _found(kind: type) -> _Way:
    """How values of a class become plain, found once."""
    way: _Way = _same
    if issubclass(kind, Record):
        way = _of_record(kind)
    elif issubclass(kind, Enum):
        way = attrgetter("value")
    _WAYS[kind] = way
    return way


def _of_record(kind: type[Record]) -> _Way:
    names = {each.attribute: each.name for each in shapes_of(kind)}
    order = [names.get(each) for each in kind.__struct_fields__]

    def told(record: Record) -> dict[str, Any]:
        fields = zip(order, values_of(record), strict=True)
        return {
            name: each if type(each) is str else plain(each)
            for name, each in fields
            # Most fields hold nothing, and that is seen at once.
            if each is not None and each is not _NOTHING and name and (each or _is_told(each))
        }

    return told
