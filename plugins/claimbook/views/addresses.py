"""Absolute addresses, and the publication's patterns for editing, reporting and history."""

from urllib.parse import quote

from claimbook.corpus import FiledClaim
from claimbook.settings import OWN_PAGE, Publication
from claimbook.views.catalogue import Catalogue
from claimbook.views.forges import Forge, forge_of
from claimbook.views.links import Links, claim_location
from claimbook.wording import Wording


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
    address = absolute(claim_location(claim.id), catalogue)
    values = {
        "{path}": quote(claim.path),
        "{id}": claim.id,
        "{title}": quote(claim.title, safe=""),
        "{url}": quote(address, safe=""),
        "{subject}": quote(catalogue.say("claim.issue_title", title=claim.title), safe=""),
        "{text}": quote(_issue_text(claim, address, catalogue.say), safe=""),
    }
    for name, value in values.items():
        pattern = pattern.replace(name, value)
    return pattern


def _issue_text(claim: FiledClaim, address: str, say: Wording) -> str:
    page = [say("claim.issue_page", url=address)] if address else []
    lines = (*page, say("claim.issue_id", id=claim.id), say("claim.issue_question"), "")
    return "\n\n".join(lines)
