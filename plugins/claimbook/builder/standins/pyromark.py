"""What the compiler asks of `pyromark`, by markdown-it-py: for browsers, where Rust is not at hand.

Bundled under the name of the library for which it stands in. Both follow CommonMark; the library
tells where each thing stands, and here that is found again in the source, from left to right.
"""

from collections.abc import Callable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from claimbook.boundaries.hypertext import escaped
from claimbook.builder.standins.markdown_places import Event, PlacedInline, tag_event

_BLOCKS = {
    "paragraph": "Paragraph",
    "heading": "Heading",
    "bullet_list": "List",
    "ordered_list": "List",
    "list_item": "Item",
    "blockquote": "BlockQuote",
    "table": "Table",
    "thead": "TableHead",
    "th": "TableCell",
    "td": "TableCell",
}


class Options:
    """Names that are asked for; all of them are always on."""

    ENABLE_TABLES = 1
    ENABLE_STRIKETHROUGH = 2
    ENABLE_GFM = 4


def events_with_range(text: str, *, options: int = 0) -> Iterator[tuple[Event, dict[str, int]]]:
    """The events of a text, each with the bytes of UTF-8 from which and up to which it stands."""
    del options
    place = _bytes_of(text)
    for event, start, end in _events(text):
        yield event, {"start": place(start), "end": place(end)}


def html(text: str, *, options: int = 0) -> str:
    """The text as HTML; raw HTML in it is shown as it is written."""
    del options
    rendered: str = _renderer().render(text)
    return rendered


class _Parser(MarkdownIt):
    """Leaves addresses as they are written; who asks judges them."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - as it is called there
        return url

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - as it is called there
        return True


def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"maxNesting": 100})
    return parser.enable(["table", "strikethrough"])


def _renderer() -> MarkdownIt:
    parser = _parser()
    parser.add_render_rule("html_block", _shown)
    parser.add_render_rule("html_inline", _shown)
    parser.add_render_rule("s_open", _struck)
    parser.add_render_rule("s_close", _struck)
    return parser


def _shown(_: object, tokens: list[Token], index: int, *__: object) -> str:
    return escaped(tokens[index].content)


def _struck(_: object, tokens: list[Token], index: int, *__: object) -> str:
    return "<del>" if tokens[index].nesting > 0 else "</del>"


def _events(text: str) -> Iterator[tuple[Event, int, int]]:
    parser = _parser()
    # Entities and escapes stay apart from the text around them, and so keep how they are written.
    parser.disable("text_join")
    lines = _line_starts(text)
    inline = PlacedInline(text)
    opened: list[tuple[int, int]] = []
    for token in parser.parse(text):
        start, end = _stretch(token, lines)
        name = token.type.removesuffix("_open").removesuffix("_close")
        if token.type == "inline":
            inline.at = max(inline.at, start)
            yield from inline.events(token.children or [], end)
        elif token.type in _LEAVES:
            inline.at = max(inline.at, end)
            yield from _LEAVES[token.type](token, text, start, end)
        elif name in _BLOCKS and not token.hidden:
            if token.nesting > 0:
                opened.append((start, end) if token.map else (inline.at, inline.at))
                yield tag_event("Start", _BLOCKS[name]), *opened[-1]
            else:
                yield tag_event("End", _BLOCKS[name]), *opened.pop()


def _code(token: Token, _: str, start: int, end: int) -> Iterator[tuple[Event, int, int]]:
    yield tag_event("Start", "CodeBlock"), start, end
    yield {"Text": token.content}, start, end
    yield tag_event("End", "CodeBlock"), start, end


def _html(token: Token, text: str, start: int, end: int) -> Iterator[tuple[Event, int, int]]:
    yield tag_event("Start", "HtmlBlock"), start, end
    at = start
    for line in token.content.removesuffix("\n").split("\n"):
        # In a quotation or a list it does not begin where its line does.
        at = max(text.find(line, at, end), at)
        yield {"Html": f"{line}\n"}, at, min(at + len(line) + 1, end)
        at += len(line) + 1
    yield tag_event("End", "HtmlBlock"), start, end


_LEAVES = {"fence": _code, "code_block": _code, "html_block": _html}


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    starts[-1] = len(text)
    return starts


def _stretch(token: Token, lines: list[int]) -> tuple[int, int]:
    if not token.map:
        return 0, 0
    first, last = token.map
    return lines[first], lines[min(last, len(lines) - 1)]


def _bytes_of(text: str) -> Callable[[int], int]:
    if text.isascii():
        return int
    places = [0]
    for letter in text:
        places.append(places[-1] + len(letter.encode("utf-8", "surrogatepass")))
    return places.__getitem__
