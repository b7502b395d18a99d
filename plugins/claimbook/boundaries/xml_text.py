"""Text as it may stand in XML 1.0, whatever is in it."""

import re

# What XML 1.0 cannot hold (section 2.2, Char), and the controls that it advises against.
_UNFIT = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]"
)
_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_HAS_SIGN = re.compile('[&<>"]')


def fit(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return text if text.isprintable() else _UNFIT.sub("", text)


def line(text: str) -> str:
    """A text that XML can hold, on one line."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(fit(text).split())


def escaped(text: str) -> str:
    """A text for the content of an element, or for an attribute between double quotes."""
    return text.translate(_SIGNS) if _HAS_SIGN.search(text) else text
