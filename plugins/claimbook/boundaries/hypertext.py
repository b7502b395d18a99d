"""Text as it may stand in HTML (WHATWG HTML, section 13.1: elements, attributes)."""

import html
import re

# What ends an unquoted attribute value, or must not stand in one (section 13.1.2.3).
_UNQUOTED = re.compile(r"[\s\"'=<>`&]")


def escaped(text: str) -> str:
    """A text for the content of an element, or for an attribute between quotes of either kind."""
    return html.escape(text, quote=True)


def content(text: str) -> str:
    """A text for the content of an element alone, where quotation marks mean nothing."""
    return html.escape(text, quote=False)


def unquoted(text: str) -> str:
    """A text for an attribute without quotes around it; an empty one becomes a space."""
    return _UNQUOTED.sub(lambda found: f"&#{ord(found[0])};", text) or "&#32;"


def without_brackets(text: str) -> str:
    """A text whose angle brackets have become quotation marks that look like them.

    For themes that take the escapes back: they strip tags from a title and print what is left.
    """
    return text.replace("<", "‹").replace(">", "›")


def without_escaped_brackets(text: str) -> str:
    """As :func:`without_brackets`, of a text that is escaped already."""
    return text.replace("&lt;", "‹").replace("&gt;", "›")
