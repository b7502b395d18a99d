"""Absolute addresses, and the publication's patterns for editing and reporting."""

from urllib.parse import quote

from claimbook.corpus import FiledClaim
from claimbook.settings import OWN_PAGE
from claimbook.views.catalogue import Catalogue
from claimbook.views.links import Links


def absolute(location: str, catalogue: Catalogue) -> str:
    """The page's whole address; empty while the publication has none."""
    root = catalogue.publication.url
    return f"{root}{catalogue.style.url(location)}" if root else ""


def filled(pattern: str, claim: FiledClaim, address: str, links: Links) -> str:
    """A pattern with the claim's particulars put in, percent-encoded; or a link to an own page."""
    own = OWN_PAGE.fullmatch(pattern)
    if own:
        return f"{links.to(own['location'])}{own['anchor'] or ''}"
    values = {
        "{path}": quote(claim.path),
        "{id}": claim.id,
        "{title}": quote(claim.title, safe=""),
        "{url}": quote(address, safe=""),
    }
    for name, value in values.items():
        pattern = pattern.replace(name, value)
    return pattern
