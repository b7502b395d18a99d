"""Which addresses a corpus rests on, where each stands, and what is quoted from it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple
from urllib.parse import urldefrag

from claimbook.corpus import (
    Corpus,
    FiledClaim,
    FiledSource,
    inline_sources,
    sources_in,
    uses_of,
)
from claimbook.data import digest
from claimbook.decode import filing_at
from claimbook.records import Evidence, Exemption
from claimbook.settings import Settings
from claimbook.shape import At
from claimbook.source_records import Source
from claimbook.text import Mark, SourceFile, Span
from claimbook.unit import decode_file
from claimbook.urls import MAX_LENGTH, Url
from claimbook.values import ReadAs, SourceStatus

# Nobody should be led to what is dangerous, nor ask somebody else for what is no longer theirs.
_AVOIDED = frozenset({SourceStatus.UNSAFE, SourceStatus.USURPED})


class Citing(NamedTuple):
    """A place that names an address: the mark of its record, and the span of the address.

    ``source`` is the record where the address is a source's own ``url``; ``fragment`` is the part
    of the address behind `#`, of which no site is told.
    """

    mark: Mark
    span: Span
    source: Source | None = None
    fragment: str = ""


class Wanted(NamedTuple):
    """An address to be visited, as browsers write it, without a fragment.

    ``quotes`` are quoted from what stands there, ``near`` is the day on which somebody read it.
    """

    address: str
    citings: tuple[Citing, ...] = ()
    quotes: frozenset[str] = frozenset()
    near: date | None = None

    @property
    def digests(self) -> frozenset[str]:
        """What the ledger calls the quotations."""
        return frozenset(map(quote_digest, self.quotes))

    @property
    def has_copy(self) -> bool:
        """Whether every source that names it has a copy in an archive, or needs none."""
        return all(each.source is None or each.source.archives for each in self.citings)


def quote_digest(quote: str) -> str:
    """A short name of a quotation: 16 hexadecimal digits."""
    return digest(quote.encode()).hex()[:16]


def wanted(
    corpus: Corpus, files: Mapping[str, SourceFile], settings: Settings
) -> dict[str, Wanted]:
    """Every address to be visited, in their order; ``files`` are those of the corpus, by path.

    Addresses are those of sources, of what was read in their place, and of texts under check; none
    that is too long to be read again once all its signs are written as browsers write them.
    """
    found: dict[str, Wanted] = {}
    for url, citing, near in _named(corpus, files, settings):
        address, fragment = urldefrag(url.href)
        if len(address) > MAX_LENGTH:
            continue
        before = found.get(address, Wanted(address))
        citings = (*before.citings, citing._replace(fragment=fragment))
        found[address] = before._replace(citings=citings, near=before.near or near)
    for url, quote in _quoted(corpus):
        address = urldefrag(url.href).url
        if address in found:
            here = found[address]
            found[address] = here._replace(quotes=here.quotes | {quote})
    return dict(sorted(found.items()))


def _named(
    corpus: Corpus, files: Mapping[str, SourceFile], settings: Settings
) -> Iterator[tuple[Url, Citing, date | None]]:
    for filed in (*corpus.all_shared_sources(), *_inline(corpus, files, settings)):
        source = filed.record
        near = source.accessed.day if source.accessed else None
        if source.url and source.status not in _AVOIDED:
            yield source.url, _citing(source.at, source), near
        reading = source.reading
        if reading and reading.url:
            yield reading.url, _citing(reading.at), near
    for document in corpus.documents.values():
        if document.record.url:
            yield document.record.url, _citing(document.record.at), None


def _inline(
    corpus: Corpus, files: Mapping[str, SourceFile], settings: Settings
) -> Iterator[FiledSource]:
    """Sources that stand in claims, read again: claims of a corpus have forgotten their places."""
    for claim in corpus.all_claims():
        filing = filing_at(claim.path, settings.claims_dir)
        has_any = any(True for _ in inline_sources(claim.record))
        if filing and has_any:
            record = decode_file(files[claim.path].whole(), filing, settings).record
            if record is not None:
                yield from sources_in(FiledClaim(claim.id, claim.path, record, claim.is_draft))


def _citing(at: At, source: Source | None = None) -> Citing:
    return Citing(at.mark, at.value("url"), source)


def _quoted(corpus: Corpus) -> Iterator[tuple[Url, str]]:
    """Every quotation that a machine can look for, with the address at which it was read."""
    for claim in corpus.all_claims():
        yield from _quoted_in(claim, corpus)


def _quoted_in(claim: FiledClaim, corpus: Corpus) -> Iterator[tuple[Url, str]]:
    for use in uses_of(claim.record):
        if not use.quote or use.source is None:
            continue
        if isinstance(use, Evidence) and isinstance(use.verify, Exemption):
            continue
        source = corpus.source_record(use.source, claim.record)
        url = _read_at(source) if source else None
        if url:
            yield url, use.quote


def _read_at(source: Source) -> Url | None:
    reading = source.reading
    if reading is None or reading.how is ReadAs.ORIGINAL:
        return source.url
    return reading.url
