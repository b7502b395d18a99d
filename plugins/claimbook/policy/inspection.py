"""What a page holds that a Content-Security-Policy decides about.

A page is looked at twice: a few patterns that begin with a word, and therefore cost no more than
reading it, say whether there can be anything at all; only then it is taken apart. What is missed
here a browser still refuses: this is how its owner learns of it before readers do.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from html import unescape

from claimbook.policy.needs import Found, Need, address, foreign
from claimbook.policy.sheets import loaded_by

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
        rb"src(?<=[\s\"'/]src)(?:doc)?\s*=\s*[\"']?(?:[^\"'/?#\s>]*[:&\x00-\x20]|[/\\]{2})",
        # Where there may be several addresses, any of them may lead elsewhere.
        rb"srcset\s*=",
        rb"url\s*\(",
        rb"ping(?<=[\s\"'/]ping)\s*=",
        rb"background(?<=[\s\"'/]background)\s*=",
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


# White space of HTML, and attributes as browsers tell them apart (HTML, 13.2.5.32 to 13.2.5.39):
# quotation marks mean something behind a `=` alone.
_GAP = r"[\t\n\f\r ]"
_NAME = r"[^\t\n\f\r />][^\t\n\f\r />=]*+"
_DOUBLE, _SINGLE, _BARE = r'"[^"]*"', r"'[^']*'", r"(?![\"'])[^\t\n\f\r >]*+"
_VALUE = rf"{_GAP}*+={_GAP}*+(?:{_DOUBLE}|{_SINGLE}|{_BARE})"
ATTRIBUTES = rf"(?:{_GAP}|/|{_NAME}(?:{_VALUE})?+)*+"
# What a comment ends with, and what browsers take for a comment (13.2.5.42 and the next).
COMMENT = r"<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*>|</(?![a-z])[^>]*>"
_REST = r"[^\t\n\f\r />]*+"
_TAG = rf"</[a-z]{_REST}{ATTRIBUTES}>|<(?P<name>[a-z]{_REST})(?P<attributes>{ATTRIBUTES})>"
_FLAGS = re.DOTALL | re.IGNORECASE | re.ASCII


def _markup(raw: str, before: str = "") -> re.Pattern[str]:
    """Comments and tags; what is in an element of the names ``raw`` is text until its end."""
    text = r"(?P<text>.*?)(?:</(?P=raw)(?=[\t\n\f\r />])|\Z)"
    element = rf"<(?P<raw>{raw})(?=[\t\n\f\r />])(?P<raw_attributes>{ATTRIBUTES})>{text}"
    return re.compile(rf"{before}{COMMENT}|{element}|{_TAG}", _FLAGS)


_TEXTS = "style|textarea|title|xmp|iframe|noembed|noframes"
_MARKUP = _markup(f"script|noscript|{_TEXTS}")
# In drawings and formulas only scripts hold text, and a title holds HTML.
_FOREIGN = _markup("script", r"<!\[CDATA\[.*?(?:\]\]>|\Z)|")
_ATTRIBUTE = re.compile(
    rf"(?P<name>{_NAME})(?:{_GAP}*+={_GAP}*+"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\t\n\f\r >]*+)))?+"
)
# What else stands in a script is data, which no browser runs (HTML, 4.12.1; MIME Sniffing, 4.6).
_RUN = re.compile(
    r"|module|importmap|speculationrules|(?:text|application)/(?:x-)?(?:java|ecma)script"
    r"|text/(?:javascript1\.[0-5]|jscript|livescript)"
)
_LOADED = {
    ("script", "src"): Need.SCRIPT,
    ("script", "href"): Need.SCRIPT,
    ("img", "src"): Need.IMAGE,
    ("input", "src"): Need.IMAGE,
    ("image", "src"): Need.IMAGE,
    ("image", "href"): Need.IMAGE,
    ("feimage", "href"): Need.IMAGE,
    ("body", "background"): Need.IMAGE,
    ("table", "background"): Need.IMAGE,
    ("td", "background"): Need.IMAGE,
    ("th", "background"): Need.IMAGE,
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
# Several addresses, and by what they are parted.
_LISTS = {
    ("img", "srcset"): (Need.IMAGE, ","),
    ("source", "srcset"): (Need.IMAGE, ","),
    ("link", "imagesrcset"): (Need.IMAGE, ","),
    ("a", "ping"): (Need.CONNECTION, " "),
    ("area", "ping"): (Need.CONNECTION, " "),
}
_NAVIGATIONS = frozenset({"href", "action", "formaction", "src", "xlink:href"})
_RELATIONS = {
    "stylesheet": Need.STYLE,
    "modulepreload": Need.SCRIPT,
    "icon": Need.IMAGE,
    "apple-touch-icon": Need.IMAGE,
    "manifest": Need.OTHER,
    "prefetch": Need.OTHER,
    "prerender": Need.OTHER,
}
_PRELOADED = {
    "script": Need.SCRIPT,
    "style": Need.STYLE,
    "font": Need.FONT,
    "image": Need.IMAGE,
    "audio": Need.MEDIA,
    "video": Need.MEDIA,
    "track": Need.MEDIA,
    "fetch": Need.CONNECTION,
}
_PLUGINS = frozenset({"object", "embed", "applet"})


def inspected(page: str) -> Iterator[Found]:
    """All that a whole page wants to run or load, in its order; its own files are not named.

    Where drawings and formulas end, and what is HTML within them, only a whole parser knows. So a
    page that has any is read in both ways, and what either finds counts.
    """
    found = dict.fromkeys(_read(page, knows_foreign=False))
    root = _FOREIGN_ROOT.search(page)
    if root and _READ_OTHERWISE.search(page, root.end()):
        found |= dict.fromkeys(_read(page, knows_foreign=True))
    yield from sorted(found, key=lambda each: each.at)


def _read(page: str, *, knows_foreign: bool) -> Iterator[Found]:
    # Behind the last `>` there can be no element: else each `<` would be followed to the end.
    at, depth, end = 0, 0, page.rfind(">") + 1
    while found := (_FOREIGN if depth else _MARKUP).search(page, at, end):
        at = found.end()
        if found["raw"]:
            yield from _raw(found, is_foreign=depth > 0)
        elif found["name"]:
            yield from _element(found["name"].lower(), _told(found["attributes"]), found.start())
        depth += _deeper(found) if knows_foreign else 0
        depth = max(depth, 0)


def _deeper(found: re.Match[str]) -> int:
    """How much deeper what follows stands in drawings and formulas."""
    if _CLOSING.match(found[0]):
        return -1
    return int(bool(_FOREIGN_ROOT.match(found[0])) and not _CLOSED_ITSELF.search(found[0]))


# What is text in HTML and not there, or the other way round; `noscript` is looked into anyway.
_READ_OTHERWISE = re.compile(rf"<(?:{_TEXTS})|<!\[CDATA\[", re.IGNORECASE | re.ASCII)
_FOREIGN_ROOT = re.compile(r"<(?:svg|math)(?=[\t\n\f\r />])", re.IGNORECASE | re.ASCII)
# A `/` behind a bare value is a part of it.
_CLOSED_ITSELF = re.compile(r"(?<!=)(?:^|[\t\n\f\r \"'])[^\t\n\f\r \"'=]*/>$")
_CLOSING = re.compile(r"</(?:svg|math)[\t\n\f\r />]", re.IGNORECASE | re.ASCII)


def _raw(found: re.Match[str], *, is_foreign: bool) -> Iterator[Found]:
    name, told, at = found["raw"].lower(), _told(found["raw_attributes"]), found.start()
    yield from _element(name, told, at)
    if name == "style":
        yield Found(Need.INLINE_STYLE, found["text"], at)
        yield from (replace(each, at=at) for each in loaded_by(found["text"]))
    elif name == "noscript":
        # Text to browsers that run scripts, markup to all others.
        yield from (replace(each, at=at) for each in inspected(found["text"]))
    elif name == "script" and _is_inline(told, is_foreign=is_foreign):
        yield Found(Need.INLINE_SCRIPT, found["text"], at)


def _is_inline(told: Mapping[str, str], *, is_foreign: bool) -> bool:
    is_loaded = "src" in told or (is_foreign and ("href" in told or "xlink:href" in told))
    return not is_loaded and bool(_RUN.fullmatch(told.get("type", "").strip().lower()))


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
        yield from foreign(Need.BASE, told["href"], at)
    if name == "link":
        yield from _linked(told, at)
    for attribute, value in told.items():
        yield from _attribute(name, attribute, value, at)


def _attribute(name: str, attribute: str, value: str, at: int) -> Iterator[Found]:
    if attribute == "style":
        yield Found(Need.STYLE_ATTRIBUTE, value, at)
    elif attribute.startswith("on"):
        yield Found(Need.EVENT_HANDLER, attribute, at)
    elif attribute in _NAVIGATIONS and address(value).lower().startswith("javascript:"):
        yield Found(Need.SCRIPT_LINK, value, at)
    elif read := _READERS.get(attribute):
        yield from (replace(each, at=at) for each in read(value))
    elif several := _LISTS.get((name, attribute)):
        for each in value.split(several[1]):
            yield from foreign(several[0], (each.split() or [""])[0], at)
    elif need := _LOADED.get((name, attribute.removeprefix("xlink:"))):
        yield from foreign(need, value, at)


def _linked(told: dict[str, str], at: int) -> Iterator[Found]:
    for relation in told.get("rel", "").lower().split():
        need = _RELATIONS.get(relation)
        if relation == "preload":
            need = _PRELOADED.get(told.get("as", "").lower())
        if need:
            yield from foreign(need, told.get("href", ""), at)


# Those of SVG whose values are as in style sheets.
_PAINTS = (
    *("fill", "stroke", "mask", "clip-path", "filter", "cursor"),
    *("marker", "marker-start", "marker-mid", "marker-end"),
)
# A page within the page has the policy of the page around it.
_READERS: dict[str, Callable[[str], Iterator[Found]]] = {
    "srcdoc": inspected,
    **dict.fromkeys(_PAINTS, loaded_by),
}
