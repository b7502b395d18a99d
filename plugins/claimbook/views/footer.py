"""The foot of a claim page: how to cite it, hand it on, report an error and edit it."""

from urllib.parse import quote

from claimbook.citations.apa import cited_page, page_citation
from claimbook.corpus import FiledClaim
from claimbook.data import Fixed
from claimbook.views.addresses import Subject, absolute, filled, patterns
from claimbook.views.catalogue import Catalogue
from claimbook.views.links import Link, Links, claim_location


class Footer(Fixed):
    """Texts and addresses; ``links`` are those to report an error and to edit the claim.

    What the publication has no address for is empty or None.
    """

    citation: str
    permalink: str
    mail: str
    links: tuple[Link, ...]
    versions: Link | None


def footer(claim: FiledClaim, catalogue: Catalogue, links: Links) -> Footer:
    """The foot of a claim's page."""
    say, location = catalogue.say, claim_location(claim.id)
    address = absolute(location, catalogue)
    pattern = patterns(catalogue.publication)
    subject = Subject(location, claim.id, claim.title, claim.path)

    def link(key: str, form: str) -> Link | None:
        href = filled(form, subject, catalogue, links)
        return Link(say(key), href) if href else None

    found = (link("claim.report", pattern.report), link("claim.edit", pattern.edit))
    return Footer(
        _citation(claim, address, catalogue),
        address or links.to(location),
        _mail(claim, address) if address else "",
        tuple(each for each in found if each),
        link("claim.history_versions", pattern.history),
    )


def _citation(claim: FiledClaim, address: str, catalogue: Catalogue) -> str:
    return page_citation(cited_page(claim, catalogue.publication.name, address), catalogue.say)


def _mail(claim: FiledClaim, address: str) -> str:
    return f"mailto:?subject={quote(claim.title, safe='')}&body={quote(address, safe='')}"
