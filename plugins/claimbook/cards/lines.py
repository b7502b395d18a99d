"""Breaking a claim into lines: as large as it fits, and lines of even length."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

# How wide a text is at a size, in pixels.
Measure = Callable[[str, int], float]
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Setting:
    """A text as it will be set."""

    lines: tuple[str, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Box:
    """Where a text must go: ``sizes`` from large to small; ``leading`` is a line's share of it."""

    width: float
    height: float
    sizes: tuple[int, ...]
    leading: float

    def rows(self, size: int) -> int:
        """How many lines of a size stand one above the other."""
        return max(1, int(self.height // (size * self.leading)))


def fitted(text: str, box: Box, measure: Measure) -> Setting:
    """The text at the largest size that holds it; cut at the smallest where none does."""
    words = text.split()
    for size in box.sizes:
        lines = _broken(words, size, box.width, measure)
        if len(lines) <= box.rows(size) and _widest(lines, size, measure) <= box.width:
            return Setting(_balanced(words, lines, size, box.width, measure), size)
    return _cut(words, box, measure)


def shortened(text: str, width: float, size: int, measure: Measure) -> str:
    """One line that is no wider than ``width``, with an ellipsis where it had to be cut."""
    if measure(text, size) <= width:
        return text
    kept = len(text)
    while kept and measure(text[:kept].rstrip() + ELLIPSIS, size) > width:
        kept -= 1 + kept // 24
    return text[:kept].rstrip(" ,;:–—") + ELLIPSIS


def _broken(words: list[str], size: int, width: float, measure: Measure) -> list[str]:
    return list(_lines(words, size, width, measure))


def _lines(words: list[str], size: int, width: float, measure: Measure) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if line and measure(longer, size) > width:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def _widest(lines: list[str], size: int, measure: Measure) -> float:
    return max((measure(line, size) for line in lines), default=0)


def _balanced(
    words: list[str], lines: list[str], size: int, width: float, measure: Measure
) -> tuple[str, ...]:
    """The same number of lines in the narrowest column that holds them."""
    narrow, wide = width / 2, width
    for _ in range(6):
        middle = (narrow + wide) / 2
        tried = _broken(words, size, middle, measure)
        if len(tried) == len(lines) and _widest(tried, size, measure) <= middle:
            lines, wide = tried, middle
        else:
            narrow = middle
    return tuple(lines)


def _cut(words: list[str], box: Box, measure: Measure) -> Setting:
    size = box.sizes[-1]
    # A card holds some hundred words; nobody measures the rest.
    most = words[: box.rows(size) * 40]
    lines = _broken(most, size, box.width, measure)
    kept = lines[: box.rows(size)]
    if len(lines) > len(kept) or len(most) < len(words):
        kept[-1] = f"{kept[-1]}{ELLIPSIS}"
    return Setting(tuple(shortened(line, box.width, size, measure) for line in kept), size)
