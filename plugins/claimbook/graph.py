"""The evidence graph: where sources have their content from, and which of them are one voice."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from claimbook.corpus import CitedSource, Corpus
from claimbook.records import Claim, Evidence, Exemption, Source
from claimbook.values import SourceStatus, Standing

# No report has been handed on so often; without an end, a made-up chain of thousands of files
# would be walked again for every claim.
MOST_ANCESTORS = 100


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a claim's evidence amounts to, in numbers a reader can check.

    ``voices`` holds the keys of the sources that are one voice, voice by voice; ``compared``
    counts the quotes that a person has compared with their source.
    """

    sources: int
    primary: int
    voices: tuple[tuple[str, ...], ...]
    archived: int
    quotes: int
    compared: int

    @property
    def origins(self) -> int:
        """How many independent origins there are."""
        return len(self.voices)


def evidence_sources(corpus: Corpus, claim: Claim) -> tuple[CitedSource, ...]:
    """Distinct sources of a claim's evidence in order of use."""
    found: dict[str, CitedSource] = {}
    for each in claim.evidence:
        cited = corpus.source(each.source, claim)
        if cited is not None:
            found.setdefault(cited.key, cited)
    return tuple(found.values())


def ledger(corpus: Corpus, claim: Claim, sources: Collection[CitedSource]) -> Ledger:
    """Count a claim's sources, those that are primary or archived, origins and quotes.

    ``sources`` are those of :func:`evidence_sources`.
    """
    quoted = [each for each in claim.evidence if each.quote]
    return Ledger(
        len(sources),
        sum(each.source.standing is Standing.PRIMARY for each in sources),
        origin_groups(corpus, sources, claim),
        sum(is_kept(each.source) for each in sources),
        len(quoted),
        sum(is_compared(each) for each in quoted),
    )


def is_kept(source: Source) -> bool:
    """Whether a copy of the source is kept, by an archive or by us."""
    return bool(source.archives or source.snapshot)


def is_compared(evidence: Evidence) -> bool:
    """Whether a person has compared the quotation with its source."""
    return isinstance(evidence.verify, Exemption) and bool(evidence.verify.manual)


def origin_groups(
    corpus: Corpus, sources: Iterable[CitedSource], within: Claim
) -> tuple[tuple[str, ...], ...]:
    """Group source keys into voices, in the order of their first source.

    Two sources are one voice when they, or sources they derive from, share an ``origin``, an
    address, a publisher, an agency or whoever passed them on, or when one derives from the other.
    ``within`` is the claim whose inline sources ``derived_from`` may name.
    """
    voice_of: dict[str, str] = {}
    groups: dict[str, list[str]] = {}
    marks_of: dict[str, list[str]] = {}
    for cited in sources:
        marks = _voice_marks(corpus, cited, within)
        joined = list(dict.fromkeys([voice_of[mark] for mark in marks if mark in voice_of]))
        first = joined[0] if joined else cited.key
        groups.setdefault(first, []).append(cited.key)
        marks_of.setdefault(first, []).extend(marks)
        for other in joined[1:]:
            groups[first] += groups.pop(other)
            marks_of[first] += marks_of.pop(other)
            voice_of.update(dict.fromkeys(marks_of[first], first))
        voice_of.update(dict.fromkeys(marks, first))
    return tuple(tuple(keys) for keys in groups.values())


def _voice_marks(corpus: Corpus, cited: CitedSource, within: Claim) -> list[str]:
    marks = [f"source:{cited.key}", *_own_marks(cited.source)]
    if cited.source.derived_from:
        for ancestor in ancestors(corpus, cited.source, within):
            marks += (f"source:{ancestor.key}", *_own_marks(ancestor.source))
    return marks


def _own_marks(source: Source) -> list[str]:
    marks = [f"origin:{source.origin}"] if source.origin else []
    if source.url:
        marks.append(f"address:{source.url.href}")
    houses = (source.publisher, source.agency, source.via)
    marks += [f"house:{each.casefold()}" for each in houses if each]
    return marks


def ancestors(corpus: Corpus, source: Source, within: Claim) -> Iterator[CitedSource]:
    """The sources that ``source`` derives from, near ones first, each once; at most 100.

    ``within`` is the claim that uses ``source``.
    """
    seen: set[str] = set()
    waiting = deque(source.derived_from)
    while waiting and len(seen) < MOST_ANCESTORS:
        name = waiting.popleft()
        if name not in seen:
            seen.add(name)
            cited = corpus.source(name, within)
            if cited is not None:
                yield cited
                waiting += cited.source.derived_from


def retracted(corpus: Corpus, cited: CitedSource, within: Claim) -> CitedSource | None:
    """The source itself where its publisher has retracted it, or the nearest it derives from.

    None where none of them was retracted; ``within`` is the claim that uses ``cited``.
    """
    if cited.source.status is SourceStatus.RETRACTED:
        return cited
    above = ancestors(corpus, cited.source, within) if cited.source.derived_from else ()
    return next((each for each in above if each.source.status is SourceStatus.RETRACTED), None)
