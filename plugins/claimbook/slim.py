"""A page without the bytes that neither readers nor browsers need.

For shells, whose every byte stands again in every page. What goes is white space that is not
shown: next to blocks, and all but one where several meet. What stands in scripts, styles and text
that is set as it was written stays as it is.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_PIECE = re.compile(
    r"(?P<raw><(?P<kind>script|style|pre|textarea)\b.*?(?:</(?P=kind)\s*>|\Z)|<!--.*?(?:-->|\Z))"
    r"|(?P<tag><(?P<slash>/?)(?P<name>[a-zA-Z][\w-]*)(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>)"
    r"|(?P<text>[^<]+|<)",
    re.DOTALL | re.IGNORECASE,
)
# Elements that are no part of a line of text.
_BLOCKS = frozenset(
    {
        *("html", "head", "meta", "link", "title", "base", "body", "header", "nav", "main"),
        *("footer", "section", "article", "aside", "div", "form", "fieldset", "ul", "ol", "dl"),
        *("dt", "dd", "p", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "figcaption", "hr"),
        *("blockquote", "details", "summary", "table", "thead", "tbody", "tr", "noscript"),
        *("path", "g", "rect", "circle", "text"),
    }
)
# Themes set these side by side: white space between them may be seen, within them it begins anew.
_ITEMS = frozenset({"li", "button"})
_VOID = frozenset({"input", "img", "br", "wbr"})
_SPACE = re.compile(r"[ \t\n\r\f]+")
_IN_TAG = re.compile(r"(\"[^\"]*\"|'[^']*')|[ \t\n\r\f]+(>?)")
# A quoted value as a whole, so that none is seen within another; without a name if it needs quotes.
# Addresses and what names them keep theirs: many tools look for links and descriptions by them.
_QUOTED = re.compile(
    r"""( (?!(?:href|src|content|rel|name|property)=)[^\s"'=<>/]+=)"([^\s"'=<>`]+)\""""
    r"""|"[^"]*"|'[^']*'"""
)
# In HTML an `svg` needs no name of its namespace.
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'


@dataclass(slots=True)
class _Piece:
    """A stretch of a page; ``name`` is that of a tag, ``text`` still to be shortened."""

    text: str
    name: str = ""
    is_closing: bool = False
    is_text: bool = False


def slimmed(page: str) -> str:
    """The same page in fewer bytes."""
    pieces = [_piece(each) for each in _PIECE.finditer(page)]
    for each, is_needless in _at_starts(pieces):
        each.text = each.text.lstrip(" ") if is_needless else each.text
    for each, is_needless in _at_ends(pieces):
        each.text = each.text.rstrip(" ") if is_needless else each.text
    return "".join(each.text for each in pieces)


def unquoted(page: str) -> str:
    """The same page without the quotes that values do not need, but for addresses and names."""
    return _PIECE.sub(_without_quotes, page)


def _without_quotes(piece: re.Match[str]) -> str:
    # Before `/>` a slash would become part of the value.
    if not (piece["name"] or piece["kind"]) or piece[0].endswith("/>"):
        return piece[0]
    start, end, rest = piece[0].partition(">") if piece["kind"] else (piece[0], "", "")
    return _QUOTED.sub(_attribute, start) + end + rest


def _attribute(quoted: re.Match[str]) -> str:
    return quoted[1] + quoted[2] if quoted[2] else quoted[0]


def _piece(found: re.Match[str]) -> _Piece:
    if found["text"]:
        return _Piece(_SPACE.sub(" ", found[0]), is_text=True)
    name = (found["name"] or "").lower()
    return _Piece(_tag(found[0], name) if name else found[0], name, bool(found["slash"]))


def _tag(text: str, name: str) -> str:
    short = _IN_TAG.sub(lambda each: each[1] or each[2] or " ", text)
    return short.replace(_NAMESPACE, "") if name == "svg" else short


def _at_starts(pieces: Iterable[_Piece]) -> Iterable[tuple[_Piece, bool]]:
    """Every text, and whether white space at its start is not shown."""
    is_needless = True
    for each in pieces:
        if each.is_text:
            yield each, is_needless
            is_needless = each.text.endswith(" ") if each.text else is_needless
        elif each.name:
            is_needless = _begins_anew(each, each.is_closing, is_needless)


def _at_ends(pieces: list[_Piece]) -> Iterable[tuple[_Piece, bool]]:
    """Every text from the last to the first, and whether white space at its end is not shown."""
    is_needless = True
    for each in reversed(pieces):
        if each.is_text:
            yield each, is_needless
            is_needless = each.text.startswith(" ") if each.text else is_needless
        elif each.name:
            is_needless = _begins_anew(each, not each.is_closing, is_needless)


def _begins_anew(tag: _Piece, is_leaving: bool, is_needless: bool) -> bool:  # noqa: FBT001
    """Whether white space behind a tag is not shown, seen in the direction of the walk."""
    if tag.name in _BLOCKS:
        return True
    if is_leaving or tag.name in _VOID:
        return False
    return tag.name in _ITEMS or is_needless
