"""The kinds that hold other kinds: records, lists, mappings, and text-or-record."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any, Generic, NamedTuple, TypeVar

from claimbook import codes
from claimbook.diagnostics import has_errors, listing, nearest, shortened
from claimbook.kinds import LEAVE_OUT, Choice, read_slug, slug_schema
from claimbook.shape import (
    At,
    Definitions,
    FieldShape,
    Json,
    Kind,
    Reader,
    Record,
    shapes_of,
    summary_of,
)
from claimbook.text import Mark, Span
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
            _no_fields(node, shapes_of(self.record), reader)
            return None
        if not node.entries and _may_be_empty(self.record):
            hint = f"fill it in{LEAVE_OUT}"
            reader.say(codes.EMPTY_VALUE, node.mark, "no field stands here", hint)
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
        "description": summary_of(record),
        "properties": {
            shape.name: {**shape.kind.schema(definitions), **_described(shape)} for shape in shapes
        },
        "required": [shape.name for shape in shapes if shape.is_required],
        "additionalProperties": False,
    }
    if _may_be_empty(record):
        schema["minProperties"] = 1
    if record.exactly_one:
        schema["allOf"] = [
            {"oneOf": [{"required": [name]} for name in group]} for group in record.exactly_one
        ]
    return schema


def _described(shape: FieldShape) -> Json:
    examples: Json = {"examples": [shape.example]} if shape.example else {}
    return {"description": shape.about, **examples}


def _wanted(shape: FieldShape) -> str:
    """What belongs into a field: its words where it has some, else what it is about."""
    if isinstance(shape.kind, RecordOf):
        inner = [f"`{each.name}: …`" for each in shapes_of(shape.kind.record) if each.is_required]
        return f"{shape.about.rstrip('.')}, with {' and '.join(inner)} below it"
    if not isinstance(shape.kind, Choice):
        return shape.about
    return f"one of {', '.join(f'`{word}`' for word in shape.kind.words)}"


def _may_be_empty(record: type[Record]) -> bool:
    """Whether nothing that is missing would be reported in a record without fields."""
    return not record.exactly_one and not any(each.is_required for each in shapes_of(record))


def _no_fields(node: Scalar | Sequence, shapes: tuple[FieldShape, ...], reader: Reader) -> None:
    wanted = [each for each in shapes if each.is_required] or shapes[:2]
    examples = ", ".join(f"`{each.name}: …`" for each in wanted)
    hint = f"write its fields, each on a line of its own: {examples}"
    if isinstance(node, Sequence):
        message, hint = "a list stands where fields are expected", f"{hint}, without a hyphen"
        reader.say(codes.WRONG_KIND, node.mark, message, hint)
    elif node.is_empty:
        reader.say(codes.EMPTY_VALUE, node.mark, "no field stands here", hint)
    else:
        reader.say(codes.WRONG_KIND, node.mark, "text stands where fields are expected", hint)


class _Field(NamedTuple):
    """How the value of a field is read."""

    name: str
    attribute: str
    read: Callable[[Node, Reader], Any]
    shape: FieldShape


_NONE: frozenset[str] = frozenset()
_Fields = tuple[dict[str, _Field], frozenset[str]]
_FIELDS: dict[type[Record], _Fields] = {}


def _fields_of(record: type[Record]) -> _Fields:
    """The fields of a record class by their names, and the attributes that cannot be left out."""
    if record not in _FIELDS:
        shapes = shapes_of(record)
        fields = {s.name: _Field(s.name, s.attribute, s.kind.read, s) for s in shapes}
        _FIELDS[record] = fields, frozenset(s.attribute for s in shapes if s.is_required)
    return _FIELDS[record]


def _read_record(record: type[R], node: Mapping, reader: Reader) -> R | None:
    fields, required = _fields_of(record)
    said, known = reader.diagnostics, len(reader.diagnostics)
    values: dict[str, Any] = {}
    places: list[Any] = []
    holes: set[str] = set()
    meant: set[str] = set()
    for entry in node.entries:
        key, value = entry.key, entry.value
        field = fields.get(key.text)
        if field is None:
            places += (key.text, key.mark, value.mark, _marks(value))
            meant.add(_unknown_field(key.text, key.mark, record, reader))
            known = len(said)
            continue
        name, attribute, read, shape = field
        # Our own text of the name: so it is kept in memory once for all records.
        places += (name, key.mark, value.mark, () if type(value) is Scalar else _marks(value))
        held = read(value, reader)
        if held is not None:
            values[attribute] = held
        if len(said) != known:
            holes.update(_holes(shape, value, reader, known))
            known = len(said)
    if reader.strays:
        meant |= reader.strays & fields.keys()
        reader.strays -= meant
    if record.exactly_one or not required <= values.keys():
        is_complete = _check_presence(record, node, reader, meant)
        if not is_complete or not required <= values.keys():
            return None
    # A misspelt field is not missing: what it was meant to say could not be read.
    unread = frozenset(holes | meant) if holes or meant else _NONE
    values["at"] = At(reader.path, node.mark, tuple(places), unread)
    return record(**values)


def _marks(value: Node) -> tuple[Mark, ...]:
    return tuple([each.mark for each in value.items]) if type(value) is Sequence else ()


def _holes(shape: FieldShape, value: Node, reader: Reader, known: int) -> Iterator[str]:
    """The field, if what has been said about its value is an error."""
    if shape.is_required:
        _leave_nothing_out(reader, known, value)
    if has_errors(reader.diagnostics[known:]):
        yield shape.name


def _leave_nothing_out(reader: Reader, known: int, value: Node) -> None:
    """Of a required field, do not advise to leave it out."""
    for index, each in enumerate(reader.diagnostics[known:], known):
        if each.code is codes.EMPTY_VALUE and each.span == Span.of(reader.path, value.mark):
            hint = (each.hint or "").replace(LEAVE_OUT, "")
            reader.diagnostics[index] = replace(each, hint=hint)


def _unknown_field(name: str, mark: Mark, record: type[Record], reader: Reader) -> str:
    """Report a key that is no field; the field that was probably meant, or an empty text."""
    shapes = {each.name: each for each in shapes_of(record)}
    homes = [each for each in shapes.values() if name in _fields_within(each.kind)]
    further_out = "" if homes else _beside(name, record)
    if further_out:
        reader.strays.add(name)
    meant = None if homes or further_out else nearest(name, shapes)
    hint = f"did you mean `{meant}`?" if meant else further_out or _below(name, homes, shapes)
    message = f"there is no field `{shortened(name)}` here"
    reader.say(codes.UNKNOWN_FIELD, mark, message, hint)
    return meant or ""


def _beside(name: str, record: type[Record], seen: tuple[type[Record], ...] = ()) -> str:
    """Beside which field a name belongs that stands too far in; empty where nothing is known."""
    for outer in Record.__subclasses__():
        for shape in shapes_of(outer) if outer not in seen else ():
            if record is not _record_within(shape.kind):
                continue
            if any(each.name == name for each in shapes_of(outer)):
                where = f"`{shape.name}`, not below it: indent it as far as that"
                return f"`{name}` stands beside {where}"
            if found := _beside(name, outer, (*seen, record)):
                return found
    return ""


def _record_within(kind: Kind) -> type[Record] | None:
    while isinstance(kind, ListOf | TextOr):
        kind = kind.kind if isinstance(kind, ListOf) else kind.mapping
    return kind.record if isinstance(kind, RecordOf) else None


def _below(name: str, homes: list[FieldShape], shapes: dict[str, FieldShape]) -> str:
    """Below which field a name belongs that stands too far out, or what could stand here."""
    here = f"the fields here are {', '.join(listing(shapes))}"
    if not homes:
        return here
    belongs = f"`{name}` is a field of {' and '.join(listing(each.name for each in homes))}"
    is_clear = any(each.is_required for each in homes)
    return f"{belongs}: indent it below that" if is_clear else f"{belongs}; {here}"


def _fields_within(kind: Kind) -> frozenset[str]:
    record = _record_within(kind)
    return frozenset(shape.name for shape in shapes_of(record)) if record else frozenset()


def _check_presence(
    record: type[Record], node: Mapping, reader: Reader, meant: AbstractSet[str]
) -> bool:
    """Whether all required fields are there; of those in ``meant`` a misspelling was reported."""
    present = {entry.key.text for entry in node.entries}
    where = node.entries[0].key.mark if node.entries else node.mark
    missing = [s for s in shapes_of(record) if s.is_required and s.name not in present]
    for shape in missing:
        if shape.name not in meant:
            message = f"the field `{shape.name}` is missing"
            hint = f"add `{shape.name}:` — {_wanted(shape)}"
            reader.say(codes.MISSING_FIELD, where, message, hint)
    return _check_groups(record, node, reader, meant) and not missing


def _check_groups(
    record: type[Record], node: Mapping, reader: Reader, meant: AbstractSet[str]
) -> bool:
    for group in record.exactly_one:
        given = [entry.key for entry in node.entries if entry.key.text in group]
        if len(given) == 1:
            continue
        names = list(listing(group))
        listed = f"{', '.join(names[:-1])} and {names[-1]}"
        if given:
            message = f"only one of {listed} can stand here"
            reader.say(codes.ONE_OF_FIELDS, given[1].mark, message, "remove the others")
        elif not meant & set(group):
            where = node.entries[0].key.mark if node.entries else node.mark
            message = f"one of {listed} is missing"
            reader.say(codes.ONE_OF_FIELDS, where, message, "add one of them")
        return False
    return True


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
        read = self.kind.read
        values = [value for each in nodes if (value := read(each, reader)) is not None]
        if self.is_unique:
            _report_repeated(nodes, reader)
        return tuple(values)

    def _entries(self, node: Node, reader: Reader) -> tuple[Node, ...] | None:
        if isinstance(node, Scalar) and self.takes_lone_text:
            return (node,)
        if not isinstance(node, Sequence):
            _no_list(node, _record_within(self.kind), reader)
            return None
        if not node.items:
            hint = f"fill it in{LEAVE_OUT}"
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


def _no_list(node: Scalar | Mapping, record: type[Record] | None, reader: Reader) -> None:
    hint = "begin each entry on a line of its own with `- `"
    if isinstance(node, Mapping) and node.entries:
        first = shortened(node.entries[0].key.text)
        hint = f"write `- {first}: …` and indent the other fields of the entry as far as `{first}`"
    elif record:
        names = [each.name for each in shapes_of(record) if each.is_required] or ["…"]
        hint = f"{hint}: `- {names[0]}: …`"
        hint += "".join(f", below it `{each}: …`" for each in names[1:])
    if isinstance(node, Scalar) and node.is_empty:
        reader.say(codes.EMPTY_VALUE, node.mark, "the list is empty", hint)
        return
    what = "one group of fields" if isinstance(node, Mapping) else "text"
    reader.say(codes.WRONG_KIND, node.mark, f"{what} stands where a list is expected", hint)


def _report_repeated(nodes: tuple[Node, ...], reader: Reader) -> None:
    seen: set[str] = set()
    for node in nodes:
        if isinstance(node, Scalar):
            if node.text in seen:
                message = f"`{shortened(node.text)}` stands twice in this list"
                reader.say(codes.REPEATED_ENTRY, node.mark, message, "remove one of them")
            seen.add(node.text)


@dataclass(frozen=True, slots=True)
class TextOr:
    """Text of one kind, or a mapping of another."""

    text: Kind
    mapping: Kind

    def read(self, node: Node, reader: Reader) -> Any:  # noqa: ANN401
        """What the kind that fits the node reads."""
        if isinstance(node, Sequence):
            message, hint = "a list stands where one value is expected", "keep one of its entries"
            reader.say(codes.WRONG_KIND, node.mark, message, hint)
            return None
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
            message = f"{what} stands where {self.of} are expected"
            hint = "write each on a line of its own, with a colon and what belongs to it behind"
            reader.say(codes.WRONG_KIND, node.mark, message, hint)
            return None
        if not node.entries:
            hint = "write each on a line of its own, with a colon behind"
            reader.say(codes.EMPTY_VALUE, node.mark, f"no {self.of} stand here", hint)
            return None
        return self._values(node, reader)

    def _values(self, node: Mapping, reader: Reader) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for each in node.entries:
            name = read_slug(each.key.text, each.key, reader, self.of.removesuffix("s"))
            read = self.kind.read(each.value, reader)
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
