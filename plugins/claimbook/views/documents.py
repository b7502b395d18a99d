"""Texts under check: the index of them, and a page for each."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.assets import DOCUMENT_STYLE
from claimbook.corpus import Filed
from claimbook.records import CheckedDocument
from claimbook.views.document.figures import ratings_of
from claimbook.views.document.page import document_page
from claimbook.views.document.statements import statements_in
from claimbook.views.links import Link
from claimbook.views.lists import Empty, IndexEntry
from claimbook.views.marks import Mark
from claimbook.views.page import Desk, Page
from claimbook.wording import Moment

_INDEX = "documents/index"


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A text under check in the list of all, with its ratings and how often each occurs."""

    title: str
    href: str
    language: str | None
    publisher: str
    published: Moment | None
    count: str
    ratings: tuple[tuple[Mark, str], ...]


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """The list of all texts under check."""

    title: str
    crumbs: tuple[Link, ...]
    lead: tuple[str, ...]
    entries: tuple[DocumentEntry, ...]
    empty: Empty


def document_pages(desk: Desk) -> Iterator[Page]:
    """The index of documents, where there are any, and a page for each."""
    documents = desk.catalogue.corpus.documents
    if documents:
        yield _index(desk)
    for each in documents.values():
        title = each.record.title
        description = desk.say("documents.about", title=title)
        location = f"documents/{each.id}"
        model = document_page(each, desk)
        yield Page(location, title, description, "document", model, DOCUMENT_STYLE)


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


def _index(desk: Desk) -> Page:
    title, lead = desk.say("documents.title"), desk.say("documents.lead")
    entries = tuple([_entry(each, desk) for each in desk.catalogue.corpus.documents.values()])
    empty = Empty(desk.say("documents.none"))
    model = DocumentsPage(title, desk.crumbs(), (lead,), entries, empty)
    return Page(_INDEX, title, lead, "documents", model)


def _entry(document: Filed[CheckedDocument], desk: Desk) -> DocumentEntry:
    record = document.record
    statements = tuple([each for each, _ in statements_in(document.id, desk.catalogue)])
    return DocumentEntry(
        record.title,
        desk.links.to(f"documents/{document.id}"),
        desk.catalogue.foreign(record.language),
        record.publisher or "",
        desk.say.moment_if_known(record.published),
        desk.say.count("documents.statements", len(statements)),
        tuple([(mark, desk.say.number(count)) for mark, count in ratings_of(statements)]),
    )
