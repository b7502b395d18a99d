"""The visible text of a saved web page: needs ``selectolax``, of ``claimbook[snapshots]``.

What a browser without scripts would show when the page is opened and everything is unfolded.
Spaces fall together as in CSS Text 3, 4.1; elements that browsers display as blocks (HTML
Standard, 15.3) end a paragraph.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimbook.snapshots.encodings import page_text
from claimbook.snapshots.saved import Given, Saved, Unread
from claimbook.snapshots.tidy import tidy

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# The library takes quadratic time for what is nested: 10,000 deep are a sixth of a second.
_DEEPEST = 10_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_HEAD = 3_000
# Ended by what follows them, so that they never nest; the void elements too.
_FLAT = frozenset(
    (
        *("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option"),
        *("optgroup", "rt", "rp", "body", "head", "html", "caption", "colgroup", "area"),
        *("base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"),
        *("track", "wbr", "param", "path"),
    )
)
_UNSEEN = frozenset(
    (
        *("head", "script", "style", "template", "noscript", "iframe", "object", "embed"),
        *("canvas", "audio", "video", "select", "datalist", "svg", "rp", "rt", "title", "area"),
        *("map", "frameset", "annotation", "annotation-xml", "noembed", "noframes"),
    )
)
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr"),
        *("html", "legend", "li", "listing", "main", "menu", "nav", "ol", "p", "plaintext"),
        *("pre", "search", "section", "summary", "table", "ul", "xmp"),
    )
)
_ROWS = frozenset({"tr", "thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th"})
_AS_WRITTEN = frozenset({"pre", "textarea", "listing", "plaintext", "xmp"})
_SPACES = re.compile(r"[ \t\n\r\f]+")
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_FROM = re.compile(r"<!-- saved from url=\(\d{1,5}\)(\S{1,2000}) -->")
_SINGLE_FILE = re.compile(
    r"<!--\s+Page saved with SingleFile\s+url: (?P<url>\S{1,2000})\s+saved date: "
    r"\w{3} (?P<month>\w{3}) (?P<day>\d{2}) (?P<year>\d{4})"
)
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def read_page(given: Given) -> Saved:
    """The text of a page, and what the program that saved it wrote into it."""
    html = page_text(given.data, given.charset)
    address, captured = _told(html[:_HEAD])
    return Saved(visible_text(html), "text/html", ".txt", captured, address)


def visible_text(html: str) -> str:
    """The text that a reader of a page sees, with a blank line between its blocks."""
    # Imported where it is needed: everything else works without.
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415

    if _depth(html) > _DEEPEST:
        raise Unread(f"its elements are nested more than {_DEEPEST:,} deep, as in no real page")
    root = LexborHTMLParser(html).root
    # What stands between its own line ends is as it was written.
    return tidy("".join(_Writing().pieces(root))) if root else ""


def _depth(html: str) -> int:
    """About how deep the elements of a page are nested."""
    open_now = deepest = 0
    for found in _TAG.finditer(html):
        if found[2].lower() not in _FLAT:
            open_now = max(open_now - 1, 0) if found[1] else open_now + 1
            deepest = max(deepest, open_now)
    return deepest


def _told(head: str) -> tuple[str, str]:
    """Where and when a page was saved, as browsers and SingleFile write it into the file."""
    single = _SINGLE_FILE.search(head)
    if single and single["month"] in _MONTHS:
        month = _MONTHS.index(single["month"]) + 1
        return single["url"], f"{single['year']}-{month:02}-{single['day']}"
    saved = _FROM.search(head)
    return (saved[1] if saved else ""), ""


class _Writing:
    """Text in the making: what has been written decides which space comes next."""

    def __init__(self) -> None:
        self._gap = ""
        self._has_begun = False
        self._as_written = 0

    def pieces(self, root: "LexborNode") -> Iterator[str]:
        """The text below a node; without recursion, for pages may be nested deep."""
        node: LexborNode | None = root
        while node is not None:
            if node.is_text_node:
                yield from self._text(node.text_content or "")
            inner = self._entered(node)
            node = inner or self._after(node, root)

    def _entered(self, node: "LexborNode") -> "LexborNode | None":
        """The first node within one that is shown."""
        if not node.is_element_node or _is_hidden(node):
            return None
        self._edge(node)
        first = node.first_child
        self._as_written += first is not None and node.tag in _AS_WRITTEN
        return first

    def _after(self, node: "LexborNode", root: "LexborNode") -> "LexborNode | None":
        """The next node behind one and all that is in it."""
        at: LexborNode | None = node
        while at is not None and at.mem_id != root.mem_id:
            if at.next is not None:
                return at.next
            at = at.parent
            if at is not None:
                self._left(at)
        return None

    def _left(self, node: "LexborNode") -> None:
        self._as_written -= node.tag in _AS_WRITTEN
        self._edge(node)

    def _edge(self, node: "LexborNode") -> None:
        """Note what stands between the text so far and what comes."""
        tag = node.tag or ""
        if tag == "br":
            self._wants("\n")
        elif tag in _BLOCKS:
            self._wants("\n\n")
        elif tag in _ROWS:
            self._wants("\n")
        elif tag in _CELLS:
            self._wants("\t")

    def _wants(self, gap: str) -> None:
        self._gap = max(self._gap, gap, key=_STRENGTH.index)

    def _text(self, text: str) -> Iterator[str]:
        if self._as_written:
            yield from self._said(text)
            return
        lean = _SPACES.sub(" ", text)
        if lean.startswith(" "):
            self._wants(" ")
        if lean.strip(" "):
            yield from self._said(lean.strip(" "))
            if lean.endswith(" "):
                self._wants(" ")

    def _said(self, text: str) -> Iterator[str]:
        if text and self._has_begun:
            yield self._gap
        if text:
            yield text
            self._gap, self._has_begun = "", True


_STRENGTH = ["", " ", "\t", "\n", "\n\n"]


def _is_hidden(node: "LexborNode") -> bool:
    if node.tag in _UNSEEN:
        return True
    told = node.attributes
    is_closed = node.tag == "dialog" and "open" not in told
    return is_closed or "hidden" in told or bool(_HIDDEN.search(told.get("style") or ""))
