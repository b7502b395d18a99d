"""References in the manner of Harvard, as “Cite Them Right” (12th edition) has it."""

from collections.abc import Iterator, Sequence

from claimbook.citations.dates import in_words, without_year, year
from claimbook.citations.names import same, together, with_initials
from claimbook.citations.parts import (
    Part,
    Piece,
    Reference,
    Role,
    joined,
    plain,
    quoted,
    sentences,
    slanted,
)
from claimbook.citations.work import Name, Work, address_of
from claimbook.wording import Wording

_MOST_AUTHORS = 3
_SLANTED = {
    *("webpage", "book", "report", "motion_picture", "legislation", "software", "article"),
}
_WITH_DAY = {"article-newspaper"}
_PERIODICALS = {"article-newspaper", "article-journal"}


def harvard(work: Work, say: Wording) -> Reference:
    """Author (year) Title, Container. Publisher. Available at: address (Accessed: date)."""
    when = plain(f"({harvard_year(work, say)})")
    lead, rest = _lead(work, say)
    title = _title(rest, say)
    kind = plain(f"[{say('citation.press_release')}]" if work.type == "article" else "")
    if lead:
        whole = joined((joined((title, kind), " "), *_places(rest, say)))
        first = joined((lead, when, whole), " ")
    else:
        first = joined((title, when, kind, joined(_places(rest, say))), " ")
    return sentences((first, *_rest(rest, say)))


def harvard_year(work: Work, say: Wording) -> str:
    """``2026``, ``no date``."""
    text = year(work, say, "citation.harvard_no_date", " ")
    return say("citation.circa_short", date=text) if work.is_doubtful and work.issued else text


def harvard_lead(work: Work, say: Wording) -> Piece:
    """What stands in the place of the author; nothing where that is the title."""
    return _lead(work, say)[0]


def _lead(work: Work, say: Wording) -> tuple[Piece, Work]:
    """What comes first, and the work without it; the newspaper where nobody is named."""
    if work.authors:
        return _authors(work.authors, say), work
    if work.type in _WITH_DAY and work.container:
        return slanted(work.container), work._replace(container="")
    return (), work


def _authors(names: Sequence[Name], say: Wording) -> Piece:
    texts = [with_initials(each) for each in names]
    if len(texts) <= _MOST_AUTHORS:
        return plain(together(texts, say))
    return (*plain(f"{texts[0]} "), Part(Role.PLAIN, say("citation.et_al"), is_italic=True))


def _title(work: Work, say: Wording) -> Piece:
    if work.type in _SLANTED:
        return slanted(work.title, Role.TITLE)
    return quoted(work.title, say, "", "citation.quoted_singly")


def _places(work: Work, say: Wording) -> Iterator[Piece]:
    yield slanted(work.container)
    if work.type in _WITH_DAY:
        yield plain(without_year(work.issued, say))


def _rest(work: Work, say: Wording) -> Iterator[Piece]:
    if work.type == "article":
        yield plain(without_year(work.issued, say))
    is_said = work.type in _PERIODICALS or same(work.publisher, work.container)
    yield plain("" if is_said else work.publisher)
    yield plain(_address(work, say))


def _address(work: Work, say: Wording) -> str:
    address = address_of(work)
    if not address:
        return ""
    text = say("citation.available", address=address)
    if work.doi or not work.accessed:
        return text
    date = in_words(work.accessed, say)
    return f"{text} {say('citation.harvard_accessed', date=date)}"
