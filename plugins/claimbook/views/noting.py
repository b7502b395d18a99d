"""A catalogue that notes what a page looks up, so that it is made again only when that changes."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from claimbook.corpus import Corpus
from claimbook.data import digest
from claimbook.lookups import Learned, Notes, NotingMapping, Question, noting
from claimbook.views.catalogue import Catalogue

T = TypeVar("T")
CLAIMS, CARDS = "claims", "cards"
_OF_CATALOGUE = (CARDS, "shared_texts", "source_uses")
_OF_PEOPLE = ("ids", "by_id")
_RELATIONS = "relations"


def noting_catalogue(catalogue: Catalogue) -> tuple[Catalogue, Notes]:
    """The catalogue as one that takes notes, and where it takes them."""
    corpus, notes = noting(catalogue.corpus)

    def noted(part: str, inner: Mapping[str, T]) -> Mapping[str, T]:
        return NotingMapping(inner, notes.page(part))

    corpus = replace(corpus, claims=noted(CLAIMS, corpus.claims))
    people, links = catalogue.people, catalogue.backlinks
    watched = replace(
        catalogue,
        corpus=corpus,
        people=replace(
            people,
            corpus=corpus,
            ids=noted("ids", people.ids),
            by_id=noted("by_id", people.by_id),
        ),
        backlinks=replace(links, relations=noted(_RELATIONS, links.relations)),
        cards=noted(CARDS, catalogue.cards),
        shared_texts=noted("shared_texts", catalogue.shared_texts),
        source_uses=noted("source_uses", catalogue.source_uses),
    )
    return watched, notes


class PageAnswers:
    """What a catalogue answers today, as digests.

    ``digests`` are those of claim files, by path.
    """

    def __init__(self, catalogue: Catalogue, digests: Mapping[str, bytes]) -> None:
        self._digests = digests
        self._corpus = catalogue.corpus
        people = {part: getattr(catalogue.people, part) for part in _OF_PEOPLE}
        found = {part: getattr(catalogue, part) for part in _OF_CATALOGUE}
        relations = {_RELATIONS: catalogue.backlinks.relations}
        self._parts: dict[str, Mapping[str, object]] = {**people, **found, **relations}
        self._known = Learned(lambda question: self._answer(*question))

    def digest(self, questions: Iterable[Question]) -> bytes:
        """One digest of all answers; the questions come in a fixed order."""
        return digest(b"".join(map(self._known.__getitem__, questions)))

    def _answer(self, part: str, name: str) -> bytes:
        if part == CLAIMS:
            return self._claim(name)
        if part == "snapshots":
            return self._digests.get(name, digest(b""))
        answers = self._parts[part] if part in self._parts else _part_of(self._corpus, part)
        told = repr(answers.get(name)) if name else repr(list(answers.items()))
        return digest(told.encode("utf-8", "surrogatepass"))

    def _claim(self, name: str) -> bytes:
        if not name:
            files = (self._digests[each.path] for each in self._corpus.claims.values())
            return digest(b"".join(files))
        claim = self._corpus.claims.get(name)
        return self._digests[claim.path] if claim else digest(b"")


def _part_of(corpus: Corpus, part: str) -> Mapping[str, object]:
    found: Mapping[str, object] = getattr(corpus, part, {})
    return found
