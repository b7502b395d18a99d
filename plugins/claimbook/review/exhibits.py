"""Evidence and sources of a claim, before and after."""

from collections.abc import Callable, Iterator

from claimbook.corpus import CitedSource, Corpus, FiledClaim, inline_key, source_ids, uses_of
from claimbook.records import Evidence, Exemption, Source
from claimbook.review.difference import EvidenceChange, SourceShown
from claimbook.review.pieces import changes_of

# What can be said of a quotation and the source it is taken from.
Prove = Callable[[Evidence, Source | None], str]
Pairs = list[tuple[Evidence | None, Evidence | None]]


def proof_of(evidence: Evidence, source: Source | None) -> str:
    """What the files alone tell of a quotation: whether there is what it can be compared with."""
    if evidence.quote is None:
        return ""
    if isinstance(evidence.verify, Exemption):
        reason = evidence.verify.manual or evidence.verify.none_
        how = "compared by a person" if evidence.verify.manual else "cannot be compared"
        return f"{how}: {reason}"
    return "a snapshot is named" if source and source.snapshot else "no snapshot"


def evidence_changes(
    before: FiledClaim | None,
    after: FiledClaim | None,
    corpora: tuple[Corpus, Corpus],
    prove: Prove,
) -> Iterator[EvidenceChange]:
    """Every piece of evidence that is new, gone or other than it was."""
    olds, news = (each.record.evidence if each else () for each in (before, after))
    for old, new in _pairs(olds, news):
        claim, corpus = (after, corpora[1]) if new else (before, corpora[0])
        if claim and old != new:
            yield _change(old, new, claim, corpus, prove)


def _change(
    old: Evidence | None, new: Evidence | None, claim: FiledClaim, corpus: Corpus, prove: Prove
) -> EvidenceChange:
    here = new or old
    if here is None:
        raise ValueError("one of both is there")
    kind = "changed" if old and new else "added" if new else "removed"
    cited = corpus.source(here.source, claim.record)
    return EvidenceChange(
        kind,
        cited.source.title if cited else str(here.source),
        str(here.stance),
        here.quote or "",
        here.says or "",
        prove(here, cited.source if cited else None) if new else "",
        tuple(changes_of(old, new)) if old and new else (),
    )


def _pairs(olds: tuple[Evidence, ...], news: tuple[Evidence, ...]) -> Pairs:
    """What is the same, then what has the same source, then what says the same words."""
    left, come = list(olds), list(news)
    found: Pairs = []
    for likeness in (_itself, _source_key, _words):
        found += _taken(left, come, likeness)
    gone: Pairs = [(each, None) for each in left]
    return [*found, *((None, each) for each in come), *gone]


def _taken(
    left: list[Evidence], come: list[Evidence], likeness: Callable[[Evidence], object]
) -> Pairs:
    found: Pairs = []
    for new in [*come]:
        key = likeness(new)
        old = next((each for each in left if key and likeness(each) == key), None)
        if old is not None:
            left.remove(old)
            come.remove(new)
            found.append((old, new))
    return found


def _itself(evidence: Evidence) -> object:
    return evidence


def _source_key(evidence: Evidence) -> object:
    return _key(evidence.source)


def _words(evidence: Evidence) -> object:
    return evidence.quote or evidence.says


def _key(source: Source | str) -> str:
    """What a source is known by within a claim, wherever in it it stands."""
    if isinstance(source, str):
        return source
    return source.id or (source.url.href if source.url else source.title)


def sources_of(claim: FiledClaim | None, corpus: Corpus) -> dict[str, SourceShown]:
    """Every source that a claim cites, by what it is known by."""
    if claim is None:
        return {}
    used = [each.source for each in uses_of(claim.record) if each.source]
    found = {_key(each): corpus.source(each, claim.record) for each in used}
    cited = {name: corpus.source(name, claim.record) for name in sorted(source_ids(claim.record))}
    return {key: _shown(key, each) for key, each in {**cited, **found}.items()}


def _shown(key: str, cited: CitedSource | None) -> SourceShown:
    if cited is None:
        return SourceShown(key, key)
    source, how = cited.source, cited.source.reading
    return SourceShown(
        "" if inline_key(source) == cited.key and not source.id else cited.key,
        source.title,
        source.publisher or "",
        source.url.href if source.url else "",
        str(source.standing or ""),
        str(how.how) if how else "",
    )
