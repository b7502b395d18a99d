"""A rough look at a page: its title, its main heading, its words. Linear, whatever comes in.

Good enough to compare two answers of one site; what readers see exactly is read elsewhere.
"""

import re
from html import unescape
from typing import NamedTuple

_MOST_LETTERS = 400_000
_MOST_LINE = 300
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "iframe"})
_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9]*")
_WORD = re.compile(r"\w+")


class Sketch(NamedTuple):
    """The title, the first main heading, and every word in the order of the page."""

    title: str
    heading: str
    words: tuple[str, ...]


def sketch_of(html: str) -> Sketch:
    """A sketch of the first 400,000 characters of a page."""
    parts: dict[str, list[str]] = {"title": [], "h1": [], "": []}
    hidden, within = "", ""
    for piece in html[:_MOST_LETTERS].split("<"):
        tag, _, text = piece.partition(">")
        name = _name(tag)
        if hidden:
            hidden = "" if name == f"/{hidden}" else hidden
            continue
        if name in _UNSEEN:
            hidden = name
            continue
        within = _within(name, within, parts)
        parts[within].append(text)
    words = _WORD.findall(unescape(" ".join(parts[""] + parts["h1"])).casefold())
    return Sketch(_line(parts["title"]), _line(parts["h1"]), tuple(words))


def _name(tag: str) -> str:
    found = _NAME.match(tag)
    return found[0].lower() if found else ""


def _within(name: str, within: str, parts: dict[str, list[str]]) -> str:
    """In which part the text behind a tag stands; of several only the first counts."""
    if name in parts and name and not parts[name]:
        return name
    return "" if name in {f"/{within}", "body", "/head"} else within


def _line(texts: list[str]) -> str:
    return " ".join(unescape(" ".join(texts)[:_MOST_LINE]).split())
