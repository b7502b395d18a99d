"""The tables of a corpus: claims, their evidence, and sources."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from claimbook.boundaries.table import Cell
from claimbook.citations.work import Name, work_of
from claimbook.corpus import Corpus, FiledClaim, FiledSource, inline_key, sources_in
from claimbook.records import Source
from claimbook.views.links import claim_address

# Between the parts of a list in one cell.
LIST_SIGN = " | "


class Type(StrEnum):
    """What stands in a column, in the words of Frictionless Table Schema."""

    TEXT = "string"
    NUMBER = "integer"


class Column(NamedTuple):
    """A column and what it says; ``goal`` is a table and a column of it, whose row is named."""

    name: str
    about: str
    type: Type = Type.TEXT
    goal: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose rows have a cell for each column; ``key`` names what tells rows apart."""

    name: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]] = field(repr=False)


def tables_of(corpus: Corpus, site: str) -> tuple[Table, ...]:
    """The tables of all published claims. ``site`` is its address with a ``/``, or empty."""
    claims = [*corpus.claims.values()]
    return (
        Table(
            "claims",
            "Checked claims.",
            ("id",),
            _CLAIMS,
            [_claim(each, corpus, site) for each in claims],
        ),
        Table(
            "evidence",
            "What sources show about claims, in the order of the claim file.",
            ("claim", "position"),
            _EVIDENCE,
            [row for each in claims for row in _evidence(each)],
        ),
        Table("sources", "Documents that claims rest on.", ("id",), _SOURCES, [*_sources(corpus)]),
    )


_CLAIMS = (
    Column("id", "Id, which is also the last part of its address."),
    Column("url", "Address of the fact-check."),
    Column("claim", "The claim, as its maker means it."),
    Column("title", "Short title."),
    Column("claimant", "Who made it."),
    Column("claimed", "When: a year, a month, a day or a minute (EDTF)."),
    Column("topics", "Keys of topics."),
    Column("language", "Language of the claim (BCP 47)."),
    Column("rating", "Key of the rating."),
    Column("rating_label", "The word readers see."),
    Column("verdict", "The assessment in a sentence."),
    Column("confidence", "How sure we are."),
    Column("reviewed", "When the review was finished."),
    Column("review_by", "When to look again."),
    Column("corrections", "How often the review was corrected.", Type.NUMBER),
    Column("withdrawn", "Since when the fact-check no longer stands."),
)
_EVIDENCE = (
    Column("claim", "Id of the claim.", goal=("claims", "id")),
    Column("position", "Place in the claim file, from 1.", Type.NUMBER),
    Column("stance", "supports, contradicts, qualifies or context."),
    Column("source", "Id of the source.", goal=("sources", "id")),
    Column("kind", "What the evidence is."),
    Column("quote", "The source's words, verbatim."),
    Column("locator", "Page, paragraph, minute."),
    Column("says", "Our paraphrase."),
)
_SOURCES = (
    Column("id", "Id; of a source written out in a claim file, behind that claim's and a slash."),
    Column("type", "What kind of document it is."),
    Column("title", "Title as published."),
    Column("authors", "Who wrote it, family names first where names are known in parts."),
    Column("container", "What it is part of."),
    Column("publisher", "Who published it."),
    Column("published", "When (EDTF)."),
    Column("accessed", "When we read it (EDTF)."),
    Column("language", "Its language (BCP 47)."),
    Column("url", "Where it stands."),
    Column("doi", "DOI."),
    Column("isbn", "ISBN."),
    Column("standing", "primary, secondary or tertiary."),
    Column("status", "What has become of it."),
    Column("archive", "Address of the first copy in a web archive."),
    Column("snapshot", "SHA-256 of the text that quotations are compared with."),
    Column("snapshot_captured", "When that text was saved (EDTF)."),
    Column("snapshot_media_type", "Media type of the file it was taken from."),
    Column("snapshot_url", "Where that file was found."),
)


def _claim(claim: FiledClaim, corpus: Corpus, site: str) -> tuple[Cell, ...]:
    record, review = claim.record, claim.record.review
    rating = corpus.ratings.get(review.rating)
    return (
        claim.id,
        claim_address(site, claim.id),
        record.claim,
        claim.title,
        corpus.claimant(record.claimant).record.name,
        _text(record.claimed),
        LIST_SIGN.join(record.topics),
        record.language or "",
        review.rating,
        rating.label if rating else "",
        review.verdict,
        _text(review.confidence),
        _text(review.reviewed),
        _text(review.review_by),
        len(review.corrections),
        _text(record.withdrawn.date) if record.withdrawn else "",
    )


def _evidence(claim: FiledClaim) -> Iterator[tuple[Cell, ...]]:
    for position, each in enumerate(claim.record.evidence, 1):
        texts = (each.kind, each.quote, each.locator, each.says)
        source = _source_id(each.source, claim.id)
        yield (claim.id, position, each.stance.value, source, *map(_text, texts))


def _source_id(source: Source | str, claim: str) -> str:
    return source if isinstance(source, str) else f"{claim}/{inline_key(source)}"


def _sources(corpus: Corpus) -> Iterator[tuple[Cell, ...]]:
    for name, each in corpus.sources.items():
        yield _source(name, each.record)
    for claim in corpus.claims.values():
        found: dict[str, FiledSource] = {each.id: each for each in sources_in(claim)}
        for key, each in found.items():
            yield _source(f"{claim.id}/{key}", each.record)


def _source(name: str, source: Source) -> tuple[Cell, ...]:
    work = work_of(name, source)
    return (
        name,
        _text(source.type),
        source.title,
        LIST_SIGN.join(map(_name, work.authors)),
        work.container,
        work.publisher,
        _text(source.published),
        _text(source.accessed),
        work.language,
        work.url,
        work.doi,
        work.isbn,
        _text(source.standing),
        _text(source.status),
        work.copy.url if work.copy else "",
        *_snapshot(source),
    )


def _snapshot(source: Source) -> tuple[str, str, str, str]:
    kept = source.snapshot
    if kept is None:
        return "", "", "", ""
    return (
        kept.sha256,
        _text(kept.captured),
        kept.media_type or "",
        kept.url.href if kept.url else "",
    )


def _name(name: Name) -> str:
    return f"{name.family}, {name.given}" if name.given else name.literal or name.family


def _text(value: object) -> str:
    return "" if value is None else str(value)
