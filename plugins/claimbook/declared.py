"""What is declared, walked: which records a kind of file holds, and what each of its fields takes.

Whatever is made from the declarations for people (the page of fields, snippets, forms) begins here.
"""

import re
from collections.abc import Iterator

from claimbook.decode import KINDS, Role
from claimbook.kinds import Choice
from claimbook.shape import FieldShape, Kind, Record, shapes_of
from claimbook.structures import ListOf, MapOf, RecordOf, TextOr

_WORD_START = re.compile(r"(?<=[a-z])[A-Z]")
# From so many words on an example is a sentence.
_SENTENCE = 4


def records_in(kind: Kind) -> Iterator[type[Record]]:
    """The record classes that stand in a value of this kind, without those inside them."""
    if isinstance(kind, RecordOf):
        yield kind.record
    elif isinstance(kind, TextOr):
        yield from records_in(kind.mapping)
    elif isinstance(kind, ListOf | MapOf):
        yield from records_in(kind.kind)


def records_of(role: Role) -> tuple[type[Record], ...]:
    """All record classes in a file of this role, each once, as they are met."""
    found = list(records_in(KINDS[role]))
    for each in found:
        inner = (one for shape in shapes_of(each) for one in records_in(shape.kind))
        found += [one for one in dict.fromkeys(inner) if one not in found]
    return tuple(found)


def name_of(record: type[Record]) -> str:
    """What people call a record class: ``Checked document``."""
    return _WORD_START.sub(r" \g<0>", record.__name__).capitalize()


def anchor_of(record: type[Record]) -> str:
    """The place of a record class on the page of fields: ``checked-document``."""
    return name_of(record).lower().replace(" ", "-")


def text_kind(kind: Kind) -> Kind | None:
    """The kind of text that a field takes, in a list or alone; None where it takes no text."""
    if isinstance(kind, TextOr):
        return text_kind(kind.text)
    if isinstance(kind, ListOf):
        return text_kind(kind.kind)
    return None if isinstance(kind, RecordOf | MapOf) else kind


def example_of(shape: FieldShape) -> str:
    """A text that a field takes: the declared one, or the first word of a vocabulary."""
    kind = text_kind(shape.kind)
    if not shape.example and isinstance(kind, Choice):
        return next(iter(kind.words)).value
    return shape.example


def is_sentence(shape: FieldShape) -> bool:
    """Whether the text of a field is a sentence or a headline: it may hold a colon, and is long."""
    return len(example_of(shape).split()) >= _SENTENCE
