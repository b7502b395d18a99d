"""The widget of each field: what a person fills in, and what is refused at once.

Sveltia CMS, "Fields" (https://sveltiacms.app/en/docs/fields). A widget writes a value in one form
only, so where a field takes text or a group of fields, the text is what is filled in.
"""

from collections.abc import Mapping
from functools import singledispatch

from claimbook.dates import PATTERN as DATE_PATTERN
from claimbook.declared import is_sentence, text_kind
from claimbook.generated import Given
from claimbook.kinds import (
    Choice,
    DateKind,
    Form,
    Markdown,
    Number,
    Plain,
    SlugKind,
    UrlKind,
    Verbatim,
)
from claimbook.records import Source
from claimbook.reference.kind_words import words_of
from claimbook.shape import FieldShape, Json, Kind, Record, shapes_of
from claimbook.structures import ListOf, RecordOf, TextOr
from claimbook.values import SLUG_PATTERN

_COLLECTIONS = {"claim id": "claims", "source id": "sources"}
# Ids that no file bears any more.
_FORMER = "aliases"
_SHOWN = {"claims": "claim", "sources": "title", "claimants": "name"}


def fields_of(record: type[Record], given: Given) -> list[Json]:
    """The fields of a record that a form asks for, in their order."""
    return [field_of(each, given) for each in shapes_of(record) if is_asked(record, each)]


def is_asked(record: type[Record], shape: FieldShape) -> bool:
    """Whether a form asks for a field.

    A widget loses a value whose form it does not know, but what no widget stands for is kept. So
    a field with two forms is left alone, unless it is required: then nothing can be saved.
    """
    kind = shape.kind.kind if isinstance(shape.kind, ListOf) else shape.kind
    has_two_forms = isinstance(kind, TextOr) and not shape.is_required
    return not has_two_forms and (record, shape.name) != (Source, "id")


def field_of(shape: FieldShape, given: Given) -> Json:
    """One field with its label, help and widget."""
    return {
        "name": shape.name,
        "label": shape.name.replace("_", " ").capitalize(),
        "hint": shape.about,
        "required": shape.is_required,
        **_widget(shape, given),
    }


def _widget(shape: FieldShape, given: Given) -> Json:
    kind = shape.kind.text if isinstance(shape.kind, TextOr) else shape.kind
    if shape.name == "claimant":
        return _relation("claimants")
    if isinstance(kind, RecordOf):
        return {"widget": "object", "collapsed": False, "fields": fields_of(kind.record, given)}
    if isinstance(kind, ListOf):
        return _list(shape, kind, given)
    return _text(kind, shape, given)


def _list(shape: FieldShape, kind: ListOf, given: Given) -> Json:
    if isinstance(kind.kind, RecordOf):
        return {"widget": "list", "fields": fields_of(kind.kind.record, given)}
    inner = text_kind(kind.kind)
    if isinstance(inner, SlugKind) and inner.of in _COLLECTIONS and shape.name != _FORMER:
        return {**_relation(_COLLECTIONS[inner.of]), "multiple": True}
    if isinstance(inner, SlugKind) and inner.of == "topic" and given.topics:
        options = _options({name: each.label for name, each in given.topics.items()})
        return {"widget": "select", "multiple": True, "options": options}
    return {"widget": "list", "label_singular": shape.name.removesuffix("s")}


def _relation(collection: str) -> Json:
    shown = [_SHOWN[collection]]
    return {
        "widget": "relation",
        "collection": collection,
        "value_field": "{{slug}}",
        "display_fields": shown,
        "search_fields": shown,
    }


@singledispatch
def _text(kind: Kind, shape: FieldShape, given: Given) -> Json:  # noqa: ARG001 - one signature
    return {"widget": "string"}


@_text.register
def _(kind: Plain, shape: FieldShape, given: Given) -> Json:  # noqa: ARG001
    return {"widget": "text" if is_sentence(shape) else "string", "maxlength": kind.most}


@_text.register
def _(kind: Verbatim, shape: FieldShape, given: Given) -> Json:  # noqa: ARG001
    return {"widget": "text", "maxlength": kind.most}


@_text.register
def _(kind: Markdown, shape: FieldShape, given: Given) -> Json:  # noqa: ARG001
    # The editor for rich text would put backslashes before the brackets of citations.
    return {"widget": "text", "maxlength": kind.most}


@_text.register
def _(kind: DateKind, shape: FieldShape, given: Given) -> Json:  # noqa: ARG001
    # A calendar knows whole days only; a year alone is a date too.
    return {"widget": "string", "pattern": [f"^{DATE_PATTERN}$", f"Write {words_of(kind)}"]}


@_text.register
def _(kind: UrlKind, shape: FieldShape, given: Given) -> Json:  # noqa: ARG001
    return {"widget": "string", "type": "url"}


@_text.register
def _(kind: Choice, shape: FieldShape, given: Given) -> Json:  # noqa: ARG001
    words = {word.value: f"{word.value}: {word.meaning}" for word in kind.words}
    return {"widget": "select", "options": _options(words)}


@_text.register
def _(kind: Form, shape: FieldShape, given: Given) -> Json:  # noqa: ARG001
    return {"widget": "string", "pattern": [f"^(?:{kind.pattern})$", f"Write {words_of(kind)}"]}


@_text.register
def _(kind: Number, shape: FieldShape, given: Given) -> Json:  # noqa: ARG001
    return {"widget": "number", "value_type": "int", "min": kind.least, "max": kind.most}


@_text.register
def _(kind: SlugKind, shape: FieldShape, given: Given) -> Json:  # noqa: ARG001
    if kind.of in _COLLECTIONS:
        return _relation(_COLLECTIONS[kind.of])
    if kind.of == "rating":
        ratings = {name: f"{each.label}: {each.definition}" for name, each in given.ratings.items()}
        return {"widget": "select", "options": _options(ratings)}
    return {"widget": "string", "pattern": [f"^{SLUG_PATTERN}$", f"Write {words_of(kind)}"]}


def _options(labels: Mapping[str, str]) -> list[Json]:
    return [{"value": value, "label": label} for value, label in labels.items()]
