"""Records as JSON has them, with the names and in the order of the claim file."""

from enum import Enum
from typing import Any

from claimbook.dates import PartialDate
from claimbook.shape import Record, shapes_of
from claimbook.urls import Url


def plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON has
    """A record as a mapping of what it says, dates and addresses as texts; no empty fields."""
    match value:
        case Record():
            told = ((each.name, getattr(value, each.attribute)) for each in shapes_of(type(value)))
            return {name: plain(field) for name, field in told if field not in (None, (), {})}
        case Enum():
            return value.value
        case PartialDate():
            return value.text
        case Url():
            return value.href
        case tuple() | list():
            return [plain(each) for each in value]
        case dict():
            return {str(name): plain(each) for name, each in value.items()}
    return value
