"""The numbered sources of one claim, and every place of its page that points to them."""

from collections.abc import Collection, Iterable, Mapping

from markupsafe import Markup

from claimbook.citations.naming import Called, called
from claimbook.corpus import CitedSource, inline_sources, source_ids
from claimbook.graph import origin_groups, retracted
from claimbook.prose import prose_html, read_marks
from claimbook.prose_citations import Citation
from claimbook.records import Claim, Source
from claimbook.views.catalogue import Catalogue
from claimbook.views.numbering import SUP, Numbering

# For the number of a source the numbers of the others that are the same voice.
SameOrigin = Mapping[int, tuple[int, ...]]


class Register(Numbering):
    """Numbers the sources of a claim in the order in which its page comes to them."""

    def __init__(self, catalogue: Catalogue, claim: Claim) -> None:
        super().__init__(catalogue, _called(catalogue, claim))
        self._claim = claim

    def cited(self, reference: Source | str) -> CitedSource | None:
        """The source that the claim refers to."""
        return self._corpus.source(reference, self._claim)

    def of_evidence(self) -> Collection[CitedSource]:
        """Distinct sources of the claim's evidence in order of use."""
        found = (self.entry(each.source) for each in self._claim.evidence)
        return {each.cited.key: each.cited for each in found if each}.values()

    def same_origin(self, voices: Iterable[Iterable[str]]) -> SameOrigin:
        """For each number the other numbers that are the same voice.

        ``voices`` are those of the evidence: where nothing else is cited, they are the answer.
        """
        by_key = {key: entry.number for key, entry in self._numbered.items()}
        known = {key for voice in voices for key in voice}
        groups = (
            voices
            if known == by_key.keys()
            else origin_groups(self._corpus, (each.cited for each in self.sources), self._claim)
        )
        numbers = (tuple(sorted(by_key[key] for key in group)) for group in groups)
        return {
            each: tuple(other for other in group if other != each)
            for group in numbers
            for each in group
        }

    def retracted(self, cited: CitedSource) -> CitedSource | None:
        """The source itself, or one that it draws on, if that was retracted."""
        return retracted(self._corpus, cited, self._claim)

    def prose(self, markdown: str | None) -> Markup:
        """Markdown as HTML, its citations as numbers that lead to the sources and back."""
        if not markdown:
            return Markup()

        def mark(_: int, citations: tuple[Citation, ...]) -> str:
            return self.html(citations)

        html = prose_html(read_marks(markdown), mark)
        if self._called:
            return Markup(html)  # noqa: S704 - sanitised in prose_html
        # A number belongs to the word before it; the sanitiser lets no other `sup` through.
        close = html.replace(f" {SUP}", SUP).replace(f"\n{SUP}", SUP)
        return Markup(close)  # noqa: S704 - sanitised in prose_html


def _called(catalogue: Catalogue, claim: Claim) -> Mapping[str, Called]:
    """What the text calls all sources of a claim; nothing where it cites by number."""
    chosen = catalogue.settings.citations
    if not chosen.is_by_author:
        return {}
    references: list[Source | str] = [*inline_sources(claim), *sorted(source_ids(claim))]
    found = (catalogue.corpus.source(each, claim) for each in references)
    return called({each.key: each.source for each in found if each}, chosen.style, catalogue.say)
