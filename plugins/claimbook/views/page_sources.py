"""Sources that a hand-written page cites, and their list at its end."""

from typing import NamedTuple

from claimbook.citations.naming import called
from claimbook.corpus import CitedSource
from claimbook.prose_citations import CITATION, citations
from claimbook.records import Source
from claimbook.views.catalogue import Catalogue
from claimbook.views.links import Links
from claimbook.views.numbering import SUP, Numbering
from claimbook.views.references import Entry, entries


class Bibliography(NamedTuple):
    """The list of sources; it ``has_title`` where nobody has written a heading above it."""

    sources: tuple[Entry, ...]
    is_by_author: bool
    has_title: bool


class PageSources(Numbering):
    """Numbers shared sources in the order in which a page cites them.

    ``text`` is the page's Markdown: works of one author and year are told apart by letters, so
    all that might be cited must be known at the first.
    """

    def __init__(self, catalogue: Catalogue, text: str) -> None:
        sources, chosen = catalogue.corpus.sources, catalogue.settings.citations
        found = {each: sources[each].record for each in sorted(_named(text)) if each in sources}
        by_author = chosen.is_by_author
        super().__init__(catalogue, called(found, chosen.style, catalogue.say) if by_author else {})
        self._catalogue = catalogue

    def cited(self, reference: Source | str) -> CitedSource | None:
        """The shared source of this id."""
        filed = self._corpus.sources.get(reference) if isinstance(reference, str) else None
        return CitedSource(filed.id, filed.record, is_shared=True) if filed else None

    def bibliography(self, location: str, *, has_title: bool) -> Bibliography:
        """The list of all that has been cited, for the page at a location."""
        links = Links.of(self._catalogue.style, location)
        listed = entries(self, {}, self._catalogue, links)
        return Bibliography(listed, bool(self._called), has_title)


def _named(text: str) -> set[str]:
    groups = (citations(found) for found in CITATION.finditer(text))
    return {each.source for group in groups for each in group if each}


def closed(html: str) -> str:
    """HTML in which the number of a source stands close to the word before it."""
    return html.replace(f" {SUP}<a id=cite-", f"{SUP}<a id=cite-")
