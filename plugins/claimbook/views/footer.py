"""The foot of a claim page: how to cite it, hand it on, report an error and edit it."""

from claimbook.boundaries.addresses import part
from claimbook.citations.apa import CitedPage, cited_page
from claimbook.citations.everyway import line
from claimbook.corpus import Corpus, FiledClaim
from claimbook.data import Fixed
from claimbook.views.addresses import Subject, absolute, filled, patterns
from claimbook.views.catalogue import Catalogue
from claimbook.views.links import Link, Links, cite_location, claim_location

# Of the 40 digits that Git has for a file; it takes any beginning that is the only one.
VERSION_LENGTH = 12


class Footer(Fixed):
    """Texts and addresses; ``links`` are those to report an error and to edit the claim.

    ``version`` names the claim file as it is, ``every_way`` leads to all formats of the citation.
    What the publication has no address for is empty or None.
    """

    citation: str
    permalink: str
    version: str
    every_way: str
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

    has_ways = catalogue.settings.exports.citations
    found = (link("claim.report", pattern.report), link("claim.edit", pattern.edit))
    return Footer(
        line(catalogue.settings.citations.style, cited_claim(claim, catalogue), say),
        address or links.to(location),
        version_of(claim, catalogue.corpus),
        catalogue.style.link(location, cite_location(location)) if has_ways else "",
        _mail(claim, address) if address else "",
        tuple(each for each in found if each),
        link("claim.history_versions", pattern.history),
    )


def version_of(claim: FiledClaim, corpus: Corpus) -> str:
    """The name of a claim file as it is: so many digits as no other is likely to share."""
    return corpus.version(claim)[:VERSION_LENGTH]


def cited_claim(claim: FiledClaim, catalogue: Catalogue) -> CitedPage:
    """The page of a claim as others cite it, in the version that they see."""
    address = absolute(claim_location(claim.id), catalogue)
    whole = in_version(address, claim, catalogue.corpus)
    return cited_page(claim, catalogue.publication.name, whole)


def in_version(address: str, claim: FiledClaim, corpus: Corpus) -> str:
    """The address of a claim's page with the version of its file; empty without an address."""
    version = version_of(claim, corpus)
    return f"{address}?version={version}" if address and version else address


def _mail(claim: FiledClaim, address: str) -> str:
    return f"mailto:?subject={part(claim.title)}&body={part(address)}"
