"""Lines of a file with marks under what is meant."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from claimbook.boundaries.terminal import cells, width
from claimbook.text import Mark, plain_lines

# A line longer than this is shown around the mark only.
WIDEST = 100
_BEFORE = 30
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Underline:
    """A mark of one file, the sign to draw under it, and the words behind that."""

    mark: Mark
    sign: str
    text: str = ""

    @property
    def order(self) -> tuple[int, int]:
        """By line, then column."""
        return self.mark.line, self.mark.column


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an excerpt: a line of the file, or (``number`` None) what stands under it."""

    number: int | None
    text: str
    underline: Underline | None = None


def excerpt(text: str, underlines: Iterable[Underline]) -> Iterator[Row]:
    """The marked lines of ``text``, each followed by one row for every mark on it."""
    lines = plain_lines(text).split("\n")
    ordered = sorted(underlines, key=lambda each: each.order)
    last: int | None = None
    for number, group in groupby(ordered, key=lambda each: each.mark.line):
        if number > len(lines):
            continue
        if last is not None and number > last + 1:
            yield Row(None, "...")
        yield from _line(number, lines[number - 1], list(group))
        last = number


# Remembered: one long line may be shown for each of a thousand mistakes in it.
@lru_cache(maxsize=4)
def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


@lru_cache(maxsize=16)
def _shown(line: str) -> tuple[tuple[str, ...], bool]:
    """The cells of a line, and whether they fit as a whole."""
    shown = tuple(cells(line.rstrip()))
    return shown, width("".join(shown)) <= WIDEST


def _line(number: int, line: str, underlines: list[Underline]) -> Iterator[Row]:
    shown, is_short = _shown(line)
    start = min(_start(each, shown) for each in underlines)
    first, last = (0, len(shown)) if is_short else _window(shown, start)
    head = _CUT if first else ""
    tail = _CUT if last < len(shown) else ""
    yield Row(number, f"{head}{''.join(shown[first:last])}{tail}")
    for each in underlines:
        yield Row(None, _drawn(each, shown, (first, last), len(head)), each)


def _drawn(underline: Underline, shown: tuple[str, ...], window: tuple[int, int], head: int) -> str:
    first, last = window
    start = max(_start(underline, shown), first)
    mark = underline.mark
    end = len(shown) if mark.end_line > mark.line else mark.end_column - 1
    before = head + width("".join(shown[first:start]))
    length = max(1, width("".join(shown[start : min(end, last)])))
    words = f" {underline.text}" if underline.text else ""
    return f"{' ' * before}{underline.sign * length}{words}"


def _start(underline: Underline, shown: tuple[str, ...]) -> int:
    return min(underline.mark.column - 1, len(shown))


def _window(shown: tuple[str, ...], start: int) -> tuple[int, int]:
    first = max(0, start - _BEFORE)
    last, columns = first, 0
    while last < len(shown) and columns < WIDEST:
        columns += width(shown[last])
        last += 1
    # Near the end of the line there is room before the mark.
    while first > 0 and columns < WIDEST:
        first -= 1
        columns += width(shown[first])
    return first, last
