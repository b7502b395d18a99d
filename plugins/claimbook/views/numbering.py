"""Sources numbered in the order in which a page comes to them, and every place that cites one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from claimbook.boundaries.markup import escape
from claimbook.citations.naming import Called
from claimbook.corpus import CitedSource
from claimbook.prose_citations import Citation
from claimbook.records import Source
from claimbook.views.catalogue import Catalogue
from claimbook.wording import Wording

# What a number stands in.
SUP = "<sup>"


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


class Numbering:
    """Numbers sources; ``called`` is what the text calls them where it cites by author and year."""

    def __init__(self, catalogue: Catalogue, called: Mapping[str, Called]) -> None:
        self._corpus = catalogue.corpus
        self._say = catalogue.say
        self._called = called
        self._numbered: dict[str, Numbered] = {}
        # The same by what refers to them, an id or which record it is; None where there is none.
        self._referred: dict[str | int, Numbered | None] = {}
        self._sources: list[Numbered] = []

    def cited(self, reference: Source | str) -> CitedSource | None:
        """The source that is referred to, if there is one."""
        raise NotImplementedError

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
        entry = self.entry(reference)
        return entry.mention() if entry else None

    def entry(self, reference: Source | str) -> Numbered | None:
        """The numbered source that is referred to, if there is one."""
        key = reference if isinstance(reference, str) else id(reference)
        if key not in self._referred:
            self._referred[key] = self._found(reference)
        return self._referred[key]

    def _found(self, reference: Source | str) -> Numbered | None:
        cited = self.cited(reference)
        return (self._numbered.get(cited.key) or self._number(cited)) if cited else None

    def _number(self, cited: CitedSource) -> Numbered:
        number = len(self._sources) + 1
        called = self._called.get(cited.key)
        label = source_number(called.text if called else number, self._say)
        made = Numbered(number, cited, label, called)
        self._numbered[cited.key] = made
        self._sources.append(made)
        return made

    def html(self, citations: Iterable[Citation]) -> str:
        """A group of citations as it stands in the text; empty where none names a source."""
        made = ((self.mention(each.source), each.locator) for each in citations)
        links = [_mark(mention, locator) for mention, locator in made if mention]
        if links and self._called:
            return f"<span class=cb-cited>({'; '.join(links)})</span>"
        return f"{SUP}{', '.join(links)}</sup>" if links else ""


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
