"""The blocks of a text as readers see them: paragraphs, lists, and what somebody says in a turn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from claimbook.anchoring import Block, BlockKind, DocumentText
from claimbook.urls import Url
from claimbook.views.document.layers import Cutter, Layers
from claimbook.views.document.parts import Piece

# Cues of a few words each are joined to paragraphs of a few sentences.
_LONG = 320
_ENDS = tuple('.?!…。！？”"»')
# About three screens: what is not near the window is not laid out.
_PART = 4_000
_DEEPEST = 6
_HEADING_ABOVE = 2
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``time`` and ``speaker`` are said where they change, ``href`` leads there."""

    pieces: tuple[Piece, ...]
    time: str = ""
    href: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Paragraphs of one kind; ``level`` is that of a heading on the page."""

    kind: str
    level: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text that is laid out together."""

    groups: tuple[Group, ...]


def parts_of(text: DocumentText, layers: Layers, url: Url | None) -> tuple[Part, ...]:
    """The whole text, cut into parts of some screens."""
    cutter = Cutter(text.text, layers)
    parts: list[Part] = []
    for chunk in _chunks(_turns(text)):
        groups = (_group(kind, turns, cutter, url) for kind, turns in _alike(chunk))
        parts.append(Part(tuple(groups)))
    return tuple(parts)


Turn = tuple[Block, ...]


def _turns(text: DocumentText) -> Iterator[Turn]:
    """Each block alone, but for cues: those of one speaker, to the end of a sentence."""
    turn: list[Block] = []
    for each in text.blocks:
        if turn and not _goes_on(turn, each, text.text):
            yield tuple(turn)
            turn = []
        turn.append(each)
    if turn:
        yield tuple(turn)


def _goes_on(turn: list[Block], block: Block, text: str) -> bool:
    if block.kind is not BlockKind.CUE or turn[0].kind is not BlockKind.CUE:
        return False
    is_long = turn[-1].end - turn[0].start > _LONG and text[turn[-1].end - 1] in _ENDS
    return block.speaker == turn[0].speaker and not is_long


def _chunks(turns: Iterable[Turn]) -> Iterator[list[Turn]]:
    chunk: list[Turn] = []
    for each in turns:
        if chunk and each[0].start - chunk[0][0].start > _PART:
            yield chunk
            chunk = []
        chunk.append(each)
    if chunk:
        yield chunk


def _alike(turns: Iterable[Turn]) -> Iterator[tuple[Block, list[Turn]]]:
    for _, found in groupby(turns, lambda turn: (turn[0].kind, turn[0].level)):
        alike = list(found)
        yield alike[0][0], alike


def _group(block: Block, turns: list[Turn], cutter: Cutter, url: Url | None) -> Group:
    before = ""
    paragraphs = []
    for each in turns:
        paragraphs.append(_paragraph(each, cutter, url, before))
        before = each[0].speaker
    level = min(_HEADING_ABOVE + max(block.level, 1), _DEEPEST)
    return Group(block.kind.value, level, tuple(paragraphs))


def _paragraph(turn: Turn, cutter: Cutter, url: Url | None, before: str) -> Paragraph:
    pieces: list[Piece] = []
    for each in turn:
        pieces += [Piece(" ")] if pieces else []
        pieces += cutter.pieces(each.start, each.end)
    first = turn[0]
    speaker = "" if first.speaker == before else first.speaker
    if first.seconds is None:
        return Paragraph(tuple(pieces), speaker=speaker)
    href = _moment_href(url, first.seconds)
    return Paragraph(tuple(pieces), time_code(first.seconds), href, speaker)


def time_code(seconds: float) -> str:
    """``0:07``, ``12:40``, ``1:02:03``."""
    minutes, rest = divmod(int(seconds), _MINUTE)
    hours, minutes = divmod(minutes, _MINUTE)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _moment_href(url: Url | None, seconds: float) -> str:
    """Where a recording is heard from that moment on, as Media Fragments URI 1.0 (4.2.1) has it."""
    if url is None or "#" in url.href:
        return ""
    return f"{url.href}#t={int(seconds)}"
