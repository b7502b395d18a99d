"""References in the manner of the Chicago Manual of Style (18th edition), in both its systems.

Notes and bibliography has the date at the end, author-date the year behind the authors.
"""

from collections.abc import Iterator

from claimbook.citations.dates import in_words, without_year, year
from claimbook.citations.names import in_list, same
from claimbook.citations.parts import (
    Piece,
    Reference,
    Role,
    joined,
    plain,
    quoted,
    sentences,
    slanted,
    titled,
)
from claimbook.citations.work import LAW, Work, address_of
from claimbook.wording import Wording

# Of more than six authors the first three are named (13.23).
_MOST_AUTHORS, _SHOWN = 6, 3
_PERIODICALS = {"article-newspaper", "article-journal", "interview"}
_SITES = {"webpage", "post"}
_YEAR_ONLY = {"book", "report", "motion_picture"}
_KINDS = {"article": "citation.press_release", "broadcast": "citation.podcast_kind"}
# Where nobody is named, these stand in the place of the author (14.104, 14.193).
_LED_BY_CONTAINER = {"article-newspaper", "article-journal", "broadcast"}


def chicago_notes(work: Work, say: Wording) -> Reference:
    """An entry of a bibliography: the date stands with the publisher."""
    if work.type == LAW:
        return _law(work, say)
    lead, rest = _lead(work, say)
    return sentences((lead, _title(rest, say), *_rest(rest, say, _whole_date(work, say))))


def chicago_author_date(work: Work, say: Wording) -> Reference:
    """An entry of a list of references: the year stands behind the author."""
    if work.type == LAW:
        return _law(work, say)
    lead, rest = _lead(work, say)
    title, when = _title(rest, say), plain(chicago_year(work, say))
    first = (lead, when, title) if lead else (title, when)
    return sentences((*first, *_rest(rest, say, _rest_of_date(work, say))))


def chicago_year(work: Work, say: Wording) -> str:
    """``2026``, ``[1923?]`` for a year in doubt, ``n.d.`` for none."""
    return _in_doubt(work, year(work, say), say)


def chicago_lead(work: Work, say: Wording) -> Piece:
    """What stands in the place of the author; nothing where that is the title."""
    return _lead(work, say)[0]


def _in_doubt(work: Work, date: str, say: Wording) -> str:
    is_in_doubt = work.is_doubtful and work.issued
    return say("citation.chicago_doubt", date=date) if is_in_doubt else date


def _lead(work: Work, say: Wording) -> tuple[Piece, Work]:
    """What comes first, and the work without it."""
    if work.authors:
        return plain(in_list(work.authors, say, _MOST_AUTHORS, _SHOWN)), work
    if work.type in _LED_BY_CONTAINER and work.container:
        return slanted(work.container), work._replace(container="")
    if work.type == "webpage" and work.publisher:
        return plain(work.publisher), work._replace(publisher="")
    return (), work


def _title(work: Work, say: Wording) -> Piece:
    is_whole = work.type in {"motion_picture", "report"}
    if work.type in {"book", "software"} or (is_whole and not work.container):
        return slanted(work.title, Role.TITLE)
    return quoted(work.title, say)


def _rest(work: Work, say: Wording, date: str) -> Iterator[Piece]:
    kind = _KINDS.get(work.type)
    yield plain(say(kind) if kind else "")
    yield from _places(work, date, say)
    yield plain(_accessed(work, say))
    yield plain(address_of(work))


def _places(work: Work, date: str, say: Wording) -> Iterator[Piece]:
    is_said = work.type == "article-newspaper" or same(work.publisher, work.container)
    publisher = "" if is_said else work.publisher
    if work.type in _PERIODICALS and work.container:
        yield joined((slanted(work.container), plain(date)))
    elif work.type in _SITES:
        yield joined(map(plain, (work.container, publisher, date)))
    else:
        yield _whole(work, say)
        yield joined(map(plain, (publisher, date)))


def _whole(work: Work, say: Wording) -> Piece:
    """What a work is part of: `In` before a book, nothing before a channel."""
    if not work.container or work.type in {"motion_picture", "broadcast"}:
        return slanted(work.container)
    return (*plain(say("citation.in_container")), *plain(" "), *slanted(work.container))


def _whole_date(work: Work, say: Wording) -> str:
    if not work.issued:
        return "" if work.type in _SITES else say("citation.no_date")
    day = work.issued[:1] if work.type in _YEAR_ONLY else work.issued
    return _in_doubt(work, in_words(day, say, "chicago"), say)


def _rest_of_date(work: Work, say: Wording) -> str:
    return "" if work.type in _YEAR_ONLY else without_year(work.issued, say, "chicago")


def _accessed(work: Work, say: Wording) -> str:
    if work.issued or not (work.accessed and address_of(work)):
        return ""
    return say("citation.chicago_accessed", date=in_words(work.accessed, say, "chicago"))


def _law(work: Work, say: Wording) -> Reference:
    """A legal text: ``Bridges Act, Official Journal (2024)``."""
    name = joined((titled(work.title), plain(work.container)))
    return sentences(((*name, *plain(f" ({year(work, say)})")), plain(address_of(work))))
