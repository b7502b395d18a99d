"""CB214 relation-cycle."""

from collections.abc import Iterator

from claimbook.circles import circles
from claimbook.corpus import Corpus, relations
from claimbook.diagnostics import Severity
from claimbook.rules.reading.loops import Edge, loop_finding
from claimbook.rules.rule import Context, Finding, Scope, rule

_ORDERED = {
    "follows": "follows",
    "part_of": "is part of",
    "superseded_by": "is superseded by",
}


@rule("CB214", "relation-cycle", Severity.ERROR, Scope.CORPUS)
def relation_cycle(corpus: Corpus, context: Context) -> Iterator[Finding]:
    """Claims follow, contain or supersede one another in a circle."""
    edges: dict[str, dict[str, list[Edge]]] = {kind: {} for kind in _ORDERED}
    for claim in corpus.all_claims():
        for kind, other, span in relations(claim.record.related):
            if kind in edges:
                edges[kind].setdefault(claim.id, []).append(Edge(other, span))
    for kind, verb in _ORDERED.items():
        graph = {name: [edge.to for edge in each] for name, each in edges[kind].items()}
        for circle in circles(graph):
            hint = f"remove the `{kind}` that is not so"
            yield loop_finding(circle, edges[kind], verb, hint)
