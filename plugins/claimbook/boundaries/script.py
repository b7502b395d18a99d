"""Data in ``script`` and ``style`` elements, which know no character references.

Nothing in them may look like their end, like a comment or like another such element (WHATWG HTML,
section 4.12.1.3, "Restrictions for contents of script elements").
"""

import json
import re

from claimbook.data import json_bytes, json_text

_UNSAFE = re.compile("[<>&\u2028\u2029]")
_SAFE = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})
_SIGNS = tuple((chr(key).encode(), told.encode()) for key, told in _SAFE.items())
_UNSAFE_IN_STRING = re.compile(r"[<>&'`$]")


def safe_json(value: object) -> str:
    """JSON (RFC 8259) on one line in which no character means anything to HTML.

    Nor does one end a line of script: U+2028 and U+2029 did so before ECMAScript 2019.
    """
    text = json_text(value)
    return text.translate(_SAFE) if _UNSAFE.search(text) else text


def safe_json_bytes(value: object) -> bytes:
    """As :func:`safe_json`, in UTF-8."""
    data = json_bytes(value)
    for sign, instead in _SIGNS:
        if sign in data:
            data = data.replace(sign, instead)
    return data


def in_string(text: str) -> str:
    """A text for a string literal of a script, between quotes of any kind or back quotes."""
    quoted = json.dumps(text)[1:-1]
    return _UNSAFE_IN_STRING.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def style_sheet(sheet: str) -> str:
    """A style sheet of ours that cannot end its ``style`` element (CSS Syntax 3, section 4.3.7)."""
    return sheet.replace("</", "<\\/")
