"""The evidence graph: which sources are one voice, and where content came from in a circle."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimbook.corpus import CitedSource, Corpus
from claimbook.records import Claim, Source
from claimbook.values import Stance, Standing


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a claim's evidence amounts to, in numbers a reader can check."""

    sources: int
    primary: int
    origins: int
    archived: int


def evidence_sources(
    corpus: Corpus, claim: Claim, stances: frozenset[Stance] | None = None
) -> tuple[CitedSource, ...]:
    """Distinct sources of a claim's evidence in order of use, of all stances or the given ones."""
    found: dict[str, CitedSource] = {}
    for each in claim.evidence:
        cited = corpus.source(each.source, claim)
        if cited is not None and (stances is None or each.stance in stances):
            found.setdefault(cited.key, cited)
    return tuple(found.values())


def ledger(corpus: Corpus, claim: Claim) -> Ledger:
    """Count a claim's sources, the primary ones, independent origins and archived ones."""
    sources = evidence_sources(corpus, claim)
    return Ledger(
        len(sources),
        sum(each.source.standing is Standing.PRIMARY for each in sources),
        len(origin_groups(corpus, sources)),
        sum(bool(each.source.archives or each.source.snapshot) for each in sources),
    )


def origin_groups(corpus: Corpus, sources: Iterable[CitedSource]) -> tuple[tuple[str, ...], ...]:
    """Group source keys into voices.

    Two sources are one voice when they share an ``origin``, a publisher, or an ancestor by
    ``derived_from``.
    """
    groups: list[tuple[set[str], list[str]]] = []
    for cited in sources:
        marks = set(_voice_marks(corpus, cited))
        keys = [cited.key]
        apart = []
        for other_marks, other_keys in groups:
            if marks & other_marks:
                marks |= other_marks
                keys = [*other_keys, *keys]
            else:
                apart.append((other_marks, other_keys))
        groups = [*apart, (marks, keys)]
    return tuple(tuple(keys) for _, keys in groups)


def _voice_marks(corpus: Corpus, cited: CitedSource) -> Iterator[str]:
    yield f"source:{cited.key}"
    for source in (cited.source, *(s for _, s in _ancestors(corpus, cited.source))):
        if source.origin:
            yield f"origin:{source.origin}"
        if source.publisher:
            yield f"publisher:{source.publisher.casefold()}"
    for name, _ in _ancestors(corpus, cited.source):
        yield f"source:{name}"


def _ancestors(corpus: Corpus, source: Source) -> Iterator[tuple[str, Source]]:
    seen: set[str] = set()
    waiting = list(source.derived_from)
    while waiting:
        name = waiting.pop(0)
        filed = corpus.sources.get(name)
        if name not in seen and filed is not None:
            seen.add(name)
            yield name, filed.record
            waiting += filed.record.derived_from


def derivation_cycles(edges: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Every circle in ``edges``, each once, begun at its smallest id; without recursion."""
    found: dict[tuple[str, ...], None] = {}
    done: set[str] = set()
    for start in sorted(edges):
        path: dict[str, None] = {}
        stack: list[tuple[str, bool]] = [(start, False)]
        while stack:
            name, leaving = stack.pop()
            if leaving:
                path.popitem()
                done.add(name)
            elif name in path:
                found[_rotated(list(path)[list(path).index(name) :])] = None
            elif name not in done:
                path[name] = None
                stack.append((name, True))
                stack += [(other, False) for other in sorted(edges.get(name, ()), reverse=True)]
    return tuple(found)


def _rotated(cycle: list[str]) -> tuple[str, ...]:
    first = cycle.index(min(cycle))
    return tuple(cycle[first:] + cycle[:first])
