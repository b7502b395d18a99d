"""Drawing a circle of references for a reader."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claimbook.diagnostics import Label, listing
from claimbook.rules.rule import Finding
from claimbook.text import Span

_MOST_SHOWN = 12


class Edge(NamedTuple):
    """A reference to a name, and where it stands."""

    to: str
    span: Span


def loop_finding(
    circle: Sequence[str], edges: Mapping[str, Sequence[Edge]], verb: str, hint: str
) -> Finding:
    """A finding at the first step of ``circle``, with a label at each further step."""
    steps = list(zip(circle, (*circle[1:], circle[0]), strict=True))
    spans = [_span(edges, name, other) for name, other in steps]
    labels = tuple(
        Label(span, f"`{name}` {verb} `{other}`")
        for (name, other), span in zip(steps, spans, strict=True)
    )
    names = list(listing((*circle, circle[0])))
    if len(names) > _MOST_SHOWN:
        names = [*names[: _MOST_SHOWN - 2], "…", names[-1]]
    message = f"a circle: {' -> '.join(names)}, where each {verb} the next"
    return Finding(spans[0], message, hint, labels=labels[1:_MOST_SHOWN])


def _span(edges: Mapping[str, Sequence[Edge]], name: str, other: str) -> Span:
    return next(edge.span for edge in edges[name] if edge.to == other)
