"""What the events of a CommonMark parser tell: text, links, citations, and what is refused."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from claimbook import codes
from claimbook.characters import forbidden_in
from claimbook.diagnostics import Code
from claimbook.prose_citations import CITATION, Citation, citations

MOST_LEVELS = 16
# Rows that end early are filled up: a short text could become a page of megabytes.
MOST_CELLS = 1_000
_OPENING = re.compile(r"\[@")
_LINE_GAP = re.compile(r"[ \t>]*")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_BREAKS = frozenset({"SoftBreak", "HardBreak"})
_BLOCKS = frozenset({"Paragraph", "Heading", "Item", "TableCell", "CodeBlock", "HtmlBlock"})


class Run(NamedTuple):
    """A piece of visible text and the stretch of the source it comes from."""

    text: str
    start: int
    end: int


class Problem(NamedTuple):
    """Something that claim prose may not hold, with its place in the source text."""

    code: Code
    message: str
    hint: str
    start: int
    end: int


class ProseReader:
    """Walks the events of one text once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.problems: list[Problem] = []
        self.links: list[tuple[str, int, int]] = []
        self.link_texts: list[Run] = []
        self.blocks: list[tuple[Run, ...]] = []
        self.text_ranges: list[tuple[int, int]] = []
        self.citations: list[tuple[int, int, tuple[Citation, ...]]] = []
        self._places = places_in(text)
        self._runs: list[Run] = []
        self._stack: list[tuple[str, int]] = []
        self._cells = 0
        self._table = 0, 0
        # How many code blocks, links and images are open.
        self._open_code = 0
        self._open_links = 0
        self._is_new_line = False

    def feed(self, events: Iterable[tuple[Any, Any]]) -> None:
        """Read all events; results are in the attributes afterwards."""
        place = self._places
        for event, stretch in events:
            start, end = place(stretch["start"]), place(stretch["end"])
            if type(event) is dict:
                ((name, value),) = event.items()
            else:
                name, value = event, None
            if name == "Text":
                self._text(value, start, end)
            else:
                self._event(name, value, start, end)
            self._is_new_line = name in _BREAKS
        self._close_block()
        self._find_citations()

    def _event(self, name: str, value: Any, start: int, end: int) -> None:  # noqa: ANN401
        if name == "Start":
            self._start(value, start, end)
        elif name == "End":
            self._end(name_of(value), end)
        elif name in _BREAKS:
            self._runs.append(Run(" ", start, end))
            self._extend(start, end)
        elif name == "Code":
            self._runs.append(Run(" ", start, end))
        elif name in {"Html", "InlineHtml"}:
            self._refuse_html(value, start, end)

    def _start(self, tag: Any, start: int, end: int) -> None:  # noqa: ANN401
        name = name_of(tag)
        self._stack.append((name, start))
        self._open(name, 1)
        if len(self._stack) == MOST_LEVELS + 1:
            message = f"lists and quotations are nested more than {MOST_LEVELS} levels deep"
            self._refuse(codes.TOO_DEEP, message, "use fewer levels", start, end)
        if name in _BLOCKS:
            self._close_block()
            self._count(name)
        elif name == "Link":
            self.links.append((tag["Link"]["dest_url"], start, end))
            self._refuse_hidden(tag["Link"]["title"], start, end)
        elif name == "Table":
            self._table = start, end
        elif name == "Image":
            hint = "describe what it shows, and cite where it stands"
            self._refuse(codes.IMAGE_IN_TEXT, "an image stands in the text", hint, start, end)

    def _count(self, name: str) -> None:
        self._cells += name == "TableCell"
        if name == "TableCell" and self._cells == MOST_CELLS + 1:
            message = f"tables hold more than {MOST_CELLS:,} cells, the empty ones counted"
            hint = "cite the data as a source, and show what they say"
            self._refuse(codes.TOO_MANY_NODES, message, hint, *self._table)

    def _end(self, name: str, end: int) -> None:
        opened = self._stack.pop()[1] if self._stack else end
        self._open(name, -1)
        if name in _BLOCKS:
            self._close_block()
        elif name == "Link":
            inside = [run for run in self._runs if opened <= run.start < end]
            self.link_texts.append(Run("".join(run.text for run in inside), opened, end))
            if self.text.startswith("[@", opened):
                hint = "rename what the link refers to: a citation is no link"
                self._refuse_citation(opened, end, "a citation is made a link here", hint)

    def _open(self, name: str, change: int) -> None:
        if name == "CodeBlock":
            self._open_code += change
        elif name in {"Link", "Image"}:
            self._open_links += change

    def _text(self, text: str, start: int, end: int) -> None:
        if self._open_code:
            return
        self._runs.append(Run(text, start, end))
        self._extend(start, end)
        # No character that is printed is a hidden one.
        if not text.isprintable():
            self._refuse_hidden(text, start, end)

    def _extend(self, start: int, end: int) -> None:
        if self._open_links:
            return
        if self.text_ranges and self._continues(self.text_ranges[-1][1], start):
            self.text_ranges[-1] = (self.text_ranges[-1][0], end)
        else:
            self.text_ranges.append((start, end))

    def _continues(self, last: int, start: int) -> bool:
        # In lists and quotations a new line begins with blanks and `>` that are no text.
        return last == start or (
            self._is_new_line and _LINE_GAP.fullmatch(self.text, last, start) is not None
        )

    def _close_block(self) -> None:
        if self._runs:
            self.blocks.append(tuple(self._runs))
            self._runs = []

    def _refuse_html(self, value: str, start: int, end: int) -> None:
        tag = " ".join(value.split())[:40]
        hint = "use Markdown instead; to show a `<`, write `\\<` or put it in back quotes"
        self._refuse(codes.RAW_HTML, f"raw HTML stands in the text: `{tag}`", hint, start, end)

    def _refuse_hidden(self, text: str, start: int, end: int) -> None:
        # The file holds none, but Markdown knows entities: `&#x202e;`.
        message = forbidden_in(text)
        if message:
            self._refuse(codes.HIDDEN_CHARACTER, message, "write the text without it", start, end)

    def _refuse_citation(self, start: int, end: int, message: str, hint: str) -> None:
        self._refuse(codes.MALFORMED_CITATION, message, hint, start, end)

    def _refuse(self, code: Code, message: str, hint: str, start: int, end: int) -> None:
        self.problems.append(Problem(code, message, hint, start, end))

    def _find_citations(self) -> None:
        for start, end in self.text_ranges:
            for found in _OPENING.finditer(self.text, start, end):
                if not _is_escaped(self.text, found.start()):
                    self._citation(found.start(), end)

    def _citation(self, start: int, end: int) -> None:
        found = CITATION.match(self.text, start, end)
        group = tuple(citations(found)) if found else ()
        if found and all(group):
            whole = (each for each in group if each)
            self.citations.append((found.start(), found.end(), tuple(whole)))
            return
        message = "this begins like a citation and is none"
        hint = "write `[@source-id]`, `[@source-id, p. 4]` or `[@one; @two]`; no Markdown inside"
        self._refuse_citation(start, found.end() if found else start + 2, message, hint)


def _is_escaped(text: str, at: int) -> bool:
    first = at
    while first and text[first - 1] == "\\":
        first -= 1
    return (at - first) % 2 == 1


def name_of(tag: Any) -> str:  # noqa: ANN401
    """The name of a tag, which comes alone or with its values."""
    return tag if isinstance(tag, str) else str(next(iter(tag)))


def places_in(text: str) -> Callable[[int], int]:
    """What turns byte offsets of the UTF-8 text into offsets of code points."""
    return int if text.isascii() else _CodePoints(text)


class _CodePoints:
    def __init__(self, text: str) -> None:
        # Where each character of several bytes ends, and how many bytes it and all before it
        # have beyond one each.
        self._ends: list[int] = []
        self._extra = [0]
        for found in _NOT_ASCII.finditer(text):
            extra = self._extra[-1] + len(found[0].encode("utf-8", "surrogatepass")) - 1
            self._ends.append(found.start() + 1 + extra)
            self._extra.append(extra)

    def __call__(self, offset: int) -> int:
        return offset - self._extra[bisect_right(self._ends, offset)]
