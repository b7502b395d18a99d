"""Bytes to text, and the characters that no claim file may hold.

Bidirectional controls and invisible characters make a text read otherwise than it is stored
(Unicode Technical Report 36); joiners U+200C and U+200D stay allowed, Persian, Hindi and emoji
need them. Private-use characters have no meaning anybody could check.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from claimbook import codes
from claimbook.diagnostics import Diagnostic, Outcome, diagnose
from claimbook.text import FILE_START, Mark, SourceFile, Span, mark_at, plain_lines

_CONTROL = "\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u2028\u2029\ufffe\uffff"
_HIDDEN = (
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\ue000-\uf8ff\U000e0000-\U000e007f\U000f0000-\U0010ffff"
)
# What only says where a line may be broken, or nothing.
LAYOUT = "\u00ad\u200b\u2060\ufeff"
_FORBIDDEN = re.compile(f"[{_CONTROL}{_HIDDEN}\ud800-\udfff]")
_ASCII_TEXT = bytes((*b"\t\n", *range(0x20, 0x7F)))
_IS_CONTROL = re.compile(f"[{_CONTROL}]")

# A file full of them is no text; a person needs no more to see that.
MOST_REPORTED = 50
_SAVE_AS_UTF8 = "save the file again with the encoding UTF-8 (in Save as, or in the status bar)"


def decoded(file: SourceFile) -> Outcome[str]:
    """The file's text with LF line ends and without a byte order mark.

    None where it is not UTF-8 or holds forbidden characters; the first of them are reported.
    """
    try:
        text = file.data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Outcome(None, (_not_utf8(file, error),))
    text = plain_lines(text)
    if may_be_shown(text):
        return Outcome(text)
    found = tuple(_forbidden(file.path, text))
    return Outcome(None if found else text, found)


def may_be_shown(text: str) -> bool:
    """Whether a text certainly holds no forbidden character: a quick look instead of a search.

    None of them is printable, to Python's mind; but some that are not printable are allowed.
    """
    if text.isascii():
        return not text.encode("ascii").translate(None, _ASCII_TEXT)
    return text.replace("\n", " ").replace("\t", " ").isprintable()


def hidden_in_value(path: str, mark: Mark, value: str) -> Iterator[Diagnostic]:
    """Forbidden characters that came in as escapes in a value read at ``mark``."""
    for found in _FORBIDDEN.finditer(value):
        yield _diagnostic(Span.of(path, mark), found[0])
        return


def without_hidden(value: str) -> str:
    """A text whose forbidden characters have become U+FFFD, so that none is ever shown."""
    return _FORBIDDEN.sub("\ufffd", value)


def without_forbidden(text: str) -> str:
    """A text of others as a reader sees it: forbidden characters, which nobody sees, are gone."""
    return _FORBIDDEN.sub("", text)


def without_tricks(text: str) -> str:
    """A text of others as :func:`without_hidden`, with the soft hyphens that it came with.

    They, and spaces without width, are left out wherever such a text is read.
    """
    return _FORBIDDEN.sub(_unless_layout, text)


def _unless_layout(found: re.Match[str]) -> str:
    return found[0] if found[0] in LAYOUT else "\ufffd"


def forbidden_in(text: str) -> str | None:
    """What is wrong with the first forbidden character of a text, or None."""
    found = _FORBIDDEN.search(text)
    return _described(found[0]) if found else None


def _forbidden(path: str, text: str) -> Iterator[Diagnostic]:
    every = _FORBIDDEN.finditer(text)
    for found in islice(every, MOST_REPORTED):
        yield _diagnostic(Span.of(path, mark_at(text, found.start(), found.end())), found[0])
    rest = tuple(each.start() for each in every)
    if rest:
        place = Span.of(path, mark_at(text, rest[0], rest[0] + 1))
        yield replace(
            _diagnostic(place, text[rest[0]]),
            message=f"{len(rest):,} more characters that no claim file may hold begin here",
        )


def _diagnostic(span: Span, char: str) -> Diagnostic:
    code = codes.CONTROL_CHARACTER if _IS_CONTROL.match(char) else codes.HIDDEN_CHARACTER
    hint = "delete it; if it came with a copied text, type the text"
    return diagnose(code, span, _described(char), hint)


def _described(char: str) -> str:
    name = unicodedata.name(char, "").lower()
    what = "control" if _IS_CONTROL.match(char) else "invisible or private"
    return f"the {what} character U+{ord(char):04X}{f' ({name})' if name else ''} stands here"


def _not_utf8(file: SourceFile, error: UnicodeDecodeError) -> Diagnostic:
    if file.data.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = Span.of(file.path, FILE_START)
        return diagnose(codes.NOT_UTF8, start, "the file is UTF-16, not UTF-8", _SAVE_AS_UTF8)
    before = plain_lines(file.data[: error.start].decode("utf-8", errors="replace"))
    mark = mark_at(before + "\ufffd", len(before), len(before) + 1)
    byte = file.data[error.start]
    message = f"the byte 0x{byte:02X} is not UTF-8"
    return diagnose(codes.NOT_UTF8, Span.of(file.path, mark), message, _SAVE_AS_UTF8)
