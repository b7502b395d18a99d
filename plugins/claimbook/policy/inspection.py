"""What a page holds that a Content-Security-Policy decides about.

A page is looked at twice: a few patterns that begin with a word, and therefore cost no more than
reading it, say whether there can be anything at all; only then it is taken apart. What is missed
here a browser still refuses: this is how its owner learns of it before readers do.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import unescape
from urllib.parse import urlsplit


class Need(StrEnum):
    """What a page wants to do."""

    INLINE_SCRIPT = "inline-script"
    INLINE_STYLE = "inline-style"
    STYLE_ATTRIBUTE = "style-attribute"
    EVENT_HANDLER = "event-handler"
    SCRIPT_LINK = "script-link"
    OBJECT = "object"
    BASE = "base"
    SCRIPT = "scripts"
    STYLE = "styles"
    IMAGE = "images"
    MEDIA = "media"
    FONT = "fonts"
    FRAME = "frames"
    FORM = "forms"


@dataclass(frozen=True, slots=True)
class Found:
    """A need at a place of a page; ``what`` is the text of an element, an address or a name."""

    need: Need
    what: str
    at: int


_LINK = (
    rb"<link(?! rel=\"?(?:alternate|canonical|license|icon))"
    rb"[^>]*\shref\s*=\s*[\"']?(?:[^\"'/?#\s>]*[:&]|[/\\]{2})"
)
# Each begins with a plain word, by which the engine of the patterns leaps ahead.
_SIGNS = tuple(
    re.compile(pattern)
    for pattern in (
        rb"<script(?! type=\"?application/(?:ld\+)?json)",
        rb"<style",
        rb"<(?:iframe|object|embed|base|frame|applet)",
        _LINK,
        rb"style(?<=[\s\"'/]style)\s*=",
        rb"on(?<=[\s\"'/]on)[a-z]+\s*=",
        rb"src(?<=[\s\"'/]src)(?:set|doc)?\s*=\s*[\"']?(?:[^\"'/?#\s>]*[:&\x00-\x20]|[/\\]{2})",
        rb"poster(?<=[\s\"'/]poster)\s*=",
        rb"action(?<=[\s\"'/mn]action)\s*=",
        rb"href(?<=[\s\"'/:]href)\s*=\s*[\"']?(?!https?:|mailto:)[^\"'/?#\s>]*[:&\x00-\x20]",
    )
)


def is_plain(fragment: bytes) -> bool:
    """Whether a part of a page certainly holds nothing that needs more than the site's own files.

    It is looked at in small letters, as browsers do.
    """
    small = fragment.lower()
    return not any(sign.search(small) for sign in _SIGNS)


_RAW = "script|style|textarea|title|xmp"
_ATTRIBUTES = r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*+"
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)"
    rf"|<(?P<raw>{_RAW})(?=[\s/>])(?P<raw_attributes>{_ATTRIBUTES})>"
    r"(?P<text>.*?)(?:</(?P=raw)[\s/>]|\Z)"
    rf"|<(?P<name>[a-z][^\s/>]*)(?P<attributes>{_ATTRIBUTES})>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'>/=]+)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'"
    r"|(?P<bare>[^\s\"'>]+)))?"
)
# Their content is data, which no browser runs.
_DATA = frozenset({"application/json", "application/ld+json"})
_LOADED = {
    ("script", "src"): Need.SCRIPT,
    ("script", "href"): Need.SCRIPT,
    ("img", "src"): Need.IMAGE,
    ("input", "src"): Need.IMAGE,
    ("image", "href"): Need.IMAGE,
    ("use", "href"): Need.IMAGE,
    ("video", "poster"): Need.IMAGE,
    ("video", "src"): Need.MEDIA,
    ("audio", "src"): Need.MEDIA,
    ("source", "src"): Need.MEDIA,
    ("track", "src"): Need.MEDIA,
    ("iframe", "src"): Need.FRAME,
    ("frame", "src"): Need.FRAME,
    ("form", "action"): Need.FORM,
    ("button", "formaction"): Need.FORM,
    ("input", "formaction"): Need.FORM,
}
_SETS = frozenset({("img", "srcset"), ("source", "srcset")})
_NAVIGATIONS = frozenset({"href", "action", "formaction", "src", "xlink:href"})
_RELATIONS = {
    "stylesheet": Need.STYLE,
    "modulepreload": Need.SCRIPT,
    "icon": Need.IMAGE,
    "apple-touch-icon": Need.IMAGE,
}
_PRELOADED = {
    "script": Need.SCRIPT,
    "style": Need.STYLE,
    "font": Need.FONT,
    "image": Need.IMAGE,
}
_PLUGINS = frozenset({"object", "embed", "applet"})
# What browsers leave out of an address (URL Standard, 4.1).
_LEFT_OUT = re.compile(r"[\t\n\r]")
_CONTROLS = "".join(map(chr, range(33)))


def inspected(page: str) -> Iterator[Found]:
    """All that a whole page wants to run or load, in its order; its own files are not named."""
    for found in _MARKUP.finditer(page):
        if found["raw"]:
            yield from _raw(found)
        elif found["name"]:
            name, told = found["name"].lower(), _told(found["attributes"])
            yield from _element(name, told, found.start())


def _raw(found: re.Match[str]) -> Iterator[Found]:
    name, told, at = found["raw"].lower(), _told(found["raw_attributes"]), found.start()
    yield from _element(name, told, at)
    if name == "style":
        yield Found(Need.INLINE_STYLE, found["text"], at)
    elif name == "script" and "src" not in told and told.get("type", "").lower() not in _DATA:
        yield Found(Need.INLINE_SCRIPT, found["text"], at)


def _told(attributes: str) -> dict[str, str]:
    told: dict[str, str] = {}
    for each in _ATTRIBUTE.finditer(attributes):
        value = each["double"] or each["single"] or each["bare"] or ""
        told.setdefault(each["name"].lower(), unescape(value))
    return told


def _element(name: str, told: dict[str, str], at: int) -> Iterator[Found]:
    if name in _PLUGINS:
        yield Found(Need.OBJECT, name, at)
    if name == "base" and "href" in told:
        yield from _foreign(Need.BASE, told["href"], at)
    if name == "link":
        yield from _linked(told, at)
    for attribute, value in told.items():
        yield from _attribute(name, attribute, value, at)


def _attribute(name: str, attribute: str, value: str, at: int) -> Iterator[Found]:
    if attribute == "style":
        yield Found(Need.STYLE_ATTRIBUTE, value, at)
    elif attribute.startswith("on"):
        yield Found(Need.EVENT_HANDLER, attribute, at)
    elif attribute in _NAVIGATIONS and _address(value).lower().startswith("javascript:"):
        yield Found(Need.SCRIPT_LINK, value, at)
    elif (name, attribute) in _SETS:
        for each in value.split(","):
            yield from _foreign(Need.IMAGE, (each.split() or [""])[0], at)
    elif need := _LOADED.get((name, attribute.removeprefix("xlink:"))):
        yield from _foreign(need, value, at)


def _linked(told: dict[str, str], at: int) -> Iterator[Found]:
    for relation in told.get("rel", "").lower().split():
        need = _RELATIONS.get(relation)
        if relation == "preload":
            need = _PRELOADED.get(told.get("as", "").lower())
        if need:
            yield from _foreign(need, told.get("href", ""), at)


def _foreign(need: Need, value: str, at: int) -> Iterator[Found]:
    """The need for an address that does not lead to a file of the site itself."""
    address = _address(value).replace("\\", "/")
    if need is Need.IMAGE and address.lower().startswith("data:"):
        return
    if address.startswith("//") or re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", address):
        yield Found(need, address, at)


def _address(value: str) -> str:
    return _LEFT_OUT.sub("", value.strip(_CONTROLS))


def origin(address: str) -> str:
    """Whose an address is, as a policy names it; empty where it names nobody."""
    try:
        parts = urlsplit(f"https:{address}" if address.startswith("//") else address)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
