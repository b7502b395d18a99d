"""The foot of a claim page: how to cite it, hand it on, report an error and edit it."""

from dataclasses import dataclass
from urllib.parse import quote

from claimbook.citations.apa import CitedPage, page_citation
from claimbook.corpus import FiledClaim
from claimbook.views.addresses import absolute, filled, patterns
from claimbook.views.catalogue import Catalogue
from claimbook.views.links import Links, claim_location


@dataclass(frozen=True, slots=True)
class Footer:
    """Texts and addresses; those that the publication does not have are empty."""

    citation: str
    permalink: str
    mail: str
    report: str
    edit: str
    versions: str


def footer(claim: FiledClaim, catalogue: Catalogue, links: Links) -> Footer:
    """The foot of a claim's page."""
    location = claim_location(claim.id)
    address = absolute(location, catalogue)
    pattern = patterns(catalogue.publication)
    return Footer(
        _citation(claim, address, catalogue),
        address or links.to(location),
        _mail(claim, address) if address else "",
        filled(pattern.report, claim, catalogue, links),
        filled(pattern.edit, claim, catalogue, links),
        filled(pattern.history, claim, catalogue, links),
    )


def _citation(claim: FiledClaim, address: str, catalogue: Catalogue) -> str:
    review, name = claim.record.review, catalogue.publication.name
    page = CitedPage(name, review.reviewers, review.reviewed, claim.title, address)
    return page_citation(page, catalogue.say)


def _mail(claim: FiledClaim, address: str) -> str:
    return f"mailto:?subject={quote(claim.title, safe='')}&body={quote(address, safe='')}"
