"""Links to the very words of a page: text directives in the fragment of an address.

As the URL Fragment Text Directives of the WICG have them: a browser that knows them scrolls to
the words and marks them, any other opens the page.
"""

import re
from urllib.parse import quote as encoded

# Browsers match short texts whole, and only within one paragraph. Longer ones are given by their
# first and last words.
_LONGEST_WHOLE = 120
_WORDS = 6
# Nor does one text match across paragraphs.
_GAP = re.compile(r"\s*(?:\[…\]|\[\.\.\.\]|\n)\s*")
_DIRECTIVE = ":~:"


def passage_href(href: str, quote: str) -> str | None:
    """The address of a passage on the page ``href``; None where the quotation holds no words."""
    parts = [each for each in _GAP.split(quote.strip()) if each]
    if not parts:
        return None
    page, hash_, fragment = href.partition(_DIRECTIVE)[0].partition("#")
    place = f"{page}{hash_ or '#'}{fragment}"
    return f"{place}{_DIRECTIVE}text={_directive(parts[0], parts[-1], is_whole=len(parts) == 1)}"


def _directive(first: str, last: str, *, is_whole: bool) -> str:
    if is_whole and len(first) <= _LONGEST_WHOLE:
        return _percent(first)
    if is_whole and len(first.split()) <= 2 * _WORDS:
        half = (len(first.split()) + 1) // 2
        return _range(first.split()[:half], first.split()[half:])
    return _range(first.split()[:_WORDS], last.split()[-_WORDS:])


def _range(start: list[str], end: list[str]) -> str:
    texts = [_percent(" ".join(each)) for each in (start, end) if each]
    return ",".join(texts)


def _percent(text: str) -> str:
    # A hyphen would set off a prefix; commas and ampersands are encoded anyway.
    return encoded(text, safe="").replace("-", "%2D")
