"""Where the parts of a paragraph stand in the source, found again from left to right."""

from collections.abc import Iterator
from typing import Any

from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.token import Token

Event = str | dict[str, Any]
Placed = tuple[Event, int, int]

_STRESS = {"em": "Emphasis", "strong": "Strong", "s": "Strikethrough"}


def tag_event(what: str, tag: Any) -> Event:  # noqa: ANN401 - a name, or a name with its values
    """``{"Start": tag}`` or ``{"End": tag}``."""
    return {what: tag}


class PlacedInline:
    """Walks what stands inside paragraphs; ``at`` is how far the source has been read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self._end = len(text)

    def events(self, tokens: list[Token], end: int) -> Iterator[Placed]:
        """The events of the parts of one paragraph that ends before ``end``."""
        self._end = end
        # A link is told with all of its stretch, whose end shows only behind what is in it.
        waiting: list[list[Placed]] = [[]]
        for token in tokens:
            if token.type == "link_open":
                start = self._opening(token)
                waiting.append([(self._link(token), start, 0)])
            elif token.type == "link_close":
                waiting[-2].extend(self._closed(waiting.pop()))
            else:
                waiting[-1].extend(self._event(token))
        yield from waiting[0]

    def _event(self, token: Token) -> Iterator[Placed]:
        name = token.type
        if name in {"text", "text_special"}:
            yield from self._text(token)
        elif name == "softbreak":
            yield "SoftBreak", *self._found("\n")
        elif name == "hardbreak":
            yield "HardBreak", *self._hard_break()
        elif name == "code_inline":
            yield {"Code": token.content}, *self._code(token.markup)
        elif name == "html_inline":
            yield {"InlineHtml": token.content}, *self._found(token.content)
        elif name == "image":
            yield from self._image(token)
        else:
            yield from self._stress(token)

    def _text(self, token: Token) -> Iterator[Placed]:
        if token.content:
            written = token.markup if token.type == "text_special" else token.content
            start, end = self._found(written)
            # The backslash of an escape is no text.
            yield (
                {"Text": token.content},
                start + (token.info == "escape" and len(written) > 1),
                end,
            )

    def _stress(self, token: Token) -> Iterator[Placed]:
        what = "Start" if token.nesting > 0 else "End"
        yield tag_event(what, _STRESS[token.tag]), *self._found(token.markup)

    def _found(self, written: str) -> tuple[int, int]:
        start = self.text.find(written, self.at, self._end)
        if start < 0 and "|" in written:
            # In a table it is escaped before anything else is read.
            written = written.replace("|", "\\|")
            start = self.text.find(written, self.at, self._end)
        if start < 0:
            # Written otherwise than it reads: it stands somewhere behind what was found last.
            return self.at, self.at
        self.at = start + len(written)
        return start, self.at

    def _hard_break(self) -> tuple[int, int]:
        start, end = self._found("\n")
        return len(self.text[:start].rstrip(" \\")), end

    def _code(self, fence: str) -> tuple[int, int]:
        start, _ = self._found(fence)
        _, end = self._found(fence)
        return start, end

    def _opening(self, token: Token) -> int:
        return self._found("<" if token.markup == "autolink" else "[")[0]

    def _link(self, token: Token) -> Event:
        target = _target(token, "href")
        if token.markup == "autolink" and not self.text.startswith("mailto:", self.at):
            # Only where it is shown an address of mail gets its scheme.
            target["dest_url"] = target["dest_url"].removeprefix("mailto:")
        return tag_event("Start", {"Link": target})

    def _closed(self, events: list[Placed]) -> Iterator[Placed]:
        event, start, _ = events[0]
        end = self._behind_link(start)
        yield event, start, end
        yield from events[1:]
        yield tag_event("End", "Link"), start, end

    def _behind_link(self, start: int) -> int:
        if self.text.startswith("<", start):
            return self._found(">")[1]
        end = self._found("]")[1]
        behind = self.text[end : end + 1]
        self.at = self._behind_target(end + 1) if behind == "(" else end
        return self._found("]")[1] if behind == "[" else self.at

    def _behind_target(self, at: int) -> int:
        at = self._behind_blanks(at)
        found = parseLinkDestination(self.text, at, self._end)
        at = self._behind_blanks(found.pos if found.ok else at)
        title = parseLinkTitle(self.text, at, self._end)
        return self._behind_blanks(title.pos if title.ok else at) + 1

    def _behind_blanks(self, at: int) -> int:
        while at < self._end and self.text[at] in " \n":
            at += 1
        return at

    def _image(self, token: Token) -> Iterator[Placed]:
        start = self._found("![")[0]
        inner = [each for child in token.children or [] for each in self._event(child)]
        end = self._behind_link(start)
        yield tag_event("Start", {"Image": _target(token, "src")}), start, end
        yield from inner
        yield tag_event("End", "Image"), start, end


def _target(token: Token, name: str) -> dict[str, Any]:
    return {"dest_url": token.attrs.get(name, ""), "title": token.attrs.get("title", "")}
