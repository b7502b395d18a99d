"""Text for formats in which a line is all: RIS, and whatever is cited on one line.

A record of RIS is lines of two letters, two spaces, a hyphen and a value ("RIS File Format
Specifications"); nothing but the end of a line ends a value.
"""

from functools import lru_cache


# One work is written in a dozen formats, and each asks this of the same texts.
@lru_cache(maxsize=1024)
def one_line(text: str) -> str:
    """A text without line ends and other characters that are not printed."""
    # A space is the only sign between words that is printed: most texts are such lines already.
    if text.isprintable() and "  " not in text and text == text.strip():
        return text
    kept = text if text.isprintable() else "".join(filter(_is_kept, text))
    return " ".join(kept.split())


def _is_kept(char: str) -> bool:
    return char.isprintable() or char.isspace()
