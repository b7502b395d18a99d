"""Texts under check, with the places in which claims were found."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from claimbook.corpus import Filed
from claimbook.records import CheckedDocument
from claimbook.views.links import Link, claim_location
from claimbook.views.lists import Empty, IndexEntry, IndexPage
from claimbook.views.marks import Mark
from claimbook.views.page import Desk, Page
from claimbook.wording import Moment


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text; ``found`` are the claims whose words end here."""

    text: str
    is_claimed: bool
    found: "tuple[FoundClaim, ...]"


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim found in the text, by its number there; ``is_placed`` if its words were found."""

    id: str
    number: int
    title: str
    language: str | None
    href: str
    mark: Mark
    is_placed: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of translation."""

    printed: str
    original: str
    basis: str
    effect: str


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """The page of a text under check."""

    title: str
    crumbs: tuple[Link, ...]
    publisher: str
    published: Moment | None
    href: str | None
    site: str
    language: str | None
    paragraphs: tuple[tuple[Passage, ...], ...]
    count: str
    claims: tuple[FoundClaim, ...]
    faults: tuple[Fault, ...]


def document_pages(desk: Desk) -> Iterator[Page]:
    """The index of documents, where there are any, and a page for each."""
    documents = desk.catalogue.corpus.documents
    if documents:
        title, lead = desk.say("documents.title"), desk.say("documents.lead")
        empty = Empty(desk.say("documents.none"))
        model = IndexPage(title, desk.crumbs(), (lead,), document_entries(desk), empty)
        yield Page("documents/index", title, lead, "index", model)
    for each in documents.values():
        yield _document_page(each, desk)


def document_entries(desk: Desk) -> tuple[IndexEntry, ...]:
    """Every document with the count of claims found in it."""
    counts = desk.catalogue.backlinks.by_document
    return tuple(
        IndexEntry(
            each.record.title,
            desk.links.to(f"documents/{name}"),
            desk.claims(len(counts.get(name, ()))),
            each.record.publisher or "",
            language=desk.catalogue.foreign(each.record.language),
        )
        for name, each in desk.catalogue.corpus.documents.items()
    )


def _document_page(document: Filed[CheckedDocument], desk: Desk) -> Page:
    record = document.record
    text = desk.catalogue.corpus.text_of(document) or ""
    claims, stretches = _find_claims(document.id, text, desk)
    model = DocumentPage(
        record.title,
        desk.crumbs(desk.link("documents.title", "documents/index")),
        record.publisher or "",
        desk.say.moment_if_known(record.published),
        record.url.href if record.url else None,
        record.url.site if record.url else "",
        desk.catalogue.foreign(record.language),
        tuple(_paragraphs(text, stretches)),
        desk.claims(len(claims)),
        claims,
        tuple(
            Fault(each.printed, each.original, each.basis or "", each.effect or "")
            for each in record.notes
        ),
    )
    description = desk.say("documents.about", title=record.title)
    return Page(f"documents/{document.id}", record.title, description, "document", model)


class Stretch(NamedTuple):
    """Where words of a claim stand; ``ends`` is the claim whose last words these are."""

    start: int
    end: int
    ends: FoundClaim | None


Place = tuple[int, int]


def _find_claims(
    name: str, text: str, desk: Desk
) -> tuple[tuple[FoundClaim, ...], tuple[Stretch, ...]]:
    """Claims in the order in which the text makes them, and where their words stand."""
    quotes = {
        claim: _quote(claim, name, desk)
        for claim in desk.catalogue.backlinks.by_document.get(name, ())
    }
    places = {claim: tuple(_places(text, quote)) for claim, quote in quotes.items()}
    unplaced = ((len(text), len(text)),)
    order = sorted(quotes, key=lambda each: (places[each] or unplaced, each))
    found = tuple(
        _found(claim, number, desk, is_placed=bool(places[claim]))
        for number, claim in enumerate(order, 1)
    )
    return found, tuple(each for claim in found for each in _stretches(claim, places[claim.id]))


def _quote(claim: str, document: str, desk: Desk) -> str:
    appearances = desk.catalogue.corpus.claims[claim].record.appearances
    return next(each.quote or "" for each in appearances if each.document == document)


def _found(claim: str, number: int, desk: Desk, *, is_placed: bool) -> FoundClaim:
    card = desk.catalogue.cards[claim]
    href = desk.links.to(claim_location(claim))
    return FoundClaim(claim, number, card.title, card.language, href, card.mark, is_placed)


def _stretches(claim: FoundClaim, places: Sequence[Place]) -> Iterator[Stretch]:
    for place in places[:-1]:
        yield Stretch(*place, None)
    for place in places[-1:]:
        yield Stretch(*place, claim)


_ELISION = re.compile(r"\[(?:…|\.\.\.)\]")


def _places(text: str, quote: str) -> Iterator[Place]:
    """Where the parts of a quotation stand, in their order; nowhere if one of them is missing."""
    joined, there, here = _words_of(text)
    parts = [" ".join(each.split()) for each in _ELISION.split(quote)]
    found = list(_in_order(joined, [each for each in parts if each]))
    if -1 in (at for at, _ in found):
        return
    for at, length in found:
        first, last = (bisect_right(there, each) - 1 for each in (at, at + length - 1))
        yield here[first] + at - there[first], here[last] + at + length - there[last]


def _in_order(joined: str, parts: Iterable[str]) -> Iterator[tuple[int, int]]:
    end = 0
    for part in parts:
        at = joined.find(part, end)
        yield at, len(part)
        end = at + len(part)


# Not a pattern of the words: on a long text of few different words that takes half a minute.
@lru_cache(maxsize=2)
def _words_of(text: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """The words of a text, joined by single spaces, and where each begins there and in it."""
    found = tuple(re.finditer(r"\S+", text))
    lengths = (len(each[0]) + 1 for each in found)
    return (
        " ".join(each[0] for each in found),
        tuple(accumulate(lengths, initial=0))[:-1],
        tuple(each.start() for each in found),
    )


def _paragraphs(text: str, stretches: tuple[Stretch, ...]) -> Iterator[tuple[Passage, ...]]:
    for found in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
        yield tuple(_passages(text, found.start(), found.end(), stretches))


def _passages(text: str, start: int, end: int, stretches: tuple[Stretch, ...]) -> Iterator[Passage]:
    inside = {at for each in stretches for at in (each.start, each.end) if start < at < end}
    cuts = [start, *sorted(inside), end]
    for left, right in pairwise(cuts):
        claimed = any(each.start <= left and right <= each.end for each in stretches)
        ending = (each.ends for each in stretches if each.ends and each.end == right)
        yield Passage(text[left:right], claimed, tuple(ending))
