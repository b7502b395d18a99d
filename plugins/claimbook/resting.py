"""Which claims rest on a source, how, and what would be left without it."""

from collections.abc import Iterator
from typing import NamedTuple

from claimbook.corpus import CitedSource, Corpus, FiledClaim
from claimbook.graph import ancestors, evidence_sources, origin_groups
from claimbook.records import Claim
from claimbook.rules.unused_source import used_by
from claimbook.values import Stance

_DECIDING = frozenset({Stance.SUPPORTS, Stance.CONTRADICTS})


class Resting(NamedTuple):
    """How a claim uses a source.

    ``stances`` are those of the evidence that has it from this source, ``through`` the sources
    between, none where it is cited itself. Without either the claim only mentions it.
    ``origins`` counts the independent origins for or against it, ``left`` those without it.
    """

    claim: FiledClaim
    stances: tuple[Stance, ...]
    through: tuple[str, ...]
    origins: int
    left: int

    @property
    def is_decided_by_it(self) -> bool:
        """Whether evidence for or against the claim rests on the source."""
        return not _DECIDING.isdisjoint(self.stances)


def resting_on(name: str, corpus: Corpus) -> Iterator[Resting]:
    """The claims and drafts that use a shared source, in the order of their ids."""
    for claim in corpus.all_claims():
        found = _resting(name, claim, corpus)
        if found:
            yield found


def _resting(name: str, claim: FiledClaim, corpus: Corpus) -> Resting | None:
    record = claim.record
    tainted = {
        each.key: each
        for each in evidence_sources(corpus, record)
        if derives(each, name, record, corpus)
    }
    if not tainted:
        return Resting(claim, (), (), 0, 0) if name in used_by(record) else None
    stances = dict.fromkeys(
        each.stance
        for each in record.evidence
        if (cited := corpus.source(each.source, record)) and cited.key in tainted
    )
    deciding = [*_deciding(record, corpus)]
    rest = [each for each in deciding if each.key not in tainted]
    counts = (len(origin_groups(corpus, each, record)) for each in (deciding, rest))
    through = tuple(each for each in tainted if each != name)
    return Resting(claim, tuple(stances), () if name in tainted else through, *counts)


def derives(cited: CitedSource, name: str, claim: Claim, corpus: Corpus) -> bool:
    """Whether a source of a claim is the one of that name, or has its content from it."""
    above = ancestors(corpus, cited.source, claim)
    return cited.key == name or any(each.key == name for each in above)


def _deciding(claim: Claim, corpus: Corpus) -> Iterator[CitedSource]:
    """The sources for or against a claim, each once."""
    seen: set[str] = set()
    for each in claim.evidence:
        cited = corpus.source(each.source, claim) if each.stance in _DECIDING else None
        if cited and cited.key not in seen:
            seen.add(cited.key)
            yield cited
