"""The styles in which sources, and pages of ours, are cited; each by its name in the settings."""

from collections.abc import Callable, Mapping

from claimbook.boundaries.one_line import one_line
from claimbook.citations.apa import CitedPage, page_citation, reference
from claimbook.citations.chicago import chicago_author_date, chicago_notes
from claimbook.citations.harvard import harvard
from claimbook.citations.mla import mla
from claimbook.citations.parts import Reference, joined, plain
from claimbook.citations.work import (
    Work,
    address_of,
    published_in,
    work_of,
    work_of_check,
)
from claimbook.records import Source
from claimbook.wording import Wording

Cited = CitedPage | Source
Style = Callable[[Work, Wording], Reference]

# Chicago is two systems: one for numbered lists, one for those by author and year.
_NUMBERED: Mapping[str, Style] = {"mla": mla, "chicago": chicago_notes, "harvard": harvard}
_BY_AUTHOR: Mapping[str, Style] = {**_NUMBERED, "chicago": chicago_author_date}
APA = "apa"
STYLES = (APA, *_NUMBERED)


def source_reference(
    source: Source, say: Wording, style: str = APA, *, by_author: bool = False, letter: str = ""
) -> Reference:
    """A source as a page shows it, without its address, to which its title leads."""
    if style == APA:
        return reference(source, say, letter)
    work = published_in(work_of("", source))._replace(url="", doi="", accessed=(), letter=letter)
    return (_BY_AUTHOR if by_author else _NUMBERED)[style](work, say)


def whole_reference(
    source: Source, say: Wording, style: str = APA, *, by_author: bool = False
) -> Reference:
    """A source with its address."""
    work = published_in(work_of("", source))
    if style != APA:
        return (_BY_AUTHOR if by_author else _NUMBERED)[style](work, say)
    return Reference(joined((reference(source, say).parts, plain(address_of(work))), " "))


def in_full(cited: Cited, work: Work, say: Wording, style: str = APA) -> str:
    """A source or a page of ours, which is this work, on one line with its address."""
    if style != APA:
        return one_line(_NUMBERED[style](published_in(work), say).text)
    if isinstance(cited, CitedPage):
        return one_line(page_citation(cited, say))
    return one_line(whole_reference(cited, say).text)


def work_of_any(name: str, cited: Cited, language: str = "") -> Work:
    """A source under a name, or a page of ours, which is in a language."""
    if isinstance(cited, Source):
        return work_of(name, cited)
    return work_of_check(name, cited, language)
