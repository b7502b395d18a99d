"""The numbers of the sources of one claim, in the order in which its page comes to them."""

from collections.abc import Iterable
from typing import NamedTuple

from claimbook.exports.markdown_text import text
from claimbook.prose import prose_markdown, read_marks
from claimbook.prose_citations import Citation
from claimbook.records import Claim, Source
from claimbook.views.catalogue import Catalogue


class Numbered(NamedTuple):
    """A source and its number."""

    number: int
    source: Source
    is_shared: bool
    key: str

    def mark(self, locator: str | None = None) -> str:
        """What points to it in the text."""
        return f"\\[{self.number}, {text(locator)}\\]" if locator else f"\\[{self.number}\\]"


class Numbers:
    """Gives a number to each source that is mentioned."""

    def __init__(self, claim: Claim, catalogue: Catalogue) -> None:
        self._claim, self._corpus = claim, catalogue.corpus
        self._known: dict[str, Numbered] = {}
        # The same by what refers to them, an id or which record it is.
        self._referred: dict[str | int, Numbered | None] = {}

    @property
    def sources(self) -> Iterable[Numbered]:
        """All sources mentioned so far, by number."""
        return self._known.values()

    def of(self, reference: Source | str) -> Numbered | None:
        """A source with its number; None where there is no such source."""
        key = reference if isinstance(reference, str) else id(reference)
        if key not in self._referred:
            self._referred[key] = self._found(reference)
        return self._referred[key]

    def _found(self, reference: Source | str) -> Numbered | None:
        cited = self._corpus.source(reference, self._claim)
        if cited is None:
            return None
        known = self._known.get(cited.key)
        if known is None:
            number = len(self._known) + 1
            known = Numbered(number, cited.source, cited.is_shared, cited.key)
            self._known[cited.key] = known
        return known

    def prose(self, markdown: str) -> str:
        """Markdown with its citations as numbers."""

        def mark(_: int, citations: Iterable[Citation]) -> str:
            found = ((self.of(each.source), each.locator) for each in citations)
            return " ".join(numbered.mark(locator) for numbered, locator in found if numbered)

        return prose_markdown(read_marks(markdown), mark).strip()
