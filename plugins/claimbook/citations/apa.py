"""References in the author-date manner of APA (7th edition), as far as web sources need it."""

import re
from collections.abc import Iterable, Iterator

from claimbook.citations.parts import Part, Reference, Role
from claimbook.corpus import FiledClaim
from claimbook.data import Fixed
from claimbook.dates import PartialDate
from claimbook.format import initials, sentence, stop_after
from claimbook.records import Author, Source
from claimbook.values import SourceType
from claimbook.wording import Wording

MOST_AUTHORS = 20
_YEAR = re.compile("[0-9]{4}")

_ON_A_SITE = {SourceType.WEBPAGE, SourceType.SOCIAL_POST, SourceType.VIDEO}
_BRACKETS = {
    SourceType.PRESS_RELEASE: "citation.press_release",
    SourceType.SOCIAL_POST: "citation.social_post",
    SourceType.VIDEO: "citation.video",
    SourceType.PODCAST: "citation.podcast",
    SourceType.DATASET: "citation.dataset",
    SourceType.INTERVIEW: "citation.interview",
    SourceType.CODE: "citation.code",
    SourceType.PERSONAL_COMMUNICATION: "citation.personal_communication",
}


def reference(source: Source, say: Wording, letter: str = "") -> Reference:
    """Author (date). Title [kind]. Container. Publisher.

    ``letter`` tells works of one author and year apart.
    """
    authors = sentence(author_list(source.authors)) if source.authors else ""
    date = f"({_lettered(apa_date(source.published or source.updated, say), letter)})."
    is_whole = not source.container or _is_on_a_site(source)
    title = Part(Role.TITLE, source.title, is_italic=is_whole)
    kind = _BRACKETS.get(source.type) if source.type else None
    tail = f" [{say(kind)}]." if kind else stop_after(source.title)
    places = tuple(_places(source))
    if authors:
        return Reference((Part(Role.PLAIN, f"{authors} {date} "), title, _plain(tail), *places))
    return Reference((title, _plain(f"{tail} {date}"), *places))


def _is_on_a_site(source: Source) -> bool:
    """Whether a work is a whole, and what it stands in a site or a platform (APA 9.19, 9.23)."""
    return source.type in _ON_A_SITE or (source.type is None and source.url is not None)


def _places(source: Source) -> Iterator[Part]:
    names = {_folded(author_list((each,))) for each in source.authors}
    is_part = not _is_on_a_site(source)
    for name, italic in ((source.container, is_part), (source.publisher, False)):
        if name and _folded(name) not in names:
            names.add(_folded(name))
            yield _plain(" ")
            yield Part(Role.CONTAINER, name, is_italic=italic)
            yield _plain(stop_after(name))
    if source.agency and _folded(source.agency) not in names:
        yield _plain(f" {sentence(source.agency)}")


def _plain(text: str) -> Part:
    return Part(Role.PLAIN, text)


def _folded(text: str) -> str:
    return text.casefold().rstrip(".")


def author_list(authors: Iterable[Author | str]) -> str:
    """``Chia, O., & Lee, T. J.``, ``WHO & FAO``; undivided names stay as they are."""
    authors = tuple(authors)
    names = [author_name(each) for each in authors]
    if len(names) > MOST_AUTHORS:
        return f"{', '.join(names[: MOST_AUTHORS - 1])}, … {names[-1]}"
    if len(names) == 2 and not any(map(_is_inverted, authors)):  # noqa: PLR2004 - a pair
        return " & ".join(names)
    if len(names) > 1:
        return f"{', '.join(names[:-1])}, & {names[-1]}"
    return "".join(names)


def _is_inverted(author: Author | str) -> bool:
    return isinstance(author, Author) and bool(author.family and author.given)


def author_name(author: Author | str) -> str:
    """One author, inverted only where the parts of the name are known."""
    if isinstance(author, str):
        return author
    if author.family is None:
        return author.org or author.name or ""
    return f"{author.family}, {initials(author.given)}" if author.given else author.family


def apa_date(date: PartialDate | None, say: Wording) -> str:
    """``2026, March 24``, ``2026, March``, ``2026``, ``n.d.``; doubt as ``ca.`` and ``?``."""
    if date is None:
        return say("citation.no_date")
    text = _date_text(date, say)
    if date.is_approximate:
        text = say("citation.about", date=text)
    return f"{text}{'?' * date.is_uncertain}"


def _lettered(date: str, letter: str) -> str:
    """``2026a, March 24``, ``n.d.-a``."""
    if not letter:
        return date
    is_dated = _YEAR.search(date)
    return _YEAR.sub(rf"\g<0>{letter}", date, count=1) if is_dated else f"{date}-{letter}"


def _date_text(date: PartialDate, say: Wording) -> str:
    at = date.earliest
    if date.precision == "year":
        return str(at.year)
    month = say.month(at.month)
    if date.precision == "month":
        return say("citation.month", year=at.year, month=month)
    return say("citation.day", year=at.year, month=month, day=at.day)


class CitedPage(Fixed):
    """A page of ours as others cite it; ``url`` may be empty."""

    publication: str
    reviewers: tuple[str, ...]
    date: PartialDate | None
    title: str
    url: str


def cited_page(claim: FiledClaim, publication: str, url: str) -> CitedPage:
    """The page of a claim, as a publication of this name has it at an address."""
    review = claim.record.review
    return CitedPage(publication, review.reviewers, review.reviewed, claim.title, url)


def page_citation(page: CitedPage, say: Wording) -> str:
    """How to cite a page of ours, as plain text."""
    names = author_list(page.reviewers)
    author = names or page.publication
    place = f" {sentence(page.publication)}" if names else ""
    address = f" {page.url}" if page.url else ""
    date = apa_date(page.date, say)
    return f"{sentence(author)} ({date}). {sentence(page.title)}{place}{address}"
