"""Text as a part of an address: percent-encoded as UTF-8 (RFC 3986, section 2.1; WHATWG URL, 1.3).

``safe`` names the signs that stay as they are where such a part stands.
"""

from urllib.parse import quote, quote_plus

# What no opaque path may hold as it is, by the URL standard (section 4.3), and the `%` itself.
_OPAQUE = {each: f"%{each:02X}" for each in (*range(0x21), *b'"#%<>`{|}', 0x7F)}


def part(text: str, safe: str = "") -> str:
    """A text as one part of an address: a value of a query, a segment of a path."""
    return quote(text, safe=safe)


def path(text: str) -> str:
    """A path of a file as the path of an address: its slashes stay."""
    return quote(text)


def directive(word: str) -> str:
    """A word in a text directive, where `-`, `,` and `&` mean something (URL Fragment Text, 3)."""
    return quote(word, safe="").replace("-", "%2D")


def form_value(text: str, safe: str = "") -> str:
    """A value of a form in an address, in which a space is ``+`` (WHATWG URL, section 5.2)."""
    return quote_plus(text, safe=safe, errors="replace")


def data_address(media_type: str, text: str) -> str:
    """An address that holds the text itself (RFC 2397), in the characters of any address.

    Browsers encode what lies beyond ASCII.
    """
    return f"data:{media_type};charset=utf-8,{text.translate(_OPAQUE)}"


def drawing(svg: str, safe: str) -> str:
    """An SVG of ours for a data address between double quotes in a style sheet."""
    return quote(svg.replace('"', "'"), safe=safe)
