"""Changes of single places in a YAML file, whose comments and manner of writing stay."""

from collections.abc import Iterable
from typing import NamedTuple

from claimbook.formatting.comments import comments_of
from claimbook.formatting.manner import Manner
from claimbook.formatting.scalars import one_line
from claimbook.text import FILE_START, Mark, SourceFile, plain_lines
from claimbook.yaml_tree import Document, Limits, Mapping, Node, Scalar, Sequence, parse


class Piece(NamedTuple):
    """Two offsets in a text between which something goes, and what comes in its place."""

    start: int
    end: int
    text: str


def with_pieces(text: str, pieces: Iterable[Piece]) -> str:
    """A text with all of the pieces, which must not overlap."""
    for each in sorted(pieces, reverse=True):
        text = text[: each.start] + each.text + text[each.end :]
    return text


def parsed(file: SourceFile, limits: Limits) -> Document | None:
    """What a file says; None where it cannot be read."""
    found = parse(file, limits)
    return None if found.has_errors else found.value


def mapping_at(node: Node, mark: Mark) -> Mapping | None:
    """The mapping that begins where ``mark`` does, at a node or below it."""
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Mapping):
            if here.mark[:2] == mark[:2]:
                return here
            waiting += [each.value for each in here.entries]
        elif isinstance(here, Sequence):
            waiting += here.items
    return None


def word(text: str, *, in_flow: bool = False) -> str:
    """A value on one line, between quotes where it needs them; ``in_flow`` is within brackets."""
    return one_line(Scalar(text, FILE_START, ""), Manner.IS_WORD, in_flow=in_flow)


def comments(document: Document, text: str) -> list[str]:
    """The comments of a file, which has this text and says this, in their order."""
    return [each.text for each in comments_of(plain_lines(text), document.root)]
