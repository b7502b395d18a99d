"""Absolute addresses, and the publication's patterns for editing, reporting and history."""

import re
from collections.abc import Callable
from urllib.parse import quote

from claimbook.corpus import FiledClaim
from claimbook.settings import OWN_PAGE, Publication
from claimbook.views.catalogue import Catalogue
from claimbook.views.forges import Forge, forge_of
from claimbook.views.links import Links, claim_location


def absolute(location: str, catalogue: Catalogue) -> str:
    """The page's whole address; empty while the publication has none."""
    root = catalogue.publication.url
    return f"{root}{catalogue.style.url(location)}" if root else ""


def patterns(publication: Publication) -> Forge:
    """The publication's own patterns, or those of the forge that holds its repository."""
    known = forge_of(publication.repository, publication.branch)
    return Forge(
        publication.edit or known.edit,
        publication.report or known.report,
        publication.history or known.history,
    )


def filled(pattern: str, claim: FiledClaim, catalogue: Catalogue, links: Links) -> str:
    """A pattern with the claim's particulars put in, percent-encoded; or a link to an own page."""
    own = OWN_PAGE.fullmatch(pattern)
    if own:
        return f"{links.to(own['location'])}{own['anchor'] or ''}"

    def value(found: re.Match[str]) -> str:
        return _VALUES[found[0]](claim, catalogue)

    return _PLACE.sub(value, pattern)


def _address(claim: FiledClaim, catalogue: Catalogue) -> str:
    return absolute(claim_location(claim.id), catalogue)


def _subject(claim: FiledClaim, catalogue: Catalogue) -> str:
    return _encoded(catalogue.say("claim.issue_title", title=claim.title))


def _issue(claim: FiledClaim, catalogue: Catalogue) -> str:
    say, address = catalogue.say, _address(claim, catalogue)
    page = [say("claim.issue_page", url=address)] if address else []
    lines = (*page, say("claim.issue_id", id=claim.id), say("claim.issue_question"), "")
    return _encoded("\n\n".join(lines))


def _encoded(text: str) -> str:
    return quote(text, safe="")


_VALUES: dict[str, Callable[[FiledClaim, Catalogue], str]] = {
    "{path}": lambda claim, _: quote(claim.path),
    "{id}": lambda claim, _: claim.id,
    "{title}": lambda claim, _: _encoded(claim.title),
    "{url}": lambda claim, catalogue: _encoded(_address(claim, catalogue)),
    "{subject}": _subject,
    "{text}": _issue,
}
_PLACE = re.compile("|".join(map(re.escape, _VALUES)))
