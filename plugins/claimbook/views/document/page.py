"""The page of one text under check."""

from dataclasses import dataclass

from claimbook.anchoring import DocumentText, document_text
from claimbook.corpus import Filed
from claimbook.records import CheckedDocument
from claimbook.views.document.faults import Noted, amendments, noted_in
from claimbook.views.document.figures import Rated, covered, rated
from claimbook.views.document.layers import Layers, Stretch
from claimbook.views.document.paragraphs import Part, parts_of
from claimbook.views.document.parts import Fault, Gap, Statement
from claimbook.views.document.statements import doubtful_in, statements_in
from claimbook.views.links import Link
from claimbook.views.page import Desk
from claimbook.wording import Moment

_EMPTY = DocumentText("", ())
_OPEN = "unproven"


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """The page of a text under check; ``covered`` is the share of its words in statements.

    ``grave`` is how many faults are so: these are shown in the text before a reader asks for it.
    """

    title: str
    crumbs: tuple[Link, ...]
    publisher: str
    published: Moment | None
    href: str | None
    site: str
    language: str | None
    parts: tuple[Part, ...]
    ratings: tuple[Rated, ...]
    covered: str
    count: str
    statements: tuple[Statement, ...]
    faults: tuple[Fault, ...]
    gaps: tuple[Gap, ...]
    grave: int

    @property
    def is_long(self) -> bool:
        """Whether it is laid out in parts."""
        return len(self.parts) > 1

    @property
    def has_open(self) -> bool:
        """Whether something in it is unproven or was not checked."""
        return bool(self.gaps) or any(each.mark.tone == _OPEN for each in self.ratings)


def document_page(document: Filed[CheckedDocument], desk: Desk) -> DocumentPage:
    """The model of the page."""
    record, catalogue = document.record, desk.catalogue
    text = document_text(document, catalogue.corpus) or _EMPTY
    found = tuple(statements_in(document.id, catalogue))
    statements = tuple([each for each, _ in found])
    stretches = tuple([each for _, places in found for each in places])
    noted = noted_in(document, catalogue.corpus, doubtful_in(stretches))
    return DocumentPage(
        record.title,
        desk.crumbs(desk.link("documents.title", "documents/index")),
        record.publisher or "",
        desk.say.moment_if_known(record.published),
        record.url.href if record.url else None,
        record.url.site if record.url else "",
        catalogue.foreign(record.language),
        parts_of(text, _layers(text, stretches, noted), record.url),
        rated(statements, stretches, len(text.text)),
        desk.say.percent(covered(text.text, stretches, noted.gap_places)),
        desk.say.count("documents.statements", len(statements)),
        statements,
        noted.faults,
        noted.gaps,
        sum(each.is_grave for each in noted.faults),
    )


def _layers(text: DocumentText, stretches: tuple[Stretch[Statement], ...], noted: Noted) -> Layers:
    struck, added = amendments(text.text, noted.fault_places)
    return Layers(stretches, struck, noted.fault_places, noted.gap_places, added)
