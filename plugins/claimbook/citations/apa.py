"""References in the author-date manner of APA (7th edition), as far as web sources need it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from claimbook.dates import PartialDate
from claimbook.format import month_name, sentence, stop_after
from claimbook.records import Author, Source
from claimbook.values import SourceType

MOST_AUTHORS = 20

_BRACKETS = {
    SourceType.PRESS_RELEASE: "Press release",
    SourceType.SOCIAL_POST: "Post",
    SourceType.VIDEO: "Video",
    SourceType.PODCAST: "Audio podcast",
    SourceType.DATASET: "Data set",
    SourceType.INTERVIEW: "Interview",
    SourceType.CODE: "Source code",
    SourceType.PERSONAL_COMMUNICATION: "Personal communication",
}


class Role(StrEnum):
    """What a part of a reference is, for its typography."""

    PLAIN = "plain"
    TITLE = "title"
    CONTAINER = "container"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a reference."""

    role: Role
    text: str
    is_italic: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference without its address: parts to be set one after the other."""

    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The reference as plain text."""
        return "".join(part.text for part in self.parts)


def reference(source: Source) -> Reference:
    """Author (date). Title [kind]. Container. Publisher."""
    authors = sentence(author_list(source.authors)) if source.authors else ""
    date = f"({apa_date(source.published or source.updated)})."
    title = Part(Role.TITLE, source.title, is_italic=not source.container)
    kind = _BRACKETS.get(source.type) if source.type else None
    tail = f" [{kind}]." if kind else stop_after(source.title)
    places = tuple(_places(source))
    if authors:
        return Reference((Part(Role.PLAIN, f"{authors} {date} "), title, _plain(tail), *places))
    return Reference((title, _plain(f"{tail} {date}"), *places))


def _places(source: Source) -> Iterator[Part]:
    names = {_folded(author_list((each,))) for each in source.authors}
    for name, italic in ((source.container, True), (source.publisher, False)):
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
    return f"{author.family}, {_initials(author.given)}" if author.given else author.family


def _initials(given: str) -> str:
    if not given[0].isupper():
        return given
    return " ".join(_initial(each) for each in given.split())


def _initial(name: str) -> str:
    return "-".join(f"{part[0].upper()}." for part in name.split("-") if part)


def apa_date(date: PartialDate | None) -> str:
    """``2026, March 24``, ``2026, March``, ``2026``, ``n.d.``; doubt as ``ca.`` and ``?``."""
    if date is None:
        return "n.d."
    at = date.earliest
    text = str(at.year)
    if date.precision != "year":
        text += f", {month_name(at.month)}"
    if date.precision in {"day", "minute"}:
        text += f" {at.day}"
    return f"{'ca. ' * date.is_approximate}{text}{'?' * date.is_uncertain}"


def page_citation(
    publication: str, date: PartialDate | None, title: str, url: str, reviewers: Iterable[str] = ()
) -> str:
    """How to cite a page of ours, as plain text."""
    names = author_list(reviewers)
    author = names or publication
    place = f" {sentence(publication)}" if names else ""
    address = f" {url}" if url else ""
    return f"{sentence(author)} ({apa_date(date)}). {sentence(title)}{place}{address}"
