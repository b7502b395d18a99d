"""YAML text to nodes that remember where they stand.

Read from parser events, never through ``yaml.load`` or ``compose``: those resolve scalars
(``no`` becomes False), follow aliases without end and overflow the stack on deep nesting.
"""

from dataclasses import dataclass

from claimbook import codes
from claimbook.characters import decoded
from claimbook.diagnostics import Code, Outcome, diagnose
from claimbook.suppressions import Suppression, suppressions_in
from claimbook.text import FILE_START, SourceFile, Span
from claimbook.yaml_comments import Taken
from claimbook.yaml_nodes import NULLS, Entry, Limits, Mapping, Node, Scalar, Sequence
from claimbook.yaml_quick import read_quickly

__all__ = [
    "DEFAULT_LIMITS",
    "NULLS",
    "Document",
    "Entry",
    "Limits",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "parse",
]


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML document and the suppressions that stand in its comments."""

    root: Node
    suppressions: tuple[Suppression, ...]


DEFAULT_LIMITS = Limits()


def parse(file: SourceFile, limits: Limits = DEFAULT_LIMITS) -> Outcome[Document]:
    """Read one YAML document into nodes that remember where they stand.

    Scalars stay text: what ``no`` or ``2024-02-30`` means is for the schema to say. Any bytes
    may come in; what is wrong with them comes out as diagnostics, never as an exception.
    """
    if len(file.data) > limits.file_bytes:
        return _refused(
            file,
            codes.FILE_TOO_LARGE,
            f"the file has more than {limits.file_bytes:,} bytes, the most that is read",
            "split it, or move long sources to `claims/sources/`",
        )
    content = decoded(file)
    if content.value is None:
        return Outcome(None, content.diagnostics)
    root = read_quickly(content.value, limits)
    if root is not None:
        return Outcome(Document(root, ()))
    # Imported where it is needed: the library takes longer to import than most files to be read.
    from claimbook.yaml_events import Builder  # noqa: PLC0415

    builder = Builder(file.path, limits)
    root = builder.build(content.value)
    if root is None:
        return Outcome(None, tuple(builder.diagnostics))
    taken = (Taken(each.mark, each.style in {"|", ">"}) for each in builder.scalars)
    suppressions = tuple(suppressions_in(content.value, taken))
    return Outcome(Document(root, suppressions), tuple(builder.diagnostics))


def _refused(file: SourceFile, code: Code, message: str, hint: str) -> Outcome[Document]:
    return Outcome(None, (diagnose(code, Span.of(file.path, FILE_START), message, hint),))
