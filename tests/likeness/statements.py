"""Labelled sentences and the statements of the dossier, and how well a working list finds them."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from claimbook.anchoring import Anchor, DocumentText, Selector, anchor, read_document
from claimbook.compile import compile_claims
from claimbook.corpus import Corpus
from claimbook.likeness.compare import Relation
from claimbook.likeness.index import Entry, Index
from claimbook.settings import DEFAULT_SETTINGS
from claimbook.statements.around import standing_in
from claimbook.statements.features import WORTH_FROM, Context, signs_in
from claimbook.statements.worklist import Around, Statement, statements_in
from claimbook.text import SourceFile
from tests.likeness.labelled import Quality

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
ARTICLE = "sora-article"


class Labelled(NamedTuple):
    """A sentence, and whether it is worth checking; ``is_held`` where nothing was tuned with it."""

    language: str
    is_worth: bool
    text: str
    is_held: bool

    @property
    def score(self) -> float:
        """What the signs of the sentence come to."""
        return sum(each.weight for each in signs_in(self.text, Context(self.language)))


def labelled_sentences() -> Iterator[Labelled]:
    """All sentences in the order of the file."""
    is_held = False
    for line in (HERE / "sentences.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(">"):
            is_held = line.startswith(">>")
        elif line and not line.startswith("#"):
            language, sign, text = line.split(" ", 2)
            yield Labelled(language, sign == "+", text, is_held)


def quality_of(sentences: Iterable[Labelled]) -> Quality:
    """How many of those told worth checking are, and how many of those that are, are told."""
    told = [(each.is_worth, each.score >= WORTH_FROM) for each in sentences]
    right = sum(wanted and got for wanted, got in told)
    said, wanted = sum(got for _, got in told), sum(each for each, _ in told)
    return Quality(right / max(1, said), right / max(1, wanted), len(told))


class Article(NamedTuple):
    """The shipped article: its text, its claims, and its working lists with and without anchors."""

    corpus: Corpus
    text: DocumentText
    anchored: tuple[Statement, ...]
    unaided: tuple[Statement, ...]


def article() -> Article:
    """Read the article, once as the document that it is and once as a text nobody knows."""
    files = [
        SourceFile(path.relative_to(REPOSITORY).as_posix(), path.read_bytes())
        for path in sorted((REPOSITORY / "claims").rglob("*"))
        if path.suffix in {".yml", ".txt"}
    ]
    corpus = compile_claims(files, DEFAULT_SETTINGS, date(2026, 11, 23)).corpus
    document = corpus.documents[ARTICLE]
    raw = corpus.text_of(document) or ""
    text = read_document(document.record.text, raw)
    claims = (Entry(e.id, e.record.claim, e.record.title or "") for e in corpus.claims.values())
    index = Index.of(claims)
    standing = standing_in(document, text, corpus)
    anchored = statements_in(text, Around("en", raw, standing=standing))
    unaided = statements_in(text, Around("en", raw, find=lambda said: index.find(said, 3)))
    return Article(corpus, text, anchored, unaided)


class Hit(NamedTuple):
    """A statement of the dossier, and the rank at which its sentence stands, or why it is missed.

    ``is_told`` says whether a part that is proposed for a claim of its own is that statement.
    """

    id: str
    rank: int | None
    why: str
    is_told: bool


def dossier(read: Article) -> list[Hit]:
    """Each statement of the dossier in the list of a text that nobody knows."""
    lines = (HERE / "dossier.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split(" ", 1) for line in lines if line and not line.startswith("#"))
    order = sorted(read.unaided, key=lambda each: (-each.score, each.number))
    ranks = {each.number: rank for rank, each in enumerate(order, 1) if each.is_worth}
    return [_hit(name, quote, read, ranks) for name, quote in rows]


def _hit(name: str, quote: str, read: Article, ranks: dict[int, int]) -> Hit:
    found = anchor(read.text, Selector(quote))
    assert isinstance(found, Anchor), name
    place = found.places[0]
    (statement,) = (e for e in read.unaided if e.place.start <= place.start < e.place.end)
    spans = [part.place for part in statement.parts] or [statement.place]
    is_told = any(_share(place.start, place.end, *span) >= 0.6 for span in spans)
    return Hit(name, ranks.get(statement.number), statement.why, is_told)


def _share(start: int, end: int, first: int, last: int) -> float:
    """What two stretches have in common, beside all they cover."""
    common = max(0, min(end, last) - max(start, first))
    return common / (max(end, last) - min(start, first))


def known_again(read: Article) -> tuple[Quality, list[str], int]:
    """How well claims are matched to the sentences in which they stand, their anchors ignored.

    The second are the ids of claims that were not found; then how many were found or at least
    told as the nearest related one.
    """
    pairs = {
        (each.number, known.claim)
        for each in read.anchored
        for known in each.known
        if known.match is None
    }
    told = {
        (each.number, known.claim)
        for each in read.unaided
        for known in each.known
        if known.match is not None and known.match.relation is not Relation.RELATED
    }
    right = pairs & told
    quality = Quality(len(right) / max(1, len(told)), len(right) / len(pairs), len(pairs))
    found = {claim for _, claim in right}
    nearest = {(e.number, match.entry.id) for e in read.unaided for match in e.related}
    missed = sorted({claim for _, claim in pairs} - found)
    return quality, missed, len(pairs & (told | nearest))
