"""How the declarations of the records bear on layout: order of fields, wrapping of texts."""

from enum import Enum, auto
from typing import Any

from claimbook.formatting.places import Place
from claimbook.kinds import Markdown, Plain, Verbatim
from claimbook.shape import Kind, shapes_of
from claimbook.structures import ListOf, MapOf, RecordOf, TextOr
from claimbook.yaml_tree import Mapping, Scalar, Sequence


class Manner(Enum):
    """What may be done to a text: nothing counts but words; or each line break; or it is a word."""

    FOLDS = auto()
    KEEPS_LINES = auto()
    IS_MARKDOWN = auto()
    IS_WORD = auto()


def manner_of(kind: Kind | None) -> Manner:
    """How the text of a field may be written; a field we do not know keeps its lines."""
    if isinstance(kind, TextOr):
        return manner_of(kind.text)
    if isinstance(kind, ListOf):
        return manner_of(kind.kind)
    if isinstance(kind, Plain):
        return Manner.FOLDS
    if isinstance(kind, Markdown):
        return Manner.IS_MARKDOWN
    return Manner.KEEPS_LINES if kind is None or isinstance(kind, Verbatim) else Manner.IS_WORD


def in_order(place: Place, kind: Kind | None) -> list[tuple[Place, Kind | None]]:
    """The children of a place in the order in which they are written, with their kinds."""
    kind = _fitting(kind, place)
    if isinstance(place.value, Mapping) and isinstance(kind, RecordOf):
        return _fields_in_order(place, kind)
    if isinstance(place.value, Mapping) and isinstance(kind, MapOf):
        return [(child, kind.kind) for child in place.children]
    if isinstance(place.value, Sequence) and isinstance(kind, ListOf):
        return [(child, kind.kind) for child in place.children]
    return [(child, None) for child in place.children]


def _fitting(kind: Kind | None, place: Place) -> Kind | None:
    if isinstance(kind, TextOr):
        return _fitting(kind.text if isinstance(place.value, Scalar) else kind.mapping, place)
    return kind


def _fields_in_order(place: Place, kind: RecordOf[Any]) -> list[tuple[Place, Kind | None]]:
    shapes = shapes_of(kind.record)
    kinds = {shape.name: shape.kind for shape in shapes}
    ranks = {shape.name: rank for rank, shape in enumerate(shapes)}
    children = sorted(place.children, key=lambda each: ranks.get(_name(each), len(ranks)))
    return [(child, kinds.get(_name(child))) for child in children]


def _name(place: Place) -> str:
    return place.key.text if place.key else ""
