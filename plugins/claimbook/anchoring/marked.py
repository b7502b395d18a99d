"""Markdown as its readers see it: CommonMark as in claims; raw HTML and images are not shown."""

from typing import Any

from claimbook.anchoring.assembly import Assembly, is_unspaced, unwrapped
from claimbook.anchoring.mapped import Piece
from claimbook.anchoring.shapes import Block, BlockKind, DocumentText
from claimbook.characters import without_hidden
from claimbook.prose import markdown_events
from claimbook.prose_events import name_of

_BLOCKS = frozenset({"Paragraph", "Heading", "Item", "TableCell", "CodeBlock", "HtmlBlock"})
_BREAKS = frozenset({"SoftBreak", "HardBreak"})
# What decides about a block, the innermost first.
_KINDS = {
    "Heading": BlockKind.HEADING,
    "Item": BlockKind.ITEM,
    "BlockQuote": BlockKind.QUOTATION,
}


def read_marked(raw: str) -> DocumentText:
    """What is visible of Markdown, block by block."""
    reader = _Reader(raw)
    for event, start, end in markdown_events(raw):
        reader.feed(event, start, end)
    reader.close()
    return reader.assembly.made()


class _Reader:
    """Walks the events of one text once."""

    def __init__(self, raw: str) -> None:
        self.assembly = Assembly()
        self._raw = raw
        self._pieces: list[Piece] = []
        self._open: list[Any] = []
        self._break: tuple[int, int] | None = None
        self._images = 0

    def feed(self, event: Any, start: int, end: int) -> None:  # noqa: ANN401
        """Take one event with its two offsets."""
        ((name, value),) = event.items() if isinstance(event, dict) else ((event, None),)
        if name == "Start":
            self._begin(value)
        elif name == "End":
            self._end(name_of(value))
        elif name in _BREAKS:
            self._break = start, end
        elif name in {"Text", "Code"} and not self._images:
            self._visible(str(value), start, end)

    def _begin(self, tag: Any) -> None:  # noqa: ANN401
        name = name_of(tag)
        if name in _BLOCKS:
            self.close()
        self._images += name == "Image"
        self._open.append(tag)

    def _end(self, name: str) -> None:
        if name in _BLOCKS:
            self.close()
        self._images -= name == "Image"
        if self._open:
            self._open.pop()

    def _visible(self, text: str, start: int, end: int) -> None:
        before = self._pieces[-1][0] if self._pieces else ""
        if self._break and not (before.endswith(" ") or is_unspaced(before, text)):
            self._pieces.append((" ", *self._break))
        self._break = None
        if self._raw.startswith(text, start) and end - start == len(text):
            self._pieces += unwrapped(self._raw, start, end)
        else:
            self._pieces.append((without_hidden(text.replace("\n", " ")), start, end))

    def close(self) -> None:
        """Put what has been read into a block."""
        if self._pieces:
            self.assembly.add(self._pieces, self._block)
        self._pieces, self._break = [], None

    def _block(self, start: int, end: int) -> Block:
        tags = {name_of(each): each for each in self._open}
        kind = next((_KINDS[each] for each in _KINDS if each in tags), BlockKind.PARAGRAPH)
        level = int(tags["Heading"]["Heading"]["level"][1:]) if "Heading" in tags else 0
        return Block(start, end, kind, level)
