"""The kinds that hold other kinds: records, lists, mappings, and text-or-record."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from claimbook import codes
from claimbook.diagnostics import did_you_mean, has_errors, listing
from claimbook.kinds import read_slug, slug_schema
from claimbook.shape import (
    At,
    Definitions,
    FieldShape,
    Json,
    Kind,
    Reader,
    Record,
    attribute_of,
    shapes_of,
)
from claimbook.text import Mark
from claimbook.yaml_tree import Mapping, Node, Scalar, Sequence

R = TypeVar("R", bound=Record)
MOST_ENTRIES = 500


@dataclass(frozen=True, slots=True)
class RecordOf(Generic[R]):
    """A mapping that is read as a record."""

    record: type[R]

    def read(self, node: Node, reader: Reader) -> R | None:
        """The record, or None where a required field could not be read."""
        if not isinstance(node, Mapping):
            names = ", ".join(listing(shape.name for shape in shapes_of(self.record)))
            kind = "a list" if isinstance(node, Sequence) else "text"
            message = f"{kind} stands where a mapping is expected"
            reader.say(codes.WRONG_KIND, node.mark, message, f"its fields are {names}")
            return None
        return _read_record(self.record, node, reader)

    def schema(self, definitions: Definitions) -> Json:
        """An object with the declared fields and no others."""
        name = self.record.__name__.lower()
        return definitions.reference(name, lambda known: record_schema(self.record, known))


def record_schema(record: type[Record], definitions: Definitions) -> Json:
    """JSON Schema of a record class."""
    shapes = shapes_of(record)
    schema: Json = {
        "type": "object",
        "description": (record.__doc__ or "").strip().split("\n")[0],
        "properties": {
            shape.name: {**shape.kind.schema(definitions), "description": shape.about}
            for shape in shapes
        },
        "required": [shape.name for shape in shapes if shape.is_required],
        "additionalProperties": False,
    }
    if record.exactly_one:
        schema["allOf"] = [
            {"oneOf": [{"required": [name]} for name in group]} for group in record.exactly_one
        ]
    return schema


def _read_record(record: type[R], node: Mapping, reader: Reader) -> R | None:
    shapes = {shape.name: shape for shape in shapes_of(record)}
    values: dict[str, Any] = {}
    holes: set[str] = set()
    for key, value in node.entries:
        shape = shapes.get(key.text)
        if shape is None:
            _unknown_field(key, shapes, reader)
            continue
        known = len(reader.diagnostics)
        read = shape.kind.read(value, reader)
        if has_errors(reader.diagnostics[known:]):
            holes.add(shape.name)
        if read is not None:
            values[attribute_of(shape.name)] = read
    complete = _check_presence(record, node, reader)
    if not complete or any(_is_hole(shape, values) for shape in shapes.values()):
        return None
    return record(at=_places(node, reader, frozenset(holes)), **values)


def _is_hole(shape: FieldShape, values: dict[str, Any]) -> bool:
    return shape.is_required and attribute_of(shape.name) not in values


def _unknown_field(key: Scalar, shapes: dict[str, FieldShape], reader: Reader) -> None:
    hint = did_you_mean(key.text, shapes) or f"the fields are {', '.join(listing(shapes))}"
    reader.say(codes.UNKNOWN_FIELD, key.mark, f"there is no field `{key.text}` here", hint)


def _check_presence(record: type[Record], node: Mapping, reader: Reader) -> bool:
    present = {entry.key.text for entry in node.entries}
    where = node.entries[0].key.mark if node.entries else node.mark
    missing = [s for s in shapes_of(record) if s.is_required and s.name not in present]
    for shape in missing:
        message = f"the field `{shape.name}` is missing"
        reader.say(codes.MISSING_FIELD, where, message, f"add `{shape.name}:` — {shape.about}")
    for group in record.exactly_one:
        if len(present.intersection(group)) != 1:
            names = " or ".join(listing(group))
            count = "both" if present.intersection(group) else "neither"
            message = f"exactly one of {names} is expected here, {count} stands"
            reader.say(codes.ONE_OF_FIELDS, where, message)
            return False
    return not missing


def _places(node: Mapping, reader: Reader, holes: frozenset[str]) -> At:
    keys: dict[str, Mark] = {}
    values: dict[str, Mark] = {}
    items: dict[str, tuple[Mark, ...]] = {}
    for key, value in node.entries:
        keys[key.text] = key.mark
        values[key.text] = value.mark
        if isinstance(value, Sequence):
            items[key.text] = tuple(item.mark for item in value.items)
    return At(reader.path, node.mark, keys, values, items, holes)


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; where its entries may be text, one text may stand alone."""

    kind: Kind
    takes_lone_text: bool = True
    is_unique: bool = False

    def read(self, node: Node, reader: Reader) -> tuple[Any, ...] | None:
        """The entries that could be read."""
        nodes = self._entries(node, reader)
        if nodes is None:
            return None
        read = [self.kind.read(each, reader) for each in nodes]
        if self.is_unique:
            _report_repeated(nodes, reader)
        return tuple(each for each in read if each is not None)

    def _entries(self, node: Node, reader: Reader) -> tuple[Node, ...] | None:
        if isinstance(node, Scalar) and self.takes_lone_text:
            return (node,)
        if not isinstance(node, Sequence):
            what = "a mapping" if isinstance(node, Mapping) else "text"
            hint = "begin each entry on its own line with `- `"
            message = f"{what} stands where a list is expected"
            reader.say(codes.WRONG_KIND, node.mark, message, hint)
            return None
        if not node.items:
            hint = "fill it in, or leave the field out"
            reader.say(codes.EMPTY_VALUE, node.mark, "the list is empty", hint)
            return None
        if len(node.items) > MOST_ENTRIES:
            message = f"the list has {len(node.items):,} entries; at most {MOST_ENTRIES} are read"
            reader.say(codes.TOO_MANY_ENTRIES, node.mark, message)
            return None
        return node.items

    def schema(self, definitions: Definitions) -> Json:
        """An array, or one entry alone where that is text."""
        item = self.kind.schema(definitions)
        array: Json = {"type": "array", "items": item, "minItems": 1, "maxItems": MOST_ENTRIES}
        if self.is_unique:
            array["uniqueItems"] = True
        if not self.takes_lone_text:
            return array
        return {"anyOf": [array, {"allOf": [item, {"not": {"type": ["object", "array"]}}]}]}


def _report_repeated(nodes: tuple[Node, ...], reader: Reader) -> None:
    seen: set[str] = set()
    for node in nodes:
        if isinstance(node, Scalar):
            if node.text in seen:
                message = f"`{node.text}` stands twice in this list"
                reader.say(codes.REPEATED_ENTRY, node.mark, message, "remove one of them")
            seen.add(node.text)


@dataclass(frozen=True, slots=True)
class TextOr:
    """Text of one kind, or a mapping of another."""

    text: Kind
    mapping: Kind

    def read(self, node: Node, reader: Reader) -> Any:  # noqa: ANN401
        """What the kind that fits the node reads."""
        return (self.text if isinstance(node, Scalar) else self.mapping).read(node, reader)

    def schema(self, definitions: Definitions) -> Json:
        """Either."""
        return {"anyOf": [self.text.schema(definitions), self.mapping.schema(definitions)]}


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping from ids to values of one kind."""

    kind: Kind
    of: str

    def read(self, node: Node, reader: Reader) -> dict[str, Any] | None:
        """The values by id, in the order of the file."""
        if not isinstance(node, Mapping):
            what = "a list" if isinstance(node, Sequence) else "text"
            message = f"{what} stands where a mapping from {self.of} is expected"
            reader.say(codes.WRONG_KIND, node.mark, message)
            return None
        if not node.entries:
            reader.say(codes.EMPTY_VALUE, node.mark, "the mapping is empty")
            return None
        return self._values(node, reader)

    def _values(self, node: Mapping, reader: Reader) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in node.entries:
            name = read_slug(key.text, key, reader, self.of)
            read = self.kind.read(value, reader)
            if name is not None and read is not None:
                values[name] = read
        return values

    def schema(self, definitions: Definitions) -> Json:
        """An object whose names are ids."""
        return {
            "type": "object",
            "propertyNames": slug_schema(),
            "additionalProperties": self.kind.schema(definitions),
            "minProperties": 1,
        }
