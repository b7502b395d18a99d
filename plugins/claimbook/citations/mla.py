"""References in the manner of the MLA Handbook (9th edition): containers and what is in them."""

from collections.abc import Iterator

from claimbook.citations.dates import abbreviated
from claimbook.citations.names import in_list, same, straight
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
from claimbook.citations.work import LAW, Name, Work, address_of
from claimbook.wording import Wording

# What stands in italics where it is not part of something larger (5.25).
_WHOLES = {
    *("webpage", "article-newspaper", "article-journal", "report", "motion_picture", "software"),
}
# Publishers of newspapers and journals are not named (5.66); of some works no day is.
_PERIODICALS = {"article-newspaper", "article-journal"}
_PRECISION = {"book": 1, "article-journal": 2}
_KINDS = {"article": "citation.press_release", "broadcast": "citation.podcast_kind"}


def mla(work: Work, say: Wording) -> Reference:
    """Author. Title. Kind. Container, publisher, date, address."""
    kind = _KINDS.get(work.type)
    return sentences(
        (
            plain(in_list(mla_authors(work), say, 2, 1)),
            _title(work, say),
            plain(say(kind) if kind else ""),
            joined(_places(work, say)),
            plain(_accessed(work, say)),
        )
    )


def mla_authors(work: Work) -> tuple[Name, ...]:
    """The authors; none where one publishes itself, who is named as publisher only (5.119)."""
    is_publisher = len(work.authors) == 1 and same(straight(work.authors[0]), work.publisher)
    return () if is_publisher else work.authors


def _title(work: Work, say: Wording) -> Piece:
    if work.type == LAW:
        return titled(work.title)
    if work.type == "book" or (work.type in _WHOLES and not work.container):
        return slanted(work.title, Role.TITLE)
    return quoted(work.title, say)


def _places(work: Work, say: Wording) -> Iterator[Piece]:
    yield slanted(work.container)
    is_said = work.type in _PERIODICALS or same(work.publisher, work.container)
    yield plain("" if is_said else work.publisher)
    yield plain(_date(work, say))
    yield plain(address_of(work))


def _date(work: Work, say: Wording) -> str:
    date = abbreviated(work.issued[: _PRECISION.get(work.type)], say)
    if not (date and work.is_doubtful):
        return date
    is_inside = work.container or work.publisher
    return say("citation.circa" if is_inside else "citation.circa_first", date=date)


def _accessed(work: Work, say: Wording) -> str:
    if work.issued or not (work.accessed and address_of(work)):
        return ""
    return say("citation.mla_accessed", date=abbreviated(work.accessed, say))
