"""What was found in a text under check, as annotations of it that other programs can show.

As the Web Annotation Data Model of the W3C has it (Recommendation of 23 February 2017): a
collection (5) of annotations (3), whose targets are stretches of a text (4.2.4, 4.2.5). Positions
count code points of the text that lies beside, which is the one that the page shows.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from claimbook.anchoring import DocumentText, document_text
from claimbook.boundaries.hypertext import escaped
from claimbook.corpus import Filed
from claimbook.data import json_bytes
from claimbook.exports.files import File
from claimbook.exports.structured.json_ld import Json
from claimbook.exports.structured.licences import licence_of
from claimbook.records import CheckedDocument
from claimbook.views.catalogue import Catalogue
from claimbook.views.document.faults import noted_in
from claimbook.views.document.layers import Stretch
from claimbook.views.document.parts import Fault, Gap, Statement
from claimbook.views.document.statements import statements_in
from claimbook.views.links import Links, claim_location

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_TYPE = f'application/ld+json;profile="{CONTEXT}"'
_ROOM = "documents/"
# How much stands around a quotation, so that it is found again where it stands twice.
_AROUND = 32
_UP = "../../"


def annotation_files(catalogue: Catalogue) -> Iterator[File]:
    """For each text its annotations, and the text as readers see it, to which these point."""
    for each in catalogue.corpus.documents.values():
        text = document_text(each, catalogue.corpus)
        if text is not None:
            yield text_path(each.id), text.text.encode()
            told = _Annotated(each, text, catalogue).collection()
            yield annotations_path(each.id), json_bytes(told) + b"\n"


def annotations_path(document: str) -> str:
    """Where the annotations of a text stand."""
    return f"{_ROOM}{document}/annotations.json"


def text_path(document: str) -> str:
    """Where the text stands that they annotate."""
    return f"{_ROOM}{document}/text.txt"


def annotations_link(location: str, catalogue: Catalogue) -> str:
    """The ``link`` from the page of a text to its annotations; empty for all other pages."""
    name = location.removeprefix(_ROOM)
    document = catalogue.corpus.documents.get(name)
    if not catalogue.settings.exports.annotations or document is None or name == location:
        return ""
    if catalogue.corpus.text_of(document) is None:
        return ""
    href = Links.of(catalogue.style, location).file(annotations_path(name))
    return f'<link rel="alternate" type="{escaped(_TYPE)}" href="{escaped(href)}">'


class _Annotated:
    """One text, whose annotations are made from here."""

    def __init__(
        self, document: Filed[CheckedDocument], text: DocumentText, catalogue: Catalogue
    ) -> None:
        self._document, self._text, self._catalogue = document, text.text, catalogue
        # Relative addresses are read as seen from the file.
        self._root = catalogue.publication.url or _UP
        self._own = f"{self._root}{annotations_path(document.id)}"

    def collection(self) -> Json:
        """All annotations: first those of claims, then of faults, then of what was not checked."""
        items = [*self._statements(), *self._notes()]
        page = {"type": "AnnotationPage", "id": f"{self._own}#page", "partOf": self._own}
        return {
            "@context": CONTEXT,
            "id": self._own,
            "type": "AnnotationCollection",
            "label": self._document.record.title,
            "creator": self._creator(),
            **self._rights(),
            "total": len(items),
            "first": {**page, "startIndex": 0, "items": items},
        }

    def _creator(self) -> Json:
        publication = self._catalogue.publication
        home = {"homepage": publication.url} if publication.url else {}
        return {"type": "Organization", "name": publication.name, **home}

    def _rights(self) -> Json:
        licence = licence_of(self._catalogue.publication.licence)
        return {"rights": licence.url} if licence and licence.url else {}

    def _statements(self) -> Iterator[Json]:
        for statement, places in statements_in(self._document.id, self._catalogue):
            if places:
                yield self._annotation(
                    statement.anchor, "assessing", self._assessed(statement), places
                )

    def _assessed(self, statement: Statement) -> list[Json]:
        language = self._catalogue.corpus.claims[statement.id].record.language
        told = f"{statement.mark.label}: {statement.verdict}"
        page = f"{self._root}{self._catalogue.style.url(claim_location(statement.id))}"
        return [
            self._textual(told, "assessing", language),
            self._textual(statement.mark.label, "classifying"),
            {"type": "SpecificResource", "source": page, "purpose": "linking"},
        ]

    def _notes(self) -> Iterator[Json]:
        noted = noted_in(self._document, self._catalogue.corpus)
        for fault in noted.faults:
            yield from self._note(f"fault-{fault.letter}", "editing", fault, noted.fault_places)
        for gap in noted.gaps:
            yield from self._note(f"gap-{gap.number}", "commenting", gap, noted.gap_places)

    def _note(
        self,
        name: str,
        motivation: str,
        note: Fault | Gap,
        everything: Iterable[Stretch[Any]],
    ) -> Iterator[Json]:
        places = tuple([each for each in everything if each.of == note])
        if places:
            body = self._edited(note) if isinstance(note, Fault) else self._left_out(note)
            yield self._annotation(name, motivation, body, places)

    def _edited(self, fault: Fault) -> list[Json]:
        effect = " ".join(each for each in (fault.effect, fault.basis) if each)
        likely = self._textual(fault.original, "editing", self._document.record.language)
        return [likely, *([self._textual(effect, "commenting")] if effect else [])]

    def _left_out(self, gap: Gap) -> list[Json]:
        told = self._catalogue.say("documents.left_out", reason=gap.reason)
        return [self._textual(told, "commenting")]

    def _textual(self, value: str, purpose: str, language: str | None = None) -> Json:
        return {
            "type": "TextualBody",
            "value": value,
            "format": "text/plain",
            "language": language or self._catalogue.publication.language,
            "purpose": purpose,
        }

    def _annotation(
        self,
        name: str,
        motivation: str,
        body: list[Json],
        places: tuple[Stretch[Statement], ...]
        | tuple[Stretch[Fault], ...]
        | tuple[Stretch[Gap], ...],
    ) -> Json:
        return {
            "id": f"{self._own}#{name}",
            "type": "Annotation",
            "motivation": motivation,
            "body": body,
            "target": [target for each in places for target in self._targets(each.start, each.end)],
        }

    def _targets(self, start: int, end: int) -> Iterator[Json]:
        """A stretch of the text that lies beside, and the same words where they were published."""
        quoted = {
            "type": "TextQuoteSelector",
            "exact": self._text[start:end],
            "prefix": self._text[max(0, start - _AROUND) : start],
            "suffix": self._text[end : end + _AROUND],
        }
        position = {"type": "TextPositionSelector", "start": start, "end": end}
        yield self._specific(f"{self._root}{text_path(self._document.id)}", [quoted, position])
        if self._document.record.url:
            yield self._specific(self._document.record.url.href, [quoted])

    def _specific(self, source: str, selectors: list[Json]) -> Json:
        return {"type": "SpecificResource", "source": source, "selector": selectors}
