"""The numbered sources of one claim, and every place of its page that points to them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup, escape

from claimbook.citations.naming import Called, called
from claimbook.corpus import CitedSource, inline_sources, source_ids
from claimbook.graph import origin_groups
from claimbook.prose import prose_html, read_marks
from claimbook.prose_citations import Citation
from claimbook.records import Claim, Source
from claimbook.views.catalogue import Catalogue
from claimbook.wording import Wording

# For the number of a source the numbers of the others that are the same voice.
SameOrigin = Mapping[int, tuple[int, ...]]


class Mention(NamedTuple):
    """A place that points to a source: the source's number, the place's id, what it is called.

    ``mark`` is what is seen: the number, or author and year.
    """

    number: int
    anchor: str
    label: str
    mark: int | str


class Ways(NamedTuple):
    """The ways back to all places that point to a source: the same on page after page."""

    number: int
    nths: range


@dataclass(slots=True)
class Numbered:
    """A source with its number, what links to it are called, and how many places point to it.

    ``called`` is its name where the text cites by author and year.
    """

    number: int
    cited: CitedSource
    label: str
    called: Called | None = None
    count: int = 0

    @property
    def mark(self) -> int | str:
        """What stands for it in the text."""
        return self.called.text if self.called else self.number

    @property
    def rank(self) -> int:
        """Its place in the list."""
        return self.called.rank if self.called else self.number

    def mention(self) -> Mention:
        """One more place that points to the source."""
        self.count += 1
        return Mention(self.number, f"cite-{self.number}-{self.count}", self.label, self.mark)

    @property
    def ways(self) -> Ways:
        """The ways back to the places that point to the source so far."""
        return Ways(self.number, range(1, self.count + 1))


class Register:
    """Numbers sources in the order in which the page comes to them."""

    def __init__(self, catalogue: Catalogue, claim: Claim) -> None:
        self._corpus = catalogue.corpus
        self._say = catalogue.say
        self._claim = claim
        self._called = _called(catalogue, claim)
        self._numbered: dict[str, Numbered] = {}
        # The same by what refers to them, an id or which record it is; None where there is none.
        self._referred: dict[str | int, Numbered | None] = {}
        self._sources: list[Numbered] = []

    @property
    def sources(self) -> Sequence[Numbered]:
        """All sources mentioned so far, by number."""
        return self._sources

    def marks(self, numbers: Iterable[int]) -> tuple[int | str, ...]:
        """What stands in the text for the sources with these numbers."""
        return tuple(self._sources[each - 1].mark for each in numbers)

    def source(self, mention: Mention) -> Source:
        """The source that a mention points to."""
        return self._sources[mention.number - 1].cited.source

    def mention(self, reference: Source | str) -> Mention | None:
        """Point to a source; None where there is no such source."""
        entry = self._entry(reference)
        return entry.mention() if entry else None

    def of_evidence(self) -> Collection[CitedSource]:
        """Distinct sources of the claim's evidence in order of use."""
        found = (self._entry(each.source) for each in self._claim.evidence)
        return {each.cited.key: each.cited for each in found if each}.values()

    def _entry(self, reference: Source | str) -> Numbered | None:
        key = reference if isinstance(reference, str) else id(reference)
        if key not in self._referred:
            self._referred[key] = self._found(reference)
        return self._referred[key]

    def _found(self, reference: Source | str) -> Numbered | None:
        cited = self._corpus.source(reference, self._claim)
        return (self._numbered.get(cited.key) or self._number(cited)) if cited else None

    def _number(self, cited: CitedSource) -> Numbered:
        number = len(self._sources) + 1
        called = self._called.get(cited.key)
        label = source_number(called.text if called else number, self._say)
        made = Numbered(number, cited, label, called)
        self._numbered[cited.key] = made
        self._sources.append(made)
        return made

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

    def prose(self, markdown: str | None) -> Markup:
        """Markdown as HTML, its citations as numbers that lead to the sources and back."""
        if not markdown:
            return Markup()

        def mark(_: int, citations: tuple[Citation, ...]) -> str:
            return self._marks(citations)

        html = prose_html(read_marks(markdown), mark)
        if self._called:
            return Markup(html)  # noqa: S704 - sanitised in prose_html
        # A number belongs to the word before it; the sanitiser lets no other `sup` through.
        close = html.replace(f" {_SUP}", _SUP).replace(f"\n{_SUP}", _SUP)
        return Markup(close)  # noqa: S704 - sanitised in prose_html

    def _marks(self, citations: Iterable[Citation]) -> str:
        made = ((self.mention(each.source), each.locator) for each in citations)
        links = [_mark(mention, locator) for mention, locator in made if mention]
        if links and self._called:
            return f"<span class=cb-cited>({'; '.join(links)})</span>"
        return f"{_SUP}{', '.join(links)}</sup>" if links else ""


_SUP = "<sup>"


def _called(catalogue: Catalogue, claim: Claim) -> Mapping[str, Called]:
    """What the text calls all sources of a claim; nothing where it cites by number."""
    chosen = catalogue.settings.citations
    if not chosen.is_by_author:
        return {}
    references: list[Source | str] = [*inline_sources(claim), *sorted(source_ids(claim))]
    found = (catalogue.corpus.source(each, claim) for each in references)
    return called({each.key: each.source for each in found if each}, chosen.style, catalogue.say)


@lru_cache(maxsize=512)
def source_number(number: int | str, say: Wording) -> str:
    """What a link to a source is called; scripts add its title to the first."""
    return say("source.number", n=number)


def _mark(mention: Mention, locator: str | None) -> str:
    where = f", {escape(locator)}" if locator else ""
    return (
        f"<a id={mention.anchor} href=#source-{mention.number} "
        f'aria-label="{escape(mention.label)}{where}">{escape(mention.mark)}{where}</a>'
    )
