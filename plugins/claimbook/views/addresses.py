"""Absolute addresses, and the publication's patterns for editing, reporting and history."""

import re
from collections.abc import Callable
from dataclasses import replace

from claimbook.boundaries.addresses import part, path
from claimbook.data import Fixed
from claimbook.settings import OWN_PAGE, Publication
from claimbook.views.catalogue import Catalogue
from claimbook.views.forges import Forge, forge_of
from claimbook.views.links import Links


class Subject(Fixed):
    """What is edited, reported or looked back on: a claim, or a page without a file of its own."""

    location: str
    id: str
    title: str
    path: str = ""


def absolute(location: str, catalogue: Catalogue) -> str:
    """The page's whole address; empty while the publication has none."""
    root = catalogue.publication.url
    return f"{root}{catalogue.style.url(location)}" if root else ""


def patterns(publication: Publication) -> Forge:
    """The publication's own patterns, or those of the forge that holds its repository."""
    known = forge_of(publication.repository, publication.branch)
    return replace(
        known,
        edit=publication.edit or known.edit,
        report=publication.report or known.report,
        history=publication.history or known.history,
    )


def filled(pattern: str, subject: Subject, catalogue: Catalogue, links: Links) -> str:
    """A pattern with a subject's particulars put in, percent-encoded; or a link to an own page."""
    own = OWN_PAGE.fullmatch(pattern)
    if own:
        return f"{links.to(own['location'])}{own['anchor'] or ''}"

    def value(found: re.Match[str]) -> str:
        return _VALUES[found[0]](subject, catalogue)

    return _PLACE.sub(value, pattern)


def _address(subject: Subject, catalogue: Catalogue) -> str:
    return absolute(subject.location, catalogue)


def _heading(subject: Subject, catalogue: Catalogue) -> str:
    title = subject.title
    return _encoded(catalogue.say("claim.issue_title", title=title) if subject.path else title)


def _issue(subject: Subject, catalogue: Catalogue) -> str:
    say, address = catalogue.say, _address(subject, catalogue)
    page = [say("claim.issue_page", url=address)] if address else []
    if subject.path:
        page += [say("claim.issue_id", id=subject.id), say("claim.issue_question")]
    return _encoded("\n\n".join([*page, ""]))


def _encoded(text: str) -> str:
    return part(text)


_VALUES: dict[str, Callable[[Subject, Catalogue], str]] = {
    "{path}": lambda subject, _: path(subject.path),
    "{id}": lambda subject, _: subject.id,
    "{title}": lambda subject, _: _encoded(subject.title),
    "{url}": lambda subject, catalogue: _encoded(_address(subject, catalogue)),
    "{subject}": _heading,
    "{text}": _issue,
}
_PLACE = re.compile("|".join(map(re.escape, _VALUES)))
