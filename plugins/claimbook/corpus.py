"""All records of a publication, found by id and by what refers to them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from claimbook.drawn import Late
from claimbook.prose import read_marks, read_prose
from claimbook.records import (
    Appearance,
    CheckedDocument,
    Claim,
    Claimant,
    Evidence,
    Outlet,
    Rating,
    Related,
    Scale,
    Source,
    Topic,
)
from claimbook.shape import Record, shapes_of
from claimbook.text import SourceFile, Span
from claimbook.values import is_slug, slug_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Filed(Generic[T]):
    """A record with the id and the file that hold it."""

    id: str
    path: str
    record: T


@dataclass(frozen=True, slots=True)
class FiledClaim(Filed[Claim]):
    """A claim with its id and file; ``is_draft`` where it is not to be published."""

    is_draft: bool = False

    @property
    def title(self) -> str:
        """The short title, or the claim itself."""
        return self.record.title or self.record.claim


@dataclass(frozen=True, slots=True)
class FiledSource(Filed[Source]):
    """A source with its id and file; ``claim`` is the one it is written out in, if it is."""

    claim: FiledClaim | None = None


class CitedSource(NamedTuple):
    """A source as one claim uses it: its key within the claim, and whether it is shared."""

    key: str
    source: Source
    is_shared: bool


@dataclass(frozen=True, slots=True)
class Corpus:
    """Every record by id, in the order of ids; broken files leave their id in ``known_ids``."""

    claims: Mapping[str, FiledClaim] = field(default_factory=dict)
    drafts: Mapping[str, FiledClaim] = field(default_factory=dict)
    sources: Mapping[str, Filed[Source]] = field(default_factory=dict)
    claimants: Mapping[str, Filed[Claimant]] = field(default_factory=dict)
    documents: Mapping[str, Filed[CheckedDocument]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    # Saved texts of sources by path; None where they are not at hand, so that nothing follows.
    snapshots: Mapping[str, SourceFile] | None = None
    scale: Filed[Scale] | None = None
    topics: Mapping[str, Topic] = field(default_factory=dict)
    topics_path: str = ""
    outlets: Mapping[str, Outlet] = field(default_factory=dict)
    # Ids by role ("claim", "source", …) that files stand for, readable or not.
    known_ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    # What Git calls the content of claim files, by path.
    versions: Mapping[str, bytes] = field(default_factory=dict)
    # Paths of files of which something could not be read.
    unsound: frozenset[str] = frozenset()

    @property
    def ratings(self) -> Mapping[str, Rating]:
        """The rating scale in its own order."""
        return self.scale.record.ratings if self.scale else {}

    def all_claims(self) -> Iterator[FiledClaim]:
        """Claims and drafts."""
        yield from self.claims.values()
        yield from self.drafts.values()

    def all_shared_sources(self) -> Iterator[FiledSource]:
        """The sources that have a file of their own."""
        for each in self.sources.values():
            yield FiledSource(each.id, each.path, each.record)

    def knows(self, role: str, name: str) -> bool:
        """Whether a file stands for this id, even one that could not be read."""
        return name in self.known_ids.get(role, frozenset())

    def source(self, reference: Source | str, within: Claim) -> CitedSource | None:
        """The source that a claim refers to: itself, a shared one, or an inline one by its id."""
        if isinstance(reference, Source):
            return CitedSource(inline_key(reference), reference, is_shared=False)
        filed = self.sources.get(reference)
        if filed is not None:
            return CitedSource(reference, filed.record, is_shared=True)
        for inline in inline_sources(within):
            if inline.id == reference:
                return CitedSource(reference, inline, is_shared=False)
        return None

    def source_record(self, reference: Source | str, within: Claim) -> Source | None:
        """As :meth:`source`, of which most need nothing but the record."""
        if isinstance(reference, Source):
            return reference
        cited = self.source(reference, within)
        return None if cited is None else cited.source

    def version(self, claim: FiledClaim) -> str:
        """The name that Git has for a claim's file as it is, in 40 hexadecimal digits.

        Empty where that is not known.
        """
        return self.versions.get(claim.path, b"").hex()

    def text_of(self, document: Filed[CheckedDocument]) -> str | None:
        """The text of a document, with LF line ends; None where there is no such file."""
        return self.texts.get(text_path(document))

    def claimant(self, reference: Claimant | str) -> Filed[Claimant]:
        """The claimant or entity a claim names; one without a file gets an id from its name."""
        if isinstance(reference, Claimant):
            return Filed(slug_of(reference.name) or "unnamed", "", reference)
        filed = self.claimants.get(reference)
        if filed is not None:
            return filed
        return Filed(slug_of(reference) or "unnamed", "", Claimant(name=reference))


def text_path(document: Filed[CheckedDocument]) -> str:
    """Where the text of a document lies: beside its record."""
    folder, slash, _ = document.path.rpartition("/")
    return f"{folder}{slash}{document.record.text}"


def inline_key(source: Source) -> str:
    """The key of an inline source: its id, or one made from where it stands."""
    if source.id:
        return source.id
    return f"inline-{source.at.mark.line}-{source.at.mark.column}"


def inline_sources(claim: Claim) -> Iterator[Source]:
    """Sources written out in a claim file, evidence first."""
    for each in uses_of(claim):
        if isinstance(each.source, Source):
            yield each.source


def sources_in(claim: FiledClaim) -> Iterator[FiledSource]:
    """The inline sources of a claim with their keys and the claim's file."""
    for each in inline_sources(claim.record):
        yield FiledSource(inline_key(each), claim.path, each, claim)


def uses_of(claim: Claim) -> tuple[Evidence | Appearance, ...]:
    """Everything in a claim that names a source, evidence first."""
    return (*claim.evidence, *claim.appearances)


class SourceReference(NamedTuple):
    """A source named by its id in a claim.

    ``span`` is the place of the field; where the id stands in a text, ``value`` is that text and
    ``within`` the id's two offsets in it.
    """

    id: str
    span: Span
    value: str | None = None
    within: tuple[int, int] | None = None


def source_references(claim: Claim) -> Iterator[SourceReference]:
    """Every id by which a claim names a source: in evidence, appearances, replies and citations."""
    for each in (*uses_of(claim), *claim.review.responses):
        if isinstance(each.source, str):
            yield SourceReference(each.source, each.at.value("source"))
    review = claim.review
    yield from _cited(review, "analysis", review.analysis)
    for correction in review.corrections:
        yield from _cited(correction, "wrong", correction.wrong)
        yield from _cited(correction, "now", correction.now)


def source_ids(claim: Claim) -> set[str]:
    """The ids of :func:`source_references`, without their places."""
    naming = (*uses_of(claim), *claim.review.responses)
    found = {each.source for each in naming if isinstance(each.source, str)}
    corrected = ((each.wrong, each.now) for each in claim.review.corrections)
    for text in (claim.review.analysis, *chain.from_iterable(corrected)):
        found.update(read_prose(text).cited if text else ())
    return found


def _cited(record: Record, field: str, text: str | None) -> Iterator[SourceReference]:
    for group in read_marks(text).citations if text else ():
        for each in group:
            part = (each.start, each.end)
            yield SourceReference(each.source, record.at.value(field), text, part)


def names_id(reference: object) -> bool:
    """Whether a claimant is named by id: text in the form of an id is one, other text a name."""
    return isinstance(reference, str) and is_slug(reference)


def relations(related: Related | None) -> Iterator[tuple[str, str, Span]]:
    """Every relation of a claim: its kind, the other claim's id, and where that stands."""
    if related is None:
        return
    for shape in shapes_of(Related):
        for index, other in enumerate(getattr(related, shape.name)):
            yield shape.name, other, related.at.item(shape.name, index)


@dataclass(frozen=True, slots=True)
class Backlinks:
    """What refers to what, the other way round; made once for a corpus."""

    by_source: Mapping[str, tuple[str, ...]]
    by_claimant: Mapping[str, tuple[str, ...]]
    by_topic: Mapping[str, tuple[str, ...]]
    by_rating: Mapping[str, tuple[str, ...]]
    by_year: Mapping[str, tuple[str, ...]]
    by_document: Mapping[str, tuple[str, ...]]
    relations: Mapping[str, tuple[tuple[str, str], ...]]


def backlinks(corpus: Corpus) -> Backlinks:
    """Invert all references of the published claims, each kind when it is asked for.

    Ids come in the order of the corpus.
    """

    def by(targets: Callable[[FiledClaim], Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
        return Late(lambda: _inverted((name, targets(each)) for name, each in claims.items()))

    claims = corpus.claims
    return Backlinks(
        by(lambda claim: sorted(shared_sources(corpus, claim))),
        by(lambda claim: [corpus.claimant(claim.record.claimant).id]),
        by(lambda claim: claim.record.topics),
        by(lambda claim: [claim.record.review.rating]),
        by(lambda claim: _years(claim.record)),
        by(lambda claim: [each.document for each in claim.record.appearances if each.document]),
        Late(lambda: _relations(claims)),
    )


def due_day(claim: Claim) -> date | None:
    """The last day before a new review is due; None where none is, as for what was withdrawn."""
    by = claim.review.review_by
    return by.latest.date() if by and not claim.withdrawn else None


def published_sources(corpus: Corpus) -> Iterator[Source]:
    """Every source that published claims use, once: inline ones, then those with a file."""
    for each in corpus.claims.values():
        yield from inline_sources(each.record)
    used = {name for each in corpus.claims.values() for name in shared_sources(corpus, each)}
    yield from (each.record for name, each in corpus.sources.items() if name in used)


def shared_sources(corpus: Corpus, claim: FiledClaim) -> frozenset[str]:
    """Ids of the shared sources that a claim uses as evidence or appearance."""
    used = (each.source for each in uses_of(claim.record))
    return frozenset(each for each in used if isinstance(each, str) and each in corpus.sources)


def _years(claim: Claim) -> list[str]:
    return [f"{claim.claimed.year:04}"] if claim.claimed else []


def _inverted(pairs: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, targets in pairs:
        for target in dict.fromkeys(targets):
            found[target].append(name)
    return {target: tuple(names) for target, names in sorted(found.items())}


def _relations(claims: Mapping[str, FiledClaim]) -> dict[str, tuple[tuple[str, str], ...]]:
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, each in claims.items():
        for kind, other, _ in relations(each.record.related):
            found[other].append((kind, name))
    return {other: tuple(pairs) for other, pairs in sorted(found.items())}
