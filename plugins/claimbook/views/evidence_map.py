"""Where everything stands in the evidence map: sources on the left, origins, the claim.

Numbers only, in the units of the drawing: what they are drawn with is the template's matter.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimbook.values import Stance

WIDTH = 300
ROW = 26
TOP = 24


@dataclass(frozen=True, slots=True)
class Strand:
    """A line from height ``start`` in one column to height ``end`` in the next."""

    start: float
    end: float
    stance: str = ""


@dataclass(frozen=True, slots=True)
class Port:
    """Where the lines of a stance reach the claim."""

    y: float
    stance: Stance


# One for all claims that are drawn alike, told from others by being it.
@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Heights: of the drawing, of its body, of each source and origin, and their lines."""

    height: int
    body: int
    sources: tuple[float, ...]
    origins: tuple[float, ...]
    ports: tuple[Port, ...]
    threads: tuple[Strand, ...]
    strands: tuple[Strand, ...]


# Most claims have few sources, and so the map of another claim.
@lru_cache(maxsize=1024)
def layout(origins: tuple[tuple[frozenset[Stance], ...], ...]) -> Layout:
    """Lay out origins, each with the stances of each of its sources, from top to bottom."""
    count = sum(len(each) for each in origins)
    taken = frozenset(stance for each in origins for stances in each for stance in stances)
    stances = [each for each in Stance if each in taken]
    body = ROW * max(count, len(stances))
    sources = _spread(count, body)
    groups = list(_groups(origins, sources))
    heights = tuple(_short(sum(group) / len(group)) for group in groups)
    ports = tuple(map(Port, _spread(len(stances), body), stances))
    threads = (Strand(y, at) for at, group in zip(heights, groups, strict=True) for y in group)
    return Layout(
        TOP + body,
        body,
        sources,
        heights,
        ports,
        tuple(threads),
        tuple(_strands(origins, heights, ports)),
    )


def _spread(count: int, body: int) -> tuple[float, ...]:
    """The heights of entries that stand close together in the middle of the body."""
    first = TOP + (body - ROW * count) / 2 + ROW / 2
    return tuple(_short(first + ROW * index) for index in range(count))


def _short(height: float) -> float:
    """A height to a tenth, written without a point where none is needed."""
    return int(height) if height.is_integer() else round(height, 1)


def _groups(
    origins: Sequence[Sequence[object]], heights: tuple[float, ...]
) -> Iterator[tuple[float, ...]]:
    at = 0
    for each in origins:
        yield heights[at : at + len(each)]
        at += len(each)


def _strands(
    origins: Sequence[Sequence[frozenset[Stance]]],
    heights: tuple[float, ...],
    ports: tuple[Port, ...],
) -> Iterator[Strand]:
    for at, sources in zip(heights, origins, strict=True):
        for port in ports:
            if any(port.stance in stances for stances in sources):
                yield Strand(at, port.y, port.stance.value)
