"""Texts under check, with the places in which claims were found."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from claimbook.corpus import Filed
from claimbook.format import Moment, counted, moment_if_known
from claimbook.records import CheckedDocument
from claimbook.views.links import Link, claim_location
from claimbook.views.lists import Empty, IndexEntry, IndexPage
from claimbook.views.marks import Mark
from claimbook.views.page import Desk, Page


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text; ``found`` are the numbers of claims whose words end here."""

    text: str
    is_claimed: bool
    found: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim found in the text, by its number there; ``is_placed`` if its words were found."""

    number: int
    title: str
    href: str
    mark: Mark
    quote: str
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
        lead = "Texts that we checked sentence by sentence."
        empty = Empty("No text is under check.")
        model = IndexPage("Documents", desk.crumbs(), (lead,), document_entries(desk), empty, None)
        yield Page("documents/index", "Documents", lead, "index", model)
    for each in documents.values():
        yield _document_page(each, desk)


def document_entries(desk: Desk) -> tuple[IndexEntry, ...]:
    """Every document with the count of claims found in it."""
    counts = desk.catalogue.backlinks.by_document
    return tuple(
        IndexEntry(
            each.record.title,
            desk.links.to(f"documents/{name}"),
            counted(len(counts.get(name, ())), "claim"),
            each.record.publisher or "",
            language=desk.catalogue.foreign(each.record.language),
        )
        for name, each in desk.catalogue.corpus.documents.items()
    )


def _document_page(document: Filed[CheckedDocument], desk: Desk) -> Page:
    record = document.record
    text = desk.catalogue.corpus.text_of(document) or ""
    claims, ends = _find_claims(document.id, text, desk)
    model = DocumentPage(
        record.title,
        desk.crumbs(Link("Documents", desk.links.to("documents/index"))),
        record.publisher or "",
        moment_if_known(record.published),
        record.url.href if record.url else None,
        record.url.site if record.url else "",
        desk.catalogue.foreign(record.language),
        tuple(_paragraphs(text, ends)),
        counted(len(claims), "claim"),
        claims,
        tuple(
            Fault(each.printed, each.original, each.basis or "", each.effect or "")
            for each in record.notes
        ),
    )
    description = f"{record.title}: the claims found in it, checked one by one."
    return Page(f"documents/{document.id}", record.title, description, "document", model)


Stretch = tuple[int, int, int]


def _find_claims(
    name: str, text: str, desk: Desk
) -> tuple[tuple[FoundClaim, ...], tuple[Stretch, ...]]:
    """Claims in the order in which the text makes them, and where: start, end, number."""
    quotes = {
        claim: next(
            each.quote or ""
            for each in desk.catalogue.corpus.claims[claim].record.appearances
            if each.document == name
        )
        for claim in desk.catalogue.backlinks.by_document.get(name, ())
    }
    places = {claim: _place(text, quote) for claim, quote in quotes.items()}
    unplaced = (len(text), len(text))
    order = sorted(quotes, key=lambda each: (places[each] or unplaced, each))
    found = []
    for number, claim in enumerate(order, 1):
        card = desk.catalogue.cards[claim]
        href = desk.links.to(claim_location(claim))
        placed = places[claim] is not None
        found.append(FoundClaim(number, card.title, href, card.mark, quotes[claim], placed))
    stretches = ((places[each], number) for number, each in enumerate(order, 1))
    return tuple(found), tuple((*place, number) for place, number in stretches if place)


def _place(text: str, quote: str) -> tuple[int, int] | None:
    words = " ".join(quote.split())
    joined, there, here = _words_of(text)
    at = joined.find(words) if words else -1
    if at < 0:
        return None
    last = at + len(words) - 1
    first_word, last_word = bisect_right(there, at) - 1, bisect_right(there, last) - 1
    start = here[first_word] + at - there[first_word]
    return start, here[last_word] + last - there[last_word] + 1


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
    inside = {at for first, last, _ in stretches for at in (first, last) if start < at < end}
    cuts = [start, *sorted(inside), end]
    for left, right in pairwise(cuts):
        claimed = any(first <= left and right <= last for first, last, _ in stretches)
        ending = tuple(sorted(number for _, last, number in stretches if last == right))
        yield Passage(text[left:right], claimed, ending)
