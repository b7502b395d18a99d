"""Characters as a terminal or a job's log may be shown them: harmless, and as wide as they look.

What steers a terminal begins with a control (ECMA-48, section 5), among them the marks by which
GitLab folds its logs (``ESC [0K section_start:``, GitLab documentation, "Custom collapsible
sections"); none is left. Two more things are obeyed by the runners of forges, see below.
"""

import re
import unicodedata

TAB_STOP = 4
_HARMLESS_SPACES = frozenset({" ", "\u00a0", "\u3000"})
# Joiners that scripts and emoji need (see `characters`): shown as nothing, and harmless.
_JOINERS = frozenset({"\u200c", "\u200d"})


# GitHub's and Azure's runners obey `##[command]` and `##vso[command]` anywhere in a line of a
# job's log, so the bracket is shown as its wide twin.
_COMMAND = re.compile(r"(##\w*)\[")
_BRACKET = "\uff3b"
# And GitHub's obey `::command::` where a line begins with it ("Workflow commands").
_COLONS = re.compile(r"(\s*):(?=:)")
_COLON = "\uff1a"


def neutral(text: str) -> str:
    """``text`` on one line, without a character that could steer a terminal or hide words."""
    shown = "".join(_glyph(char, 0) for char in text.replace("\t", " "))
    if ":" in shown:
        shown = _begun_with_colons(shown)
    return _COMMAND.sub(rf"\1{_BRACKET}", shown)


def _begun_with_colons(line: str) -> str:
    found = _COLONS.match(line)
    return f"{found[1]}{_COLON}{line[found.end() :]}" if found else line


def cells(line: str) -> list[str]:
    """What is shown for each code point of a line; tabs reach to the next stop."""
    shown: list[str] = []
    column = 0
    for char in line:
        glyph = _glyph(char, column)
        shown.append(glyph)
        column += width(glyph)
    for found in _COMMAND.finditer(line):
        shown[found.end() - 1] = _BRACKET
    return shown


def width(text: str) -> int:
    """How many columns harmless text takes in a terminal."""
    return sum(_width(char) for char in text)


def _glyph(char: str, column: int) -> str:
    if char == "\t":
        return " " * (TAB_STOP - column % TAB_STOP)
    if char.isprintable() or char in _HARMLESS_SPACES or char in _JOINERS:
        return char
    if char in "\r\n":
        return " "
    if ord(char) < 32:  # noqa: PLR2004 - the C0 controls have pictures of their own
        return chr(0x2400 + ord(char))
    return f"<U+{ord(char):04X}>"


def _width(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
