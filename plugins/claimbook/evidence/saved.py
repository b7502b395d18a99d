"""Quotations of a claim beside the saved texts of their sources."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from claimbook.anchoring import DocumentText, document_text, read_document
from claimbook.characters import decoded
from claimbook.corpus import CitedSource, Corpus, FiledClaim, text_path, uses_of
from claimbook.evidence.quotes import Result, Verdict, verify
from claimbook.evidence.steps import Steps
from claimbook.records import Appearance, Evidence, Exemption
from claimbook.source_records import Snapshot
from claimbook.text import TEXT_BYTES, TEXT_SUFFIXES, SourceFile

# A word that is broken at the end of a line.
_BROKEN = re.compile(r"-(?<=[^\W\d_]-)[ \t]*\n[ \t]*(?=[^\W\d_])")


class Obstacle(StrEnum):
    """Why a quotation was not compared."""

    UNKNOWN_SOURCE = "the source is not known"
    NO_SNAPSHOT = "no text of the source is saved"
    MISSING = "the saved text is missing"
    UNNAMED = "the saved text has no name of a text"
    CHANGED = "the saved text is not the one that was saved"
    UNREADABLE = "the saved text is no text"
    TOO_LARGE = "the saved text is larger than what is read"
    TOO_MUCH = "the quotations of the claim take too many steps"
    EXEMPT = "nobody can compare it"


class Compared(NamedTuple):
    """A quotation and what came of it: a result, or what stood in the way.

    ``reason`` is what the claim says about that, ``source`` the source by its key, ``file`` what
    the quotation was compared with.
    """

    use: Evidence | Appearance
    quote: str
    source: CitedSource | None
    file: str = ""
    result: Result | None = None
    obstacle: Obstacle | None = None
    reason: str = ""


def snapshot_path(snapshot: Snapshot, folder: str) -> str:
    """Where a saved text lies below the folder of the claims."""
    return f"{folder}/snapshots/{snapshot.file}"


def compared(claim: FiledClaim, corpus: Corpus, folder: str) -> Iterator[Compared]:
    """Every quotation of a source in a claim, in the order of the file.

    The corpus must have its snapshots; ``folder`` is that of the claims. Quotations of texts
    under check are :func:`appeared`.
    """
    left = Steps()
    for use in uses_of(claim.record):
        if use.quote and use.source is not None:
            yield _compared(_Asked(use, use.quote, claim, left), corpus, folder)


def appeared(claim: FiledClaim, corpus: Corpus) -> Iterator[Compared]:
    """Every quotation of a text under check in a claim, in the order of the file."""
    for use in claim.record.appearances:
        document = corpus.documents.get(use.document or "")
        text = document_text(document, corpus) if document else None
        if use.quote and document and text:
            yield Compared(use, use.quote, None, text_path(document), verify(use.quote, text))


class _Asked(NamedTuple):
    use: Evidence | Appearance
    quote: str
    claim: FiledClaim
    left: Steps


def _compared(asked: _Asked, corpus: Corpus, folder: str) -> Compared:
    use, quote, claim, left = asked
    cited = corpus.source(use.source, claim.record) if use.source is not None else None
    before = Compared(use, quote, cited, reason=_reason(use))
    if cited is None:
        return before._replace(obstacle=Obstacle.UNKNOWN_SOURCE)
    if isinstance(use, Evidence) and isinstance(use.verify, Exemption) and use.verify.none_:
        return before._replace(obstacle=Obstacle.EXEMPT)
    if cited.source.snapshot is None:
        return before._replace(obstacle=Obstacle.NO_SNAPSHOT)
    before = before._replace(file=snapshot_path(cited.source.snapshot, folder))
    name, raw = cited.source.snapshot.file, _text(cited.source.snapshot, folder, corpus)
    if isinstance(raw, Obstacle):
        return before._replace(obstacle=raw)
    if not left.suffice(quote, read_document(name, raw), 1 + len(_mended(raw))):
        return before._replace(obstacle=Obstacle.TOO_MUCH)
    return before._replace(result=compare_with(quote, name, raw).result)


class Comparison(NamedTuple):
    """What came of a comparison, and the text in which its places stand."""

    result: Result
    text: DocumentText


def compare(quote: str, snapshot: Snapshot, folder: str, corpus: Corpus) -> Comparison | Obstacle:
    """A quotation beside the saved text of its source, or why that cannot be."""
    raw = _text(snapshot, folder, corpus)
    return raw if isinstance(raw, Obstacle) else compare_with(quote, snapshot.file, raw)


def compare_with(quote: str, name: str, raw: str) -> Comparison:
    """A quotation beside the text of a file; the end of its ``name`` says how that is read.

    Where the text breaks words at the ends of its lines, as books do, they may be quoted in one
    piece, with a hyphen or without.
    """
    text = read_document(name, raw)
    found = verify(quote, text)
    if found.is_faithful:
        return Comparison(found, text)
    for whole in _mended(raw):
        mended = read_document(name, whole)
        again = verify(quote, mended)
        if again.is_faithful:
            is_whole = again.verdict is Verdict.VERBATIM
            made = again._replace(verdict=Verdict.TYPOGRAPHY) if is_whole else again
            return Comparison(made, mended)
    return Comparison(found, text)


# A claim may have hundreds of quotations that stand in none of these.
@lru_cache(maxsize=8)
def _mended(raw: str) -> tuple[str, ...]:
    """The text with the words whole that it breaks, as one and with a hyphen; none if it does not.

    What ends a word comes first in the expression, and is sought as quickly as any letter.
    """
    return tuple(_BROKEN.sub(hyphen, raw) for hyphen in ("", "-")) if _BROKEN.search(raw) else ()


def _reason(use: Evidence | Appearance) -> str:
    if not isinstance(use, Evidence) or not isinstance(use.verify, Exemption):
        return ""
    return use.verify.manual or use.verify.none_ or ""


def _text(snapshot: Snapshot, folder: str, corpus: Corpus) -> str | Obstacle:
    file = (corpus.snapshots or {}).get(snapshot_path(snapshot, folder))
    if file is None:
        return Obstacle.MISSING if snapshot.file.endswith(TEXT_SUFFIXES) else Obstacle.UNNAMED
    whole = file.whole()
    if len(whole.data) > TEXT_BYTES:
        return Obstacle.TOO_LARGE
    return _read(whole.data, snapshot.sha256.lower())


# The quotations of one claim stand in few texts.
@lru_cache(maxsize=8)
def _read(data: bytes, sha256: str) -> str | Obstacle:
    if digest_of(SourceFile("", data)) != sha256:
        return Obstacle.CHANGED
    # A new page of a book, which no text under check may hold.
    text = decoded(SourceFile("", data.replace(b"\f", b"\n"))).value
    return Obstacle.UNREADABLE if text is None else text


def digest_of(file: SourceFile) -> str:
    """The SHA-256 of a saved text's bytes, as ``sha256sum`` prints it."""
    # Loaded where there is a saved text: most commands see none.
    from hashlib import sha256  # noqa: PLC0415

    return sha256(file.data).hexdigest()
