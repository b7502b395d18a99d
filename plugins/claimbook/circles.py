"""Circles in a directed graph, in time linear in its edges and without recursion."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping

Edges = Mapping[str, Iterable[str]]


def circles(edges: Edges) -> tuple[tuple[str, ...], ...]:
    """One shortest circle for every knot of ``edges``, begun at the knot's smallest name.

    A knot is a set of names each of which leads to every other. An edge from a name to itself
    is no circle here.
    """
    found = (_circle(edges, knot) for knot in _knots(edges) if len(knot) > 1)
    return tuple(sorted(found))


def _circle(edges: Edges, knot: frozenset[str]) -> tuple[str, ...]:
    start = min(knot)
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        name = waiting.popleft()
        for other in sorted(set(edges.get(name, ())) & knot):
            if other == start:
                return _trail(came_from, start, name)
            if other not in came_from:
                came_from[other] = name
                waiting.append(other)
    raise AssertionError("a knot leads back to each of its names")


def _trail(came_from: Mapping[str, str], start: str, end: str) -> tuple[str, ...]:
    trail = [end]
    while trail[-1] != start:
        trail.append(came_from[trail[-1]])
    return tuple(reversed(trail))


def _knots(edges: Edges) -> Iterator[frozenset[str]]:
    """Strongly connected components (Kosaraju's algorithm)."""
    backwards: dict[str, list[str]] = {}
    for name, others in edges.items():
        for other in others:
            backwards.setdefault(other, []).append(name)
    done: set[str] = set()
    for name in reversed(_leaving_order(edges)):
        knot = _reached(backwards, name, done)
        if knot:
            yield frozenset(knot)


def _leaving_order(edges: Edges) -> list[str]:
    order: list[str] = []
    seen: set[str] = set()
    for start in sorted(edges):
        stack: list[tuple[str, Iterator[str]]] = []
        _enter(edges, start, seen, stack)
        while stack:
            name, others = stack[-1]
            following = next(others, None)
            if following is None:
                stack.pop()
                order.append(name)
            else:
                _enter(edges, following, seen, stack)
    return order


def _enter(edges: Edges, name: str, seen: set[str], stack: list[tuple[str, Iterator[str]]]) -> None:
    if name not in seen:
        seen.add(name)
        stack.append((name, iter(edges.get(name, ()))))


def _reached(edges: Edges, start: str, done: set[str]) -> list[str]:
    found: list[str] = []
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name not in done:
            done.add(name)
            found.append(name)
            waiting += edges.get(name, ())
    return found
