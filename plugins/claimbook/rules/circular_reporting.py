"""CB313 circular-reporting."""

from collections.abc import Iterable, Iterator

from claimbook.circles import circles
from claimbook.corpus import Corpus, FiledSource, inline_sources, sources_in
from claimbook.diagnostics import Severity
from claimbook.rules.reading.loops import Edge, loop_finding
from claimbook.rules.rule import Context, Finding, Scope, rule

_HINT = "find out which of them had it first, and remove what it does not derive from"


@rule("CB313", "circular-reporting", Severity.ERROR, Scope.CORPUS)
def circular_reporting(corpus: Corpus, context: Context) -> Iterator[Finding]:
    """Sources have their content from one another in a circle."""
    yield from _loops(corpus.all_shared_sources())
    for claim in corpus.all_claims():
        # A shared source cannot derive from one that is written out in a claim.
        if any(each.derived_from for each in inline_sources(claim.record)):
            yield from _loops(sources_in(claim))


def _loops(sources: Iterable[FiledSource]) -> Iterator[Finding]:
    edges = {each.id: _edges(each) for each in sources if each.record.derived_from}
    if not edges:
        return
    graph = {name: [edge.to for edge in each] for name, each in edges.items()}
    for circle in circles(graph):
        yield loop_finding(circle, edges, "derives from", _HINT)


def _edges(source: FiledSource) -> list[Edge]:
    parents = enumerate(source.record.derived_from)
    return [Edge(name, source.record.at.item("derived_from", index)) for index, name in parents]
