"""Links to the very words of a page: text directives in the fragment of an address.

As the URL Fragment Text Directives of the WICG have them: a browser that knows them scrolls to
the words and marks them, any other opens the page.
"""

import re
from functools import lru_cache

from claimbook.boundaries.addresses import directive

# Browsers match short texts whole, and only within one paragraph. Longer ones are given by their
# first and last words.
_LONGEST_WHOLE = 120
_WORDS = 6
# How many letters tell the first words from all others of a page, and what is the least at the
# end: that is looked for behind these, so it must not come earlier in the quotation, no more.
_FIRST_LETTERS, _FIRST_WORDS = 30, 3
_LAST_LETTERS, _LAST_WORDS = 12, 2
# Nor does one text match across paragraphs.
_GAP = re.compile(r"\s*(?:\[…\]|\[\.\.\.\]|\n)\s*")
_PLAIN = re.compile("[A-Za-z0-9_.~ ]+")
_DIRECTIVE = ":~:"


def passage_href(href: str, quote: str) -> str | None:
    """The address of a passage on the page ``href``; None where the quotation holds no words."""
    texts = _texts(quote)
    if not texts:
        return None
    page, hash_, fragment = href.partition(_DIRECTIVE)[0].partition("#")
    return f"{page}{hash_ or '#'}{fragment}{_DIRECTIVE}text={texts}"


# The same passage is looked for on a page and in its archived copies.
@lru_cache(maxsize=256)
def _texts(quote: str) -> str:
    text = quote.strip()
    has_gap = "[" in text or "\n" in text
    parts = [each for each in _GAP.split(text) if each] if has_gap else [text] if text else []
    return _whole_or_ends(parts) if parts else ""


def _whole_or_ends(parts: list[str]) -> str:
    if len(parts) == 1 and len(parts[0]) <= _LONGEST_WHOLE:
        return _percent(parts[0])
    first = parts[0].split(None, 2 * _WORDS)
    if len(parts) == 1 and len(first) <= 2 * _WORDS:
        half = (len(first) + 1) // 2
        return _range(first[:half], first[half:])
    end = _last_words(parts[0]) if len(parts) == 1 else _last(_WORDS, parts[-1])
    return _range(_first_words(first[:_WORDS]), end)


def _first_words(words: list[str]) -> list[str]:
    length = -1
    for count, word in enumerate(words, start=1):
        length += 1 + len(word)
        if length >= _FIRST_LETTERS and count >= _FIRST_WORDS:
            return words[:count]
    return words


def _last_words(text: str) -> list[str]:
    """The fewest last words that do not stand in the text before; browsers ignore capitals."""
    lowered = text.lower()
    for count in range(_LAST_WORDS, _WORDS):
        end = " ".join(_last(count, lowered))
        if len(end) >= _LAST_LETTERS and lowered.find(end) == len(lowered) - len(end):
            return _last(count, text)
    return _last(_WORDS, text)


def _last(count: int, text: str) -> list[str]:
    return text.rsplit(None, count)[-count:]


def _range(start: list[str], end: list[str]) -> str:
    texts = [_percent(" ".join(each)) for each in (start, end) if each]
    return ",".join(texts)


def _percent(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text.replace(" ", "%20")
    return "%20".join([_percent_word(each) for each in text.split(" ")])


def _percent_word(word: str) -> str:
    if word.isalnum() and word.isascii():
        return word
    # A hyphen would set off a prefix; commas and ampersands are encoded anyway.
    return directive(word)
