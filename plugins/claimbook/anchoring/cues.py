"""Subtitles with time codes: WebVTT (W3C, section 4) and SubRip.

What cannot be read is reported with its place, and the rest is read all the same: libraries for
these formats stop at the first mistake, and forget where in the file a word stands.
"""

import html
import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from claimbook.anchoring.assembly import Assembly, unwrapped
from claimbook.anchoring.mapped import Piece
from claimbook.anchoring.plain import paragraphs
from claimbook.anchoring.shapes import Block, BlockKind, DocumentText, Fault
from claimbook.characters import without_hidden

_TIME = r"(?:([0-9]{2,4}):)?([0-5][0-9]):([0-5][0-9])[.,]([0-9]{3})"
_TIMES = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t][^\n]*)?")
_NO_CUE = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)(?![^ \t\n])")
_MOST_FAULTS = 50
_MARK = re.compile(
    r"<v(?:\.[^\s<>]{0,80})?[ \t]+(?P<speaker>[^<>\n]{1,200})>"
    r"|</?[A-Za-z0-9][^<>\n]{0,200}>|</>|\{\\[^{}\n]{1,80}\}"
    r"|&(?:amp|lt|gt|nbsp|lrm|rlm|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});"
)
_HEADER = "the file does not begin with `WEBVTT`"
_HEADER_HINT = "write `WEBVTT` on the first line, and a blank line below it"
_TIMES_HINT = "write `00:01:02.000 --> 00:01:05.500` on the line above the words"


class _Times(NamedTuple):
    start: float
    end: float


def read_cues(raw: str, *, is_webvtt: bool) -> DocumentText:
    """The cues of a file of subtitles, the words of each speaker in it as a block."""
    reader = _Reader(raw)
    if is_webvtt and not re.match(r"WEBVTT(?:[ \t\n]|\Z)", raw):
        reader.report(_HEADER, _HEADER_HINT, 0, len(raw.partition("\n")[0]))
    for start, end in paragraphs(raw):
        if not _NO_CUE.match(raw, start):
            reader.cue(start, end)
    return reader.assembly.made(reader.faults)


class _Reader:
    """Walks the cues of one file once."""

    def __init__(self, raw: str) -> None:
        self.assembly = Assembly()
        self.faults: list[Fault] = []
        self._raw = raw
        self._last = 0.0

    def report(self, message: str, hint: str, start: int, end: int) -> None:
        """Say what is wrong between two offsets; of very much no more than the first."""
        if len(self.faults) < _MOST_FAULTS:
            self.faults.append(Fault(message, hint, start, end))

    def cue(self, start: int, end: int) -> None:
        """Read what stands between two blank lines."""
        found = self._time_codes(start)
        if found is None or found.end() > end:
            message, line_end = "no time codes stand above these words", self._line_end(start)
            self.report(message, _TIMES_HINT, start, min(end, line_end))
            return
        times = _times(found)
        self._judge(times, found)
        for pieces, speaker in _voices(self._raw, found.end(), end):
            self.assembly.add(pieces, partial(_cue, times.start, speaker))

    def _time_codes(self, start: int) -> re.Match[str] | None:
        """They stand on the first line, or below the cue's name."""
        below = self._line_end(start) + 1
        return _TIMES.match(self._raw, start) or _TIMES.match(self._raw, below)

    def _line_end(self, start: int) -> int:
        end = self._raw.find("\n", start)
        return len(self._raw) if end < 0 else end

    def _judge(self, times: _Times, found: re.Match[str]) -> None:
        if times.end <= times.start:
            hint = "write the time at which it begins, then the one at which it ends"
            self.report("the cue ends before it begins", hint, *found.span())
        elif times.start < self._last:
            hint = "put the cues in the order in which they are spoken"
            self.report("the cue begins before the one above it", hint, *found.span())
        self._last = max(self._last, times.start)


def _times(found: re.Match[str]) -> _Times:
    numbers = [int(each or 0) for each in found.groups()]
    return _Times(*(_seconds(numbers[each : each + 4]) for each in (0, 4)))


def _seconds(numbers: list[int]) -> float:
    hours, minutes, seconds, thousandths = numbers
    return 3600 * hours + 60 * minutes + seconds + thousandths / 1000


def _cue(seconds: float, speaker: str, start: int, end: int) -> Block:
    return Block(start, end, BlockKind.CUE, 0, seconds, speaker)


def _voices(raw: str, start: int, end: int) -> Iterator[tuple[list[Piece], str]]:
    """The words of a cue without its marks, speaker by speaker."""
    pieces: list[Piece] = []
    speaker = ""
    for mark in _MARK.finditer(raw, start, end):
        pieces += unwrapped(raw, start, mark.start())
        start = mark.end()
        if mark["speaker"]:
            yield pieces, speaker
            pieces, speaker = [], " ".join(html.unescape(mark["speaker"]).split())
        elif mark[0][0] == "&":
            pieces.append((without_hidden(html.unescape(mark[0])), *mark.span()))
    yield [*pieces, *unwrapped(raw, start, end)], speaker
