"""What is read from YAML: nodes that remember where they stand."""

from claimbook.data import Fixed
from claimbook.text import Mark

# What programs that resolve scalars take for no value where it stands without quotes.
NULLS = frozenset({"null", "Null", "NULL", "~"})


class Scalar(Fixed):
    """A piece of text; what it means is for the schema to say."""

    text: str
    mark: Mark
    style: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was written, as in ``key:``."""
        return not self.text and not self.style


class Sequence(Fixed):
    """A list of nodes."""

    items: tuple["Node", ...]
    mark: Mark


class Entry(Fixed):
    """A key and its value."""

    key: Scalar
    value: "Node"


class Mapping(Fixed):
    """Keys and values in the order of the file; keys are unique."""

    entries: tuple[Entry, ...]
    mark: Mark


Node = Scalar | Sequence | Mapping


class Limits(Fixed):
    """How much one file may hold: bytes, levels of nesting, nodes."""

    file_bytes: int = 65_536
    depth: int = 12
    nodes: int = 10_000
