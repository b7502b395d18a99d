"""Plain text: paragraphs with a blank line between them, their lines wrapped anywhere."""

import re
from collections.abc import Iterator

from claimbook.anchoring.assembly import Assembly, unwrapped
from claimbook.anchoring.shapes import Block, BlockKind, DocumentText

_LINE = re.compile(r"[^\n]+")


def read_plain(raw: str) -> DocumentText:
    """A text file's paragraphs."""
    assembly = Assembly()
    for start, end in paragraphs(raw):
        assembly.add(unwrapped(raw, start, end), _paragraph)
    return assembly.made()


def _paragraph(start: int, end: int) -> Block:
    return Block(start, end, BlockKind.PARAGRAPH)


def paragraphs(raw: str) -> Iterator[tuple[int, int]]:
    """Where there are lines without a blank one between them."""
    start, end = 0, -2
    for line in _LINE.finditer(raw):
        if line[0].isspace():
            continue
        if line.start() != end + 1:
            if end >= 0:
                yield start, end
            start = line.start()
        end = line.end()
    if end >= 0:
        yield start, end
