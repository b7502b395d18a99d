"""The form of the claim builder, made from the declarations of the records.

What a field may hold, what it is about and which words it knows is said once, in
:mod:`claimbook.records`; the form says the same to people who never saw YAML.
"""

from functools import singledispatch
from typing import Any

from claimbook.archive_hosts import ARCHIVES
from claimbook.kinds import (
    Choice,
    DateKind,
    Form,
    Isbn,
    Markdown,
    Number,
    Plain,
    SlugKind,
    UrlKind,
    Verbatim,
)
from claimbook.plain_addresses import TRACKING_AT, TRACKING_NAMES, TRACKING_STARTS
from claimbook.records import Claim
from claimbook.shape import FieldShape, Json, Kind, Record, shapes_of, summary_of
from claimbook.structures import ListOf, MapOf, RecordOf, TextOr

VERSION = 1
# Texts from this length on are written in a field of several lines.
_LONG = 1000


def claim_form() -> Json:
    """All records that a claim file holds, by their names, each with its fields in order.

    A field has ``name``, ``about``, ``required``, ``example`` and a ``holds``: what it may hold.
    ``tracking`` is what is taken out of addresses, and of which archives' it is not.
    """
    records: Json = {}
    _add(Claim, records)
    return {
        "version": VERSION,
        "root": _name(Claim),
        "records": records,
        "tracking": tracking_table(),
    }


def tracking_table() -> Json:
    """By which names the script knows what :mod:`claimbook.plain_addresses` takes away."""
    return {
        "starts": TRACKING_STARTS,
        "names": sorted(TRACKING_NAMES),
        "at": {host: sorted(names) for host, names in TRACKING_AT.items()},
        "archives": sorted(ARCHIVES),
    }


def _add(record: type[Record], records: Json) -> None:
    name = _name(record)
    if name not in records:
        records[name] = {"about": summary_of(record)}
        records[name]["one_of"] = [list(each) for each in record.exactly_one]
        records[name]["fields"] = [_field(each, records) for each in shapes_of(record)]


def _field(shape: FieldShape, records: Json) -> Json:
    return {
        "name": shape.name,
        "about": shape.about,
        "required": shape.is_required,
        "example": shape.example or "",
        "holds": _holds(shape.kind, records),
    }


def _name(record: type[Record]) -> str:
    return record.__name__.lower()


@singledispatch
def _holds(kind: Any, records: Json) -> Json:  # noqa: ANN401 - every kind that is not below
    del records
    raise TypeError(f"the claim builder has no field for {type(kind).__name__}")


@_holds.register
def _plain(kind: Plain, _: Json) -> Json:
    return {"type": "text", "most": kind.most, "lines": kind.most >= _LONG}


@_holds.register
def _verbatim(kind: Verbatim, _: Json) -> Json:
    return {"type": "quote", "most": kind.most, "lines": True}


@_holds.register
def _markdown(kind: Markdown, _: Json) -> Json:
    return {"type": "markdown", "most": kind.most, "lines": True}


@_holds.register
def _slug(kind: SlugKind, _: Json) -> Json:
    return {"type": "id", "of": kind.of.removesuffix(" id")}


@_holds.register
def _date(_: DateKind, __: Json) -> Json:
    return {"type": "date"}


@_holds.register
def _url(_: UrlKind, __: Json) -> Json:
    return {"type": "url"}


@_holds.register
def _choice(kind: Choice, _: Json) -> Json:
    words = [{"value": each.value, "about": each.meaning} for each in kind.words]
    return {"type": "choice", "words": words}


@_holds.register
def _form(kind: Form, _: Json) -> Json:
    return {"type": "text", "most": 500, "lines": False, "hint": kind.hint}


@_holds.register
def _isbn(_: Isbn, __: Json) -> Json:
    return {"type": "text", "most": 20, "lines": False}


@_holds.register
def _number(kind: Number, _: Json) -> Json:
    return {"type": "number", "least": kind.least, "most": kind.most}


@_holds.register
def _list(kind: ListOf, records: Json) -> Json:
    return {"type": "list", "each": _inner(kind.kind, records)}


@_holds.register
def _record(kind: RecordOf, records: Json) -> Json:  # type: ignore[type-arg]
    _add(kind.record, records)
    return {"type": "record", "record": _name(kind.record)}


@_holds.register
def _text_or(kind: TextOr, records: Json) -> Json:
    record = _inner(kind.mapping, records)["record"]
    return {"type": "either", "text": _inner(kind.text, records), "record": record}


@_holds.register
def _map(kind: MapOf, records: Json) -> Json:
    return {"type": "map", "each": _inner(kind.kind, records)}


def _inner(kind: Kind, records: Json) -> Json:
    found: Json = _holds(kind, records)
    return found
