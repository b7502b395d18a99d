"""The language in which records are declared.

A field is declared once, with its kind and a sentence about it; from that declaration come the
record's constructor, the decoder with all its errors, the JSON Schema and the order of layout.
"""

from typing import (
    Any,
    ClassVar,
    NamedTuple,
    Protocol,
    TypeVar,
    dataclass_transform,
    runtime_checkable,
)

from claimbook.data import REQUIRED, Fixed, FixedType
from claimbook.diagnostics import Code, Diagnostic, diagnose
from claimbook.text import FILE_START, Mark, Span
from claimbook.yaml_tree import Node

Json = dict[str, Any]
Places = tuple[Any, ...]
R = TypeVar("R", bound="Record")


class Reader:
    """Collects what is wrong while nodes of one file are read."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.diagnostics: list[Diagnostic] = []
        # Fields that stand too far in: what holds them does not lack them.
        self.strays: set[str] = set()

    def say(self, code: Code, mark: Mark, message: str, hint: str | None = None) -> None:
        """Report a problem at ``mark`` of this reader's file."""
        self.diagnostics.append(diagnose(code, Span.of(self.path, mark), message, hint))


class Definitions:
    """The ``$defs`` of a JSON Schema under construction, each record once."""

    def __init__(self) -> None:
        self.schemas: dict[str, Json] = {}

    def reference(self, name: str, make: "SchemaMaker") -> Json:
        """Refer to the definition ``name``, making it on first use."""
        if name not in self.schemas:
            self.schemas[name] = {}
            self.schemas[name] = make(self)
        return {"$ref": f"#/$defs/{name}"}


class SchemaMaker(Protocol):
    """Makes a JSON Schema, adding the definitions it needs."""

    def __call__(self, definitions: Definitions) -> Json:
        """Return the schema."""


@runtime_checkable
class Kind(Protocol):
    """What a field may hold: reads a node, and says the same as JSON Schema."""

    def read(self, node: Node, reader: Reader) -> Any:  # noqa: ANN401
        """The value, or None after reporting why there is none."""

    def schema(self, definitions: Definitions) -> Json:
        """The JSON Schema (2020-12) of the same values."""


class At(Fixed):
    """Where a record and its fields stand; ``holes`` are fields whose value could not be read.

    ``places`` hold, for each field in the file's order, its name, the mark of its key, that of
    its value, and those of the value's entries: one flat tuple, for there are many of them and
    few are ever looked at.
    """

    path: str
    mark: Mark
    places: Places = ()
    holes: frozenset[str] = frozenset()

    @property
    def span(self) -> Span:
        """The whole record."""
        return Span.of(self.path, self.mark)

    def key(self, name: str) -> Span:
        """The key of a field, or where the record begins if the field is not there."""
        return Span.of(self.path, self._found(name, 1) or self._head())

    def value(self, name: str) -> Span:
        """The value of a field, or where the record begins if the field is not there."""
        return Span.of(self.path, self._found(name, 2) or self._head())

    def item(self, name: str, index: int) -> Span:
        """One entry of a list field."""
        marks = self._found(name, 3) or ()
        return Span.of(self.path, marks[index]) if index < len(marks) else self.value(name)

    def _found(self, name: str, what: int) -> Any:  # noqa: ANN401
        return self.places[self.places.index(name) + what] if name in self.places else None

    def _head(self) -> Mark:
        return self.places[1] if self.places else self.mark


NOWHERE = At("", FILE_START)


class Declaration(NamedTuple):
    """What a field holds, what it is about, and its value where it is left out.

    ``example`` is a text that the field takes, or one entry of its list; empty where the kind
    itself has one: a record has those of its fields, a choice its words.
    """

    kind: Kind
    about: str
    default: Any
    example: str


def required(kind: Kind, about: str, example: str = "") -> Any:  # noqa: ANN401
    """Declare a field that must be there."""
    return Declaration(kind, about, REQUIRED, example)


def optional(kind: Kind, about: str, example: str = "", *, default: None = None) -> Any:  # noqa: ANN401
    """Declare a field that may be left out; it is None then."""
    return Declaration(kind, about, default, example)


def many(kind: Kind, about: str, example: str = "", *, default: tuple[()] = ()) -> Any:  # noqa: ANN401
    """Declare a list field; it is empty when left out."""
    return Declaration(kind, about, default, example)


@dataclass_transform(
    frozen_default=True, kw_only_default=True, field_specifiers=(required, optional, many)
)
class Declared(FixedType):
    """Keeps the declarations of a record's fields, and gives their defaults to its constructor.

    It makes the class and is not its type: Python 3.11 would take four times as long to call it.
    """

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:  # noqa: ANN401
        """The class, with its declarations in `declared`."""
        declared = {key: each for key, each in body.items() if isinstance(each, Declaration)}
        defaults = {key: each.default for key, each in declared.items()}
        for key in [key for key, default in defaults.items() if default is REQUIRED]:
            del body[key], defaults[key]
        body |= {**defaults, "declared": declared}
        return FixedType(name, bases, body, kw_only=True, eq=False)


class Record(Fixed, metaclass=Declared):
    """Base of everything that is decoded from a mapping; places do not count in comparisons.

    Every class below it names its metaclass anew.
    """

    declared: ClassVar[dict[str, Declaration]]
    exactly_one: ClassVar[tuple[tuple[str, ...], ...]] = ()
    at: At = NOWHERE

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._values() == other._values()

    def __ne__(self, other: object) -> bool:
        # msgspec brings one of its own, which would not ask the method above.
        return not self == other

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        held = ", ".join(f"{each}={getattr(self, each)!r}" for each in self.declared)
        return f"{type(self).__name__}({held})"

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, each) for each in self.declared)


class FieldShape(Fixed):
    """A declared field as the decoder, the schema and the layout see it.

    ``attribute`` is its name in the record, which ends with ``_`` where Python keeps the word.
    """

    name: str
    attribute: str
    kind: Kind
    about: str
    is_required: bool
    example: str = ""


_SHAPES: dict[type[Record], tuple[FieldShape, ...]] = {}


def shapes_of(record: type[Record]) -> tuple[FieldShape, ...]:
    """The declared fields of a record class, in the order in which they are written."""
    if record not in _SHAPES:
        _SHAPES[record] = tuple(_shape(name, each) for name, each in record.declared.items())
    return _SHAPES[record]


def shape_of(record: type[Record], name: str) -> FieldShape:
    """The declared field of this name."""
    return next(each for each in shapes_of(record) if each.name == name)


def summary_of(record: type[Record]) -> str:
    """What a record class is about, in one line."""
    return (record.__doc__ or "").partition("\n")[0]


def _shape(name: str, each: Declaration) -> FieldShape:
    is_required = each.default is REQUIRED
    return FieldShape(name.rstrip("_"), name, each.kind, each.about, is_required, each.example)
