"""What one work is called in running text that cites by author and year, as each style has it."""

from collections.abc import Iterable
from typing import NamedTuple

from claimbook.citations.chicago import chicago_lead, chicago_year
from claimbook.citations.dates import year
from claimbook.citations.harvard import harvard_lead, harvard_year
from claimbook.citations.mla import mla_authors
from claimbook.citations.names import in_text
from claimbook.citations.parts import quoted, text_of
from claimbook.citations.work import LAW, Name, Work
from claimbook.wording import Wording

_LONGEST_TITLE = 32
_PAIR = "citation.pair"
# How many authors are named (APA 8.17, MLA 6.5, Chicago 13.107), and what joins two.
_NAMED = {
    "apa": (2, "citation.ampersand_pair"),
    "mla": (2, _PAIR),
    "chicago": (2, _PAIR),
    "harvard": (3, _PAIR),
}
_LEADS = {"chicago": chicago_lead, "harvard": harvard_lead}


class Leads(NamedTuple):
    """How a style names works; of ``namesakes``, family names, given names are told too."""

    style: str
    say: Wording
    namesakes: frozenset[str] = frozenset()

    def of(self, work: Work) -> str:
        """Who or what stands first: the authors, else what leads the list."""
        authors = self.authors(work)
        if authors:
            most, pair = _NAMED[self.style]
            return in_text(
                authors, self.say, most, pair, is_namesake=authors[0].family in self.namesakes
            )
        lead = _LEADS.get(self.style)
        leading = text_of(lead(work._replace(authors=()), self.say)) if lead else ""
        has_comma = self.style == "apa" or (self.style == "chicago" and not work.issued)
        return leading or self.title(work, "," if has_comma else "")

    def authors(self, work: Work) -> tuple[Name, ...]:
        """The authors by whom the style files a work."""
        if self.style == "chicago" and work.type == LAW:
            return ()
        return mla_authors(work) if self.style == "mla" else work.authors

    def title(self, work: Work, mark: str = "") -> str:
        """A title in the place of an author, cut where it is long; a law is never cut."""
        words = work.title
        if len(words) > _LONGEST_TITLE and work.type != LAW:
            cut = words[:_LONGEST_TITLE]
            words = (cut.rpartition(" ")[0] or cut).rstrip(" ,.:;–—-")
        is_bare = self.style == "harvard" or (work.type == LAW and self.style != "apa")
        return words if is_bare else text_of(quoted(words, self.say, mark))

    def with_year(self, lead: str, work: Work) -> str:
        """``Chia, 2026``, ``Chia 2026``; MLA names no years."""
        if self.style == "mla":
            return lead
        if self.style == "chicago":
            return f"{lead}{_comma(lead) * (not work.issued)} {chicago_year(work, self.say)}"
        when = (
            harvard_year(work, self.say) if self.style == "harvard" else _apa_year(work, self.say)
        )
        return f"{lead}{_comma(lead)} {when}"


def namesakes(works: Iterable[tuple[Name, ...]]) -> frozenset[str]:
    """The family names that first authors share who are not the same (APA 8.20)."""
    given: dict[str, set[str]] = {}
    for authors in works:
        if authors and authors[0].given:
            given.setdefault(authors[0].family, set()).add(authors[0].given)
    return frozenset(family for family, names in given.items() if len(names) > 1)


def _apa_year(work: Work, say: Wording) -> str:
    text = year(work, say)
    return say("citation.about", date=text) if work.is_doubtful and work.issued else text


def _comma(lead: str) -> str:
    return "" if lead.endswith((",”", "?”", "!”", ",")) else ","
